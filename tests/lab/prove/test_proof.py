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
from framing.lab.prove.base import Base, framed
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


@every_kind
def test_a_known_change_moves_its_reading_brings_its_cure_and_no_other_error(kind: Kind, eyes: StillEyes) -> None:
    trials = [t for photograph in PACKAGED if isinstance(t := tried(kind, base(photograph), eyes), Trial)]
    if not trials:
        pytest.skip("in neither photograph is there nothing to say that comes before the cure")
    for trial in trials:
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
