"""The packaged photograph through real models: what a lamp can do, and what a single fault costs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from framing.lab.prove.base import Base, framed
from framing.lab.prove.kinds import KINDS
from framing.lab.prove.run import PACKAGED
from framing.lab.school.faults import Fault, copied
from framing.lab.school.lamp import lit
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.school.catalogue import load
from framing.school.score import judged

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def eyes() -> Iterator[StillEyes]:
    with closing(StillEyes()) as eyes:
        yield eyes


@pytest.fixture(scope="module")
def base(eyes: StillEyes) -> Base:
    found = framed(open_photo(PACKAGED[0]).frame.pixels, eyes)
    assert isinstance(found, Base)
    return found


@pytest.fixture(scope="module")
def faults(base: Base, eyes: StillEyes) -> list[Fault]:
    names = ("shifted left", "zoomed out", "darkened three stops", "right darkened", "warm")
    return list(copied(base, eyes, [kind for kind in KINDS if kind.name in names]))


def test_no_axis_moves_by_more_than_the_readings_of_its_own_explain(faults: list[Fault]) -> None:
    assert len(faults) >= 4
    assert not any(fault.unexplained or fault.unequal for fault in faults)


def test_a_single_fault_costs_most_on_the_axis_of_its_own_reading(faults: list[Fault]) -> None:
    assert all(fault.own > 10.0 and fault.own >= fault.others for fault in faults), faults


def test_a_virtual_lamp_sets_four_to_one(base: Base, eyes: StillEyes) -> None:
    drill = load()["ratios"]
    found = lit(drill, drill.steps[1], base, eyes)
    axes = judged(drill.steps[1], found.sample, drill.rubric)
    assert all(score.level in ("good", "sure") for score in axes if score.points is not None), axes
