"""A photograph to match: what it asks for, what it leaves alone, and what a picture beside it is worth."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from framing.errors import PhotoError
from framing.guide import guide
from framing.lab.prove.geometry import through
from framing.lab.prove.relight import skinned
from framing.perceive.fixed import empty_room, sitter
from framing.perceive.still_eyes import StillEyes
from framing.school.reference import LEFT_ALONE, SIZE, WIDTHS, Reference, match, reference
from framing.school.sample import sampled, seen
from framing.types import Absent, Image, Scene, Viewfinder
from tests.builders import SITTERS, mirrored
from tests.photographs import astronaut_scene, hopper, hopper_scene, whole

SIDED = ("centring", "roll", "yaw", "key_side")


def of(scene: Scene) -> Reference:
    return reference(scene, "a photograph")


def worth(found: Reference, scene: Scene) -> float:
    """What that scene is worth beside the reference."""
    return match(found.step, sampled([seen(guide(scene, found.step.preset), scene)]))


def placed(**how: Any) -> Scene:
    return sitter(**{"aspect": 0.8, "x": 0.4, "face_height": 0.25, "eye_line": 0.4, **how})


@settings(max_examples=40)
@given(SITTERS)
def test_the_reference_itself_matches_in_full(how: dict[str, Any]) -> None:
    scene = sitter(**how)
    assert worth(of(scene), scene) >= 95.0


@settings(max_examples=40)
@given(SITTERS)
def test_a_mirrored_reference_asks_for_the_mirrored_place_turn_and_light(how: dict[str, Any]) -> None:
    here, there = of(sitter(**how)).step.preset.musts, of(sitter(**mirrored(how))).step.preset.musts
    assert here.keys() == there.keys()
    for name, band in here.items():
        if name in SIDED:
            assert (band.low, band.high) == pytest.approx((-there[name].high, -there[name].low), abs=1e-6)
        elif name != "backdrop_tone":  # the hand-made backdrop is drawn on whole pixels
            assert tuple(band) == pytest.approx(tuple(there[name]), abs=1e-6)


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("x", (0.4, 0.43, 0.47, 0.55)),
        ("eye_line", (0.4, 0.44, 0.5, 0.58)),
        ("face_height", (0.25, 0.21, 0.17, 0.12)),
        ("yaw", (0.0, 8.0, 16.0, 30.0)),
        ("roll", (0.0, -6.0, -12.0, -20.0)),
    ],
)
def test_farther_from_the_reference_is_worth_less(name: str, steps: tuple[float, ...]) -> None:
    found = of(placed())
    points = [worth(found, placed(**{name: value})) for value in steps]
    assert points == sorted(points, reverse=True)
    assert points[0] >= 95.0 > points[-1]


def test_the_one_next_cue_leads_toward_the_reference() -> None:
    found = of(placed(face_height=0.3))
    assert guide(placed(face_height=0.2), found.step.preset).cues[0].id == "face_height.low"
    assert guide(placed(face_height=0.42), found.step.preset).cues[0].id == "face_height.high"
    assert guide(placed(face_height=0.3), found.step.preset).cues == ()


def test_what_cannot_be_read_is_said_and_not_asked_for() -> None:
    dark = replace(placed(), lit_face=Absent("too dark"), backdrop=Absent("too dark"))
    found = of(dark)
    assert not {"key_side", "light_height", "backdrop_tone"} & found.step.preset.musts.keys()
    assert len(found.lacking) == 3
    assert not of(placed()).lacking


def test_a_photograph_without_a_face_is_refused_with_a_sentence() -> None:
    with pytest.raises(PhotoError, match="a face that can be read"):
        of(empty_room())


def test_looks_and_expression_are_never_asked_for() -> None:
    found = of(placed())
    assert set(found.step.counts) <= {*WIDTHS, "face_height", "subjects"}
    calm, glad = placed(), placed()
    glad = replace(glad, faces=(replace(glad.faces[0], expression={"mouthSmileLeft": 1.0, "mouthSmileRight": 1.0}),))
    assert of(calm).step.preset.musts == of(glad).step.preset.musts
    assert any("expression" in str(line) for line in LEFT_ALONE)


def test_its_frame_has_the_photographs_own_shape() -> None:
    for aspect in (0.66, 0.8, 1.0, 1.5):
        assert of(sitter(aspect=aspect)).step.preset.aspect == pytest.approx(aspect)


def test_the_outline_lies_in_the_photograph_and_begins_with_the_face() -> None:
    lines = of(placed()).ghost.lines
    oval = np.array(lines[0])
    assert np.allclose(oval[0], oval[-1])
    assert 0.2 < oval[:, 0].min() < oval[:, 0].max() < 0.6
    assert all(0.0 <= y <= 1.0 for line in lines[1:] for _, y in line)


# With the real models.


def look(picture: Image) -> Scene:
    with closing(StillEyes()) as eyes:
        return eyes.see(whole(np.ascontiguousarray(picture)))


@pytest.mark.models
def test_a_photograph_matches_itself_and_another_one_less() -> None:
    for scene, other in ((astronaut_scene(), hopper_scene()), (hopper_scene(), astronaut_scene())):
        found = of(scene)
        assert worth(found, scene) >= 95.0 > 80.0 > worth(found, other)


@pytest.mark.models
def test_a_photograph_zoomed_shifted_or_of_darker_skin_is_worth_what_changed() -> None:
    picture, scene = hopper(), hopper_scene()
    found, height = of(scene), picture.shape[0]
    square = Viewfinder.whole(picture)
    aside = [worth(found, look(through(picture, square.moved(round(by * height), 0)))) for by in (0.05, 0.15)]
    assert 100.0 > aside[0] > aside[1]
    mesh = Viewfinder.whole(picture).to_pixels(scene.faces[0].points)
    assert worth(found, look(skinned(picture, mesh, 0.4))) >= 90.0


def test_the_bands_are_wider_than_a_sitters_breath() -> None:
    # A sitter sways by 2% of the face's height and nods by 0.4 degrees (framing.lab.sitter.person).
    assert WIDTHS["eye_line"] > 0.02 * 0.42
    assert SIZE > 0.02
    assert min(WIDTHS[name] for name in ("roll", "pitch", "yaw")) > 2 * 0.4


def test_no_look_is_worth_nothing_but_says_so_without_an_error() -> None:
    found = of(placed())
    assert 0.0 <= match(found.step, sampled(())) < 50.0
