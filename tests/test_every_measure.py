"""What must hold of every measure, also of one that is added later."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping
from itertools import groupby, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from framing import parts
from framing.advise import remedy
from framing.judge import read
from framing.measures import MEASURES
from framing.perceive.fixed import empty_room, sitter
from framing.say import ENGLISH, readings
from framing.say.cues import spoken
from framing.types import Absent, Direction, HowFar, Image, Judgement, Measure, Scene, Severity, State, Viewer
from tests.builders import SITTERS, framed, in_a_room, mirrored, moved, values
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, seen

ALL = [pytest.param(m, id=m.name) for m in MEASURES.values()]
REMEDIED = [
    (measure, state, found)
    for measure in MEASURES.values()
    for state in (State.LOW, State.HIGH)
    if (found := remedy(measure, state)) is not None
]
REMEDIES = [pytest.param(m, state, id=f"{m.name}-{state}") for m, state, _ in REMEDIED]
# A remedy of light, place or face has no direction.
FOLLOWABLE = [
    pytest.param(m, state, id=f"{m.name}-{state}")
    for m, state, found in REMEDIED
    if found.direction is not Direction.NONE
]
# Of the models themselves.
MIRROR_NOISE = {
    "degrees": 4.0,
    "stops": 0.3,
    "L*": 6.0,
    "b*": 2.0,
    "a*": 2.0,
    "people": 0.5,
    "heads": 0.2,
    "of 1": 0.3,
}


@settings(max_examples=60)
@given(SITTERS)
def test_every_reading_is_a_finite_number_or_says_why_not(how: dict[str, Any]) -> None:
    for reading in read(sitter(**how)).values():
        value = reading.value
        assert str(value.why) if isinstance(value, Absent) else math.isfinite(value), reading


def test_an_empty_room_leaves_everything_absent_but_the_number_of_people() -> None:
    readings = read(empty_room())
    there = {name for name, r in readings.items() if not isinstance(r.value, Absent)}
    assert there == {"subjects"}
    assert readings["subjects"].value == 0


def by_the_mirror(name: str, mirrored: Mapping[str, float]) -> float:
    """What a measure has to read, by what is read in the mirror.

    A measure of one side has its name from it, and one whose sign is a side says so in the first line of its docstring.
    """
    if name.endswith(("_left", "_right")):
        what, side = name.rsplit("_", 1)
        return mirrored[f"{what}_{'right' if side == 'left' else 'left'}"]
    signed = re.search(r"\+ .*sitter's (own )?(left|right)", first_line(MEASURES[name]))
    return -mirrored[name] if signed else mirrored[name]


def first_line(measure: Measure) -> str:
    return (inspect.getdoc(measure.take) or "").splitlines()[0]


@settings(max_examples=60)
@given(SITTERS)
def test_a_mirror_flips_the_signed_readings_swaps_the_sides_and_leaves_the_rest(how: dict[str, Any]) -> None:
    # The hand-made backdrop is drawn on whole pixels, of which a head at the edge may have one or none: what is read of
    # it is held to the mirror on photographs, below. A joint on the very edge may round either way.
    how = {**how, "x": round(how["x"], 3) + 1e-4}
    here, there = values(sitter(**how)), values(sitter(**mirrored(how)))
    assert here.keys() == there.keys()
    for name, value in here.items():
        if MEASURES[name].of not in (parts.backdrop, parts.lit_scene):
            assert value == pytest.approx(by_the_mirror(name, there), abs=2e-3), name


@pytest.mark.models
@pytest.mark.parametrize(("photograph", "scene"), [(astronaut, astronaut_scene), (hopper, hopper_scene)])
def test_a_mirrored_photograph_reads_mirrored(photograph: Callable[[], Image], scene: Callable[[], Scene]) -> None:
    here, there = values(scene()), values(seen(np.ascontiguousarray(photograph()[:, ::-1])))
    for name in here.keys() & there.keys() - {"joint_at_edge"}:
        unit = MEASURES[name].unit
        expected = by_the_mirror(name, there)
        allowed = max(MIRROR_NOISE.get(unit, 0.06), 0.1 * abs(expected))
        # Shoulders: bulky clothes (docs/measures.md); a body whose turn the model misjudges by 4 either way; and
        # hands below the edge, of which the model is never sure; and a line, which is followed farther from one side.
        allowed = {"shoulder_tilt": 9.0, "body_yaw": 12.0, "eye_contact": 7.0, "hands": 0.4, "horizon": 0.25}.get(
            name, allowed
        )
        assert here[name] == pytest.approx(expected, abs=allowed), name


@pytest.mark.parametrize(("measure", "state"), FOLLOWABLE)
def test_following_a_remedy_moves_its_reading_toward_the_band(measure: Measure, state: State) -> None:
    found = remedy(measure, state)
    assert found is not None
    level = {"x": 0.42, "aspect": 0.8, "yaw": 0.0, "roll": 0.0, "body_yaw": 0.0}
    level["shoulder_tilt"] = -12.0 if state is State.LOW else 12.0  # a head that leans alike takes its part
    # Tried from near and far, high and low, since a joint or a margin can only change where it is in play.
    starts = [{**level, "eye_line": y, "face_height": t} for y in (0.3, 0.4) for t in (0.05, 0.1, 0.16, 0.25, 0.35)]
    rooms = [{"lamp": side * 60.0, "pole": level["x"] + side * 0.03} for side in (-1, 1)]
    name = measure.name
    there: list[tuple[float, float]] = []
    for start, room in product(starts, rooms):
        before, after = in_a_room(start, **room), in_a_room(_followed(start, found.direction), **room)
        if name in before and name in after:
            there.append((before[name], after[name]))
    # The remedy is meant for those who need it. Where none of these does, it has to move them all the same way.
    needing = [(before, after) for before, after in there if measure.band and measure.band.state(before) is state]
    changes = [after - before for before, after in needing or there]
    toward = 1.0 if state is State.LOW else -1.0
    assert any(c * toward > 1e-9 for c in changes), (found, changes)
    assert not any(c * toward < -1e-9 for c in changes), (found, changes)


def _followed(how: Mapping[str, Any], direction: Direction) -> dict[str, Any]:
    steps = 6 if direction in (Direction.FARTHER, Direction.NEARER) else 1
    for _ in range(steps):
        how = moved(how, direction)
    return {**how, "face_height": max(how["face_height"], 0.02)}


@settings(max_examples=40)
@given(SITTERS)
def test_angles_and_expressions_do_not_depend_on_place_or_size(how: dict[str, Any]) -> None:
    elsewhere = {**how, "x": how["aspect"] / 2, "eye_line": 0.4, "face_height": 0.2}
    here, there = values(sitter(**how)), values(sitter(**elsewhere))
    for name in here.keys() & there.keys():
        if MEASURES[name].unit == "degrees" or MEASURES[name].group == "expression":
            assert here[name] == pytest.approx(there[name], abs=1e-6), name


@settings(max_examples=40)
@given(SITTERS)
def test_coming_closer_makes_the_face_larger_and_shows_fewer_heads(how: dict[str, Any]) -> None:
    how = {**how, "face_height": min(how["face_height"], 0.4), "eye_line": min(how["eye_line"], 0.9)}
    how["x"] = how["aspect"] / 2  # aside, a foot may come into the picture
    closer = {**how, "face_height": how["face_height"] * 1.3}
    here, there = values(sitter(**how)), values(sitter(**closer))
    assert there["face_height"] > here["face_height"]
    assert there["tightness"] > here["tightness"]
    assert there["heads_shown"] <= here["heads_shown"]


def test_hair_never_counts_as_being_too_close() -> None:
    low, tall = framed(hair=1.0), framed(hair=2.0)
    assert low["face_height"] == tall["face_height"]


@pytest.mark.parametrize("measure", ALL)
def test_every_measure_says_what_it_returns_and_in_which_unit(measure: Measure) -> None:
    first = first_line(measure)
    assert first.endswith((".", ":")) or len(first) > 40
    assert measure.label
    assert measure.unit
    assert measure.group in {"crop", "light", "background", "pose", "expression"}


# What can be given in each unit: wide enough that each of a measure's words is said.
SPANS = {
    "eye distances": (-1, 6),
    "face heights": (-0.5, 4),
    "heads": (0, 8),
    "radii": (0, 3),
    "degrees": (-45, 45),
    "stops": (-4, 9),
    "L*": (0, 100),
    "a*": (-40, 40),
    "b*": (-40, 40),
    "cm": (20, 500),
    "pixels": (10, 400),
    "people": (0, 5),
    "faces": (0, 1),
    "shoulders": (0, 2),
    "index": (0, 0.05),
    "of 100": (0, 100),
    "hours from 12 o'clock": (-5.4, 6.4),
    "times": (1, 3),
    "open eyes": (0, 2),
    "eyes": (0, 2),
    "mouths": (0, 1),
    "quarter turns": (0, 2),
    "visibility": (0, 1),
    "0 to 1": (0, 1),
    "of 1": (0, 1),
    "of the shorter side": (-0.3, 1),
    "viewfinder widths": (-0.6, 0.6),
    "viewfinder heights": (-0.3, 1),
    "share of the backdrop": (0, 1),
    "share of the face": (0, 1),
    "share of the picture": (0, 1),
}
# What only an engineer reads; a photographer does read %, degrees, stops and pixels.
JARGON = re.compile(r"[*‰×]|eye distance|\d eyes|face height|\d faces|radii|index|viewfinder|visibility|of 1")


def sweep(measure: Measure) -> list[float]:
    """From below what a measure can give to above it, the counts as whole numbers."""
    low, high = SPANS[measure.unit]
    if measure.unit in ("people", "faces", "shoulders"):
        return [float(count) for count in range(int(low), int(high) + 1)]
    return [float(value) for value in np.linspace(low, high, 400)]


@pytest.mark.parametrize("measure", ALL)
def test_every_measure_has_words_in_the_order_of_its_values(measure: Measure) -> None:
    assert measure.words is not None, "what stands on the page is said and not counted"
    said = [str(measure.words(value)) for value in sweep(measure)]
    assert all(words.strip() for words in said)
    wordings = [wording for wording, _ in groupby(re.sub(r"\d+(\.\d+)?", "#", words) for words in said)]
    assert len(wordings) == len(set(wordings)), f"a wording comes back: {wordings}"


@pytest.mark.parametrize("measure", ALL)
def test_no_jargon_shows_at_first_sight_and_every_reading_has_room_on_its_card(measure: Measure) -> None:
    for value in sweep(measure):
        judgement = Judgement(measure, value, None, State.OK, Severity.STYLE)
        shown = readings.value(judgement, ENGLISH)
        assert not JARGON.search(shown), shown
        assert len(measure.label) + len(shown) <= readings.ROOM, f"{measure.label} {shown}"
        assert measure.unit.split()[0] in readings.numbered(judgement, ENGLISH), "a click away"


@pytest.mark.parametrize(("measure", "state"), REMEDIES)
@pytest.mark.parametrize("viewer", list(Viewer))
def test_every_remedy_speaks_to_the_one_who_looks(measure: Measure, state: State, viewer: Viewer) -> None:
    found = remedy(measure, state)
    assert found is not None
    text = spoken(found, HowFar.LITTLE, sitter=viewer.sitter)
    assert "{" not in text
    assert not text.endswith(".")
    if viewer is Viewer.FRONT:
        assert "their" not in text.split()
    else:
        assert "your" not in text.split()


def test_ranks_are_all_different_so_that_the_order_of_cues_is_strict() -> None:
    ranks = [m.rank for m in MEASURES.values()]
    assert len(set(ranks)) == len(ranks)


def test_readings_come_in_the_order_of_their_cues() -> None:
    ranks = [r.measure.rank for r in read(astronaut_like()).values()]
    assert ranks == sorted(ranks)


def astronaut_like() -> Scene:
    return sitter(face_height=0.15, eye_line=0.2)
