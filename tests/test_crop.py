"""The suggested crop, held against the bands themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from framing.crop import Crop, reframed, suggest
from framing.judge import judge, read
from framing.perceive.fixed import empty_room, sitter
from framing.presets import load
from framing.types import Absent, Band, Body, Image, Preset, Scene, Severity, State, Viewfinder
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene

PRESETS = load()
ROOMY = Viewfinder(0, 0, 3600, 2400)

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))


def far_off(hair: float = 1.15, people: int = 1, x: float = 0.75) -> Scene:
    """Somebody from head to foot in a wide picture, with room on every side."""
    return sitter(hair=hair, face_height=0.04, eye_line=0.3, aspect=1.5, x=x, people=people)


def crop(scene: Scene, preset: Preset, whole: Viewfinder = ROOMY) -> Crop:
    found = suggest(scene, whole, preset)
    assert isinstance(found, Crop)
    return found


@every_preset
@pytest.mark.parametrize("hair", [1.0, 2.0])
def test_where_there_is_room_the_crop_meets_every_must_whatever_the_hair(preset: Preset, hair: float) -> None:
    scene = far_off(hair, people=int(max(1.0, preset.musts["subjects"].low)))
    found = crop(scene, preset)
    assert [j.because for j in found.missed if j.severity is Severity.ERROR] == []
    judged = judge(read(reframed(scene, ROOMY, found.window)), preset)
    missed = [j for j in judged if j.measure.group == "crop" and j.state not in (State.OK, State.ABSENT)]
    assert missed == list(found.missed)


@every_preset
def test_the_crop_lies_inside_the_picture_and_has_the_aspect_of_its_use(preset: Preset) -> None:
    for whole in (ROOMY, Viewfinder(0, 0, 700, 2400), Viewfinder(0, 0, 2400, 500)):
        window = crop(sitter(aspect=whole.aspect), preset, whole).window
        assert 0 <= window.left <= window.left + window.width <= whole.width
        assert 0 <= window.top <= window.top + window.height <= whole.height
        assert abs(window.width - window.height * preset.aspect) <= 1.0


@every_preset
def test_a_mirrored_picture_gets_the_mirrored_crop(preset: Preset) -> None:
    people = int(max(1.0, preset.musts["subjects"].low))
    left, right = (crop(far_off(x=x, people=people), preset).window for x in (0.6, 0.9))
    assert left.height == pytest.approx(right.height, rel=0.05)
    assert left.left == pytest.approx(ROOMY.width - right.left - right.width, abs=0.05 * left.width)


def test_a_tighter_use_gets_the_tighter_crop() -> None:
    heights = [
        crop(far_off(), PRESETS[name]).window.height for name in ("schengen", "headshot", "half_length", "full_length")
    ]
    assert heights == sorted(heights)


def test_more_headroom_asked_for_is_more_headroom_given() -> None:
    headshot = PRESETS["headshot"]
    tops = []
    for band in (Band(0.0, 0.04), Band(0.05, 0.1), Band(0.11, 0.15)):
        asked = replace(headshot, musts={**headshot.musts, "headroom": band})
        tops.append(crop(far_off(), asked).window)
    rooms = [(0.3 * ROOMY.height - window.top) / window.height for window in tops]
    assert rooms == sorted(rooms)


def test_what_the_picture_has_no_room_for_is_named() -> None:
    tight = sitter(face_height=0.45, eye_line=0.4)
    found = crop(tight, PRESETS["full_length"], Viewfinder(0, 0, 800, 1000))
    assert found.missed
    assert all(j.because for j in found.missed)


def test_nobody_gets_no_crop() -> None:
    assert isinstance(suggest(empty_room(), ROOMY, PRESETS["headshot"]), Absent)


def test_seen_through_another_viewfinder_and_back_everything_is_where_it_was() -> None:
    scene, window = far_off(), Viewfinder(100, 50, 800, 1000)
    back = reframed(reframed(scene, ROOMY, window), window, ROOMY)
    assert np.allclose(back.faces[0].points, scene.faces[0].points)
    assert isinstance(back.body, Body)
    assert isinstance(scene.body, Body)
    assert np.allclose(back.body.joints, scene.body.joints)


@every_preset
@pytest.mark.models
@pytest.mark.parametrize("pixels", [astronaut(), hopper()], ids=["astronaut", "hopper"])
def test_on_the_packaged_photographs_only_the_pictures_own_edges_keep_a_must_from_being_met(
    preset: Preset, pixels: Image
) -> None:
    scene = astronaut_scene() if pixels is astronaut() else hopper_scene()
    height, width = pixels.shape[:2]
    found = crop(scene, preset, Viewfinder(0, 0, width, height))
    missed = [j.measure.name for j in found.missed if j.severity is Severity.ERROR and j.measure.name != "subjects"]
    assert not missed or found.window.width == width or found.window.height == height
    if preset.name in ("headshot", "yearbook", "badge", "schengen", "passport_us", "actor_8x10"):
        assert missed == []
