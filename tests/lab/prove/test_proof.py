"""Every cue points the right way: the bars of the proof, on the two packaged photographs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest

from framing.judge import ENTER
from framing.lab.prove.base import Base, framed, looked_at
from framing.lab.prove.geometry import moved, through
from framing.lab.prove.kinds import KINDS, Kind
from framing.lab.prove.run import PACKAGED
from framing.lab.prove.trial import Trial, tried, unfair
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.types import Absent, Judgement

pytestmark = pytest.mark.models

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def eyes() -> Iterator[StillEyes]:
    with closing(StillEyes()) as eyes:
        yield eyes


@cache
def base(photograph: Path) -> Base:
    """Framed; twice as large, since detail is read only where the eyes are 64 pixels apart."""
    pixels = cv2.resize(open_photo(photograph).frame.pixels, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    with closing(StillEyes()) as eyes:
        found = framed(np.asarray(pixels, np.uint8), eyes)
    assert isinstance(found, Base)
    return found


@cache
def with_room_above() -> Base:
    """The first photograph with the camera tilted up, half as far as the use allows: room to see what is behind."""
    found = base(PACKAGED[0])
    headroom = found.judgement("headroom")
    assert headroom.band is not None
    assert not isinstance(headroom.value, Absent)
    window = moved(found.window, right=0.0, down=-(headroom.band.high - headroom.value) / 2)
    with closing(StillEyes()) as eyes:
        scene, guidance = looked_at(through(found.photograph, window), found.preset, eyes)
    return Base(found.photograph, window, found.preset, scene, guidance)


def trials(kind: Kind, eyes: StillEyes) -> list[Trial]:
    """Of both photographs, or of the one with more room where neither can show this kind."""
    framed_as_wanted = [tried(kind, base(photograph), eyes) for photograph in PACKAGED]
    shown = [trial for trial in framed_as_wanted if isinstance(trial, Trial)]
    return shown or [trial for trial in (tried(kind, with_room_above(), eyes),) if isinstance(trial, Trial)]


@every_kind
def test_a_known_change_moves_its_reading_brings_its_cure_and_no_other_error(kind: Kind, eyes: StillEyes) -> None:
    shown = trials(kind, eyes)
    assert shown, "no photograph can show it: there is something to say that comes before the cure"
    for trial in shown:
        assert trial.moved, trial.because
        assert trial.cured, trial.because
        assert trial.stray == (), trial.because


@every_kind
def test_every_kind_says_what_its_cure_is(kind: Kind) -> None:
    assert "The cure: " in (kind.change.__doc__ or "")


@pytest.mark.parametrize("photograph", PACKAGED, ids=lambda path: path.stem)
def test_darker_skin_in_the_same_light_changes_no_cue_and_no_verdict(photograph: Path, eyes: StillEyes) -> None:
    changed = unfair(base(photograph), eyes)
    if isinstance(changed, Absent):
        assert changed == Absent("the skin is burnt out")
        return
    wavering = {j.measure.name for j in base(photograph).guidance.judgements if on_the_verge(j)}
    assert [what for what in changed if what.split(": ")[1].split()[0] not in wavering] == []


def on_the_verge(judgement: Judgement) -> bool:
    """Whether it lies so near to an end of its band that two rows of pixels fewer turn it as well: within jitter."""
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return False
    return min(abs(value - band.low), abs(value - band.high)) < ENTER * (band.high - band.low) < np.inf
