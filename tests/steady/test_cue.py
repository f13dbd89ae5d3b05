"""What is said stands until it is followed, changes seldom for somebody who sits still, and never swings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.guide import Memory
from framing.perceive.fixed import sitter
from framing.steady import hold_cue
from framing.steady.cue import EXPRESSED, GLANCE, LASTING, STYLE
from framing.steady.how_far import LASTED
from framing.steady.memory import Place, Sitter
from framing.steady.sitter import restless, turns
from framing.types import Cue, Direction, HowFar, Point, Scene, Severity
from tests.steady.stream import STEP, followed, lasting
from tests.words import cue, words

SMILE = cue("Relax the mouth", "smile", Severity.STYLE)
LENS = cue("Look into the lens", "eye_contact", Severity.STYLE)
BACK = cue("Move back{a_little} from the camera", "face_height", direction=Direction.FARTHER)
NEARER = cue("Come closer to the camera", "face_height", direction=Direction.NEARER)
MANY = [SMILE, LENS, BACK, NEARER]


def held(asked: Sequence[Sequence[Cue]], *, moving: bool = False) -> list[Cue | None]:
    """What stood on top at each look; `asked` are the cues of each."""
    memory, tops = replace(Memory(), sitter=Sitter(restless=moving)), []
    for look, cues in enumerate(asked):
        memory, out = hold_cue(memory, tuple(cues), look * STEP)
        tops.append(out[0] if out else None)
    return tops


def changes(tops: Sequence[Cue | None]) -> list[float]:
    """Moments at which something else stood on top, or the same in other words."""
    said = [top and words(top) for top in tops]
    return [look * STEP for look, (a, b) in enumerate(pairwise(said), start=1) if a != b]


def at(seconds: float) -> int:
    return round(seconds / STEP)


@given(st.lists(st.lists(st.sampled_from([SMILE, LENS]), max_size=2, unique=True), min_size=1, max_size=300))
def test_no_cue_of_style_comes_more_often_than_once_in_six_seconds(asked: Sequence[Sequence[Cue]]) -> None:
    tops = held(asked)
    for one in (SMILE, LENS):
        comes = [look for look, (a, b) in enumerate(pairwise([None, *tops])) if b == one and a != one]
        assert all(later - earlier >= at(STYLE) - 1 for earlier, later in pairwise(comes))


def test_a_cue_of_style_that_is_asked_for_is_not_displaced_by_another_within_six_seconds() -> None:
    tops = held([[SMILE]] * at(1) + [[LENS, SMILE]] * at(8))
    assert changes(tops) == [pytest.approx(STYLE, abs=2 * STEP)]


def test_a_cue_of_style_that_soon_goes_displaces_none_that_is_asked_for() -> None:
    assert changes(held([[SMILE]] * at(8) + [[LENS, SMILE]] * at(LASTING - 0.5) + [[SMILE]] * at(3))) == []


def test_a_long_blink_is_no_error_and_shut_eyes_are_one() -> None:
    shut = cue("Eyes open, please", "eyes_open")
    before = [[BACK]] * at(2) + [[]] * at(2)
    assert shut not in held(before + [[shut]] * at(EXPRESSED - 0.2) + [[]] * at(3))
    assert held(before + [[shut]] * at(3)).index(shut) * STEP == pytest.approx(4 + EXPRESSED, abs=2 * STEP)


def test_an_error_does_not_wait_for_style() -> None:
    tops = held([[SMILE]] * at(2) + [[BACK, SMILE]] * at(1))
    assert tops[-1] == BACK
    assert changes(tops)[0] - 2.0 <= 2 * STEP


def test_what_made_room_for_an_error_is_back_once_that_is_met() -> None:
    tops = held([[SMILE]] * at(2) + [[BACK, SMILE]] * at(2) + [[SMILE]] * at(2))
    assert tops[-1] == SMILE


@pytest.mark.parametrize("following", [SMILE, BACK])
def test_after_a_cue_has_been_followed_the_next_comes_within_a_second(following: Cue) -> None:
    tops = held([[LENS, SMILE]] * at(1) + [[following]] * at(3))
    assert changes(tops)[0] - 1.0 <= 1.0
    assert tops[-1] == following


def test_somebody_who_goes_to_and_fro_across_a_band_is_told_one_thing() -> None:
    asked = [[BACK] if look // 5 % 2 else [NEARER] for look in range(at(15))]
    assert changes(held(asked, moving=True)) == []
    assert changes(held([[BACK], *[[NEARER]] * at(LASTING + 1)], moving=True)) == [
        pytest.approx(LASTING + STEP, abs=2 * STEP)
    ]


def test_an_empty_picture_is_said_at_once_even_of_somebody_who_never_held_still() -> None:
    nobody = cue("Step into the picture", "subjects")
    assert held([[BACK]] * at(1) + [[nobody]], moving=True)[-1] == nobody


def test_how_far_does_not_swing_with_a_breath_and_shrinks_as_it_is_followed() -> None:
    def far(steps: float) -> list[Cue]:
        size = HowFar.FAR if steps > 1.7 else HowFar.LITTLE if steps < 0.65 else HowFar.SOME
        return [replace(BACK, far=size, steps=steps)]

    breathing = [far(1.7 + 0.7 * cos(2 * pi * look * STEP / 2.0)) for look in range(at(15))]
    assert len(changes(held(breathing))) <= 1
    swaying = [far(1.4 + 1.0 * cos(2 * pi * look * STEP / 2.0)) for look in range(at(15))]
    assert len(changes(held(swaying))) <= 2 * 15 / STYLE
    shrinking = held([far(3.0)] * at(1) + [far(1.0)] * at(1) + [far(0.3)] * at(1))
    assert [top.far for top in shrinking[:: at(1)]] == [HowFar.FAR, HowFar.SOME, HowFar.LITTLE]


def test_one_who_went_the_wrong_way_is_told_to_go_farther_within_two_seconds() -> None:
    little, far = replace(BACK, far=HowFar.LITTLE, steps=0.4), replace(BACK, steps=1.6)
    tops = held([[little]] * at(1) + [[far]] * at(3))
    assert changes(tops) == [pytest.approx(1.0 + LASTED, abs=2 * STEP)]


def test_a_cue_that_is_met_is_gone_at_a_glance() -> None:
    tops = held([[BACK]] * 2 + [[]] * at(2))
    assert changes(tops) == [pytest.approx(GLANCE, abs=2 * STEP)]


ADVICE = st.lists(st.sampled_from(MANY), max_size=3, unique_by=lambda cue: cue.measure)


@given(st.lists(ADVICE, max_size=60), st.booleans())
def test_what_stands_on_top_was_asked_for_and_nothing_below_contradicts_it(
    asked: Sequence[Sequence[Cue]], moving: bool
) -> None:
    memory, ever = replace(Memory(), sitter=Sitter(restless=moving)), set()
    for look, cues in enumerate(asked):
        ever |= {cue.measure for cue in cues}
        memory, out = hold_cue(memory, tuple(cues), look * STEP)
        assert not out or out[0].measure in ever
        assert len({cue.measure for cue in out}) == len(out)  # the standing one hides its opposite


def places(way: Sequence[float], height: float = 0.2) -> tuple[Place, ...]:
    return tuple(Place(look * STEP, Point(0.4 + x, 0.4), height) for look, x in enumerate(way))


def test_a_head_that_goes_to_and_fro_is_restless_and_one_that_breathes_or_follows_is_not() -> None:
    assert restless(places([0.05 * sin(2 * pi * look * STEP / 1.0) for look in range(30)]), before=False)
    assert not restless(places([0.005 * sin(2 * pi * look * STEP / 1.0) for look in range(30)]), before=False)
    assert not restless(places([min(look * 0.02, 0.3) for look in range(30)]), before=False)
    there_and_back = [min(look * 0.02, 0.3) for look in range(20)] + [0.25] * 10
    assert not restless(places(there_and_back), before=False)


@given(st.lists(st.floats(-5, 5), min_size=1))
def test_turning_back_is_counted_alike_from_either_side(way: Sequence[float]) -> None:
    assert turns(way) == turns([-x for x in way])
    assert turns(sorted(way)) == 0


def test_somebody_who_talks_and_sways_is_told_no_more_than_two_things_in_twelve_seconds() -> None:
    def swaying(look: int) -> Scene:
        sway = sin(2 * pi * look * STEP / 0.9)
        return sitter(x=0.4 + 0.05 * sway, face_height=0.4 + 0.04 * sway, expression={"jawOpen": 0.6 * (look % 5 > 2)})

    _, told = followed([swaying(look) for look in range(at(15))])
    tops = [g.cues[0] if g.cues else None for g in told]
    assert len([moment for moment in changes(tops) if moment >= 3.0]) <= 2


def test_somebody_who_sits_still_is_told_one_thing() -> None:
    _, told = followed(lasting(15.0, face_height=0.45))
    assert len({words(g.cues[0]) for g in told}) == 1
