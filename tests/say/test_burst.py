"""What is said of a burst: one headline, and sentences that lead to the best picture."""

from __future__ import annotations

import pytest

from framing.guide import guide
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.say import ENGLISH, language
from framing.say.burst import ToldBurst, tell, tell_burst
from framing.say.language import LANGUAGES
from framing.types import Fault, Standing, Viewer, Wrong

GUIDANCE = guide(sitter(aspect=1.0, face_height=0.28, eye_line=0.42), find("linkedin"))


def burst(good: int = 0, unsure: int = 0, **faults: int) -> list[Standing]:
    """So many of each kind, the best first."""
    kinds: list[tuple[tuple[Wrong, ...], tuple[str, ...]]] = [((), ())] * good
    kinds += [((), ("the right eye is covered",))] * unsure
    kinds += [((Wrong(Fault(name)),), ()) for name, many in faults.items() for _ in range(many)]
    return [Standing(str(n), GUIDANCE, wrong, doubts, place=n) for n, (wrong, doubts) in enumerate(kinds, 1)]


@pytest.mark.parametrize(
    ("standings", "headline", "detail"),
    [
        (burst(3, 1, eyes=2), "Eyes closed in 2 of 6",
         "One more could not be judged. Picture 1 is the best of the other three."),
        (burst(6), "All 6 pictures are good", "Picture 1 is the best."),
        (burst(1), "The picture is good", ""),
        (burst(1, eyes=5), "Eyes closed in 5 of 6", "Picture 1 is the only good one."),
        (burst(4, 2), "2 of 6 could not be judged", "Picture 1 is the best of the other four."),
        (burst(2, sharp=3, eyes=1), "Soft or moved: 3 of 6",
         "One more has another fault. Picture 1 is the best of the other two."),
        (burst(0, 1, eyes=2), "Eyes closed in 2 of 3",
         "One more could not be judged. Picture 1 may be good: look for yourself."),
        (burst(0, framing=1, eyes=1, sharp=1), "Eyes closed in 1 of 3",
         "2 more have another fault. None is without a fault, picture 1 has the least. Better take them again."),
        (burst(9, eyes=1), "Eyes closed in 1 of 10", "Picture 1 is the best of the other 9."),
        (burst(eyes=1), "Blink", ""),
        (burst(unsure=1), "It cannot be told whether it is good", ""),
    ],
)  # fmt: skip
def test_the_headline_counts_the_fault_that_most_have_and_the_sentences_lead_to_the_best(
    standings: list[Standing], headline: str, detail: str
) -> None:
    assert tell_burst(standings, ENGLISH) == ToldBurst(headline, detail)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("fault", Fault)
def test_every_fault_can_be_said_in_every_language(fault: Fault, code: str) -> None:
    for standings in (burst(1, **{fault.value: 1}), burst(**{fault.value: 1})):
        told = tell_burst(standings, language(code))
        assert told.headline
        assert "{" not in told.headline + told.detail


def test_a_picture_says_what_speaks_against_it_or_what_it_shows() -> None:
    good, unsure, closed = (tell(one, Viewer.FRONT, ENGLISH) for one in burst(1, 1, eyes=1))
    assert (good.rank, good.symbol, good.title) == ("good", "ok", "Good")
    assert good.because == "Straight ahead, hint of a smile"
    assert (unsure.rank, unsure.symbol, unsure.title) == ("unsure", "unsure", "Can't tell")
    assert unsure.because == "The right eye is covered: look for yourself"
    assert (closed.rank, closed.symbol, closed.title) == ("fault", "must", "Blink")
    assert closed.because == "Eyes closing, the rest is good"
    assert closed.faults == ("Eyes closing",)


def test_only_a_good_picture_is_ready() -> None:
    assert GUIDANCE.ready
    assert [tell(one, Viewer.FRONT, ENGLISH).ready for one in burst(1, 1, eyes=1)] == [True, False, False]
