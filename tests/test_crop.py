"""The suggested crop, held against the bands themselves."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.crop import Crop, offer, reframed, suggest
from framing.crop.cut import CROWN
from framing.jpeg import delivered
from framing.judge import judge, read
from framing.perceive.fixed import sitter
from framing.perceive.still_eyes import StillEyes
from framing.presets.catalogue import load
from framing.types import Absent, Band, Body, Judgement, Preset, Scene, Severity, State, Viewfinder
from tests.builders import SITTERS, values
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, whole
from tests.words import because

PRESETS = load()
ROOMY = Viewfinder(0, 0, 3600, 2400)

every_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=list(PRESETS))
every_hair = pytest.mark.parametrize("hair", [1.0, 1.15, 1.4, 2.0])


def people(preset: Preset) -> int:
    """As few as the use takes."""
    return int(max(1.0, preset.musts["subjects"].low))


def far_off(hair: float = 1.15, people: int = 1, x: float = 0.75) -> Scene:
    """Somebody from head to foot in a wide picture, with room on every side."""
    return sitter(hair=hair, face_height=0.04, eye_line=0.3, aspect=1.5, x=x, people=people)


def crop(scene: Scene, preset: Preset, whole: Viewfinder = ROOMY) -> Crop:
    found = suggest(scene, whole, preset)
    assert isinstance(found, Crop)
    return found


@cache
def roomy(use: str, hair: float = 1.15) -> tuple[Scene, Crop]:
    """What the crop of somebody far off shows, and the crop."""
    scene = far_off(hair, people(PRESETS[use]))
    found = crop(scene, PRESETS[use])
    return reframed(scene, ROOMY, found.window), found


def wrong(scene: Scene, preset: Preset) -> list[Judgement]:
    """What a look at the crop alone finds outside the bands of the use, or cannot read and is a must."""
    judged = [j for j in judge(read(scene), preset) if j.measure.group == "crop"]
    return [
        j
        for j in judged
        if j.state in (State.LOW, State.HIGH) or (j.state is State.ABSENT and j.severity is Severity.ERROR)
    ]


@every_preset
@every_hair
def test_where_there_is_room_the_crop_judged_again_meets_every_band_whatever_the_hair(
    preset: Preset, hair: float
) -> None:
    scene, found = roomy(preset.name, hair)
    assert wrong(scene, preset) == []
    assert {j.measure.name for j in found.missed} <= {"headroom"}


@every_preset
@every_hair
def test_hair_is_cut_only_where_a_rule_leaves_it_no_room_and_the_crop_says_so(preset: Preset, hair: float) -> None:
    scene, found = roomy(preset.name, hair)
    above = scene.faces[0].hair_top.y
    pixel = 1.0 / found.window.height
    if preset.name != "schengen" or hair <= 1.4:  # eyes at most half way down, and a face of 0.356: 1.4 of it above
        assert above >= -pixel
    said = [because(j) for j in found.missed if j.measure.name == "headroom"]
    assert bool(said) == (above < 0.0)


@settings(max_examples=60, deadline=None)
@given(
    SITTERS.flatmap(lambda how: st.fixed_dictionaries({"pitch": st.floats(-40, 40)}).map(lambda more: how | more)),
    st.sampled_from(list(PRESETS)),
    st.integers(1, 3),
)
def test_no_crop_of_anybody_cuts_a_face_a_chin_or_a_crown_unless_the_use_allows_it(
    how: dict[str, Any], use: str, people: int
) -> None:
    preset, picture = PRESETS[use], Viewfinder(0, 0, round(600 * how["aspect"]), 600)
    scene = sitter(**how, people=people)
    found = suggest(scene, picture, preset)
    if isinstance(found, Absent):
        assert found.why
        return
    for face in reframed(scene, picture, found.window).faces:
        assert face.points[:, :2].min() >= -1e-9
        assert face.points[:, 0].max() <= found.window.aspect + 1e-9
        assert face.points[:, 1].max() <= 1.0 + 1e-9
        assert face.crown.y >= -1e-9 or CROWN in preset.shown


def test_only_a_creative_portrait_allows_the_crown_to_be_cut() -> None:
    assert [name for name, preset in PRESETS.items() if CROWN in preset.shown] == ["dramatic"]


def test_a_must_that_cannot_be_read_is_not_met() -> None:
    seen = replace(far_off(), body=Absent("the body in view is somebody else's"))
    missed = [j for j in crop(seen, PRESETS["linkedin"]).missed if j.severity is Severity.ERROR]
    assert [(j.measure.name, j.state) for j in missed] == [("circle", State.ABSENT)]


@every_preset
def test_the_crop_lies_inside_the_picture_and_has_the_aspect_of_its_use(preset: Preset) -> None:
    for picture in (ROOMY, Viewfinder(0, 0, 700, 2400), Viewfinder(0, 0, 2400, 500)):
        scene = sitter(aspect=picture.aspect, face_height=0.15 * min(picture.aspect, 1.0), people=people(preset))
        window = crop(scene, preset, picture).window
        assert 0 <= window.left <= window.left + window.width <= picture.width
        assert 0 <= window.top <= window.top + window.height <= picture.height
        assert abs(window.width - window.height * preset.aspect) <= 1.0


@every_preset
def test_a_mirrored_picture_gets_the_mirrored_crop(preset: Preset) -> None:
    left, right = (crop(far_off(x=x, people=people(preset)), preset).window for x in (0.6, 0.9))
    assert left.height == pytest.approx(right.height, rel=0.05)
    assert left.left == pytest.approx(ROOMY.width - right.left - right.width, abs=0.05 * left.width)


def test_a_tighter_use_gets_the_tighter_crop() -> None:
    heights = [roomy(use)[1].window.height for use in ("schengen", "headshot", "half_length", "full_length")]
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
    tight = sitter(face_height=0.3, eye_line=0.4)
    found = crop(tight, PRESETS["full_length"], Viewfinder(0, 0, 800, 1000))
    assert found.missed
    assert all(because(j) for j in found.missed)


def test_seen_through_another_viewfinder_and_back_everything_is_where_it_was() -> None:
    scene, window = far_off(), Viewfinder(100, 50, 800, 1000)
    back = reframed(reframed(scene, ROOMY, window), window, ROOMY)
    assert np.allclose(back.faces[0].points, scene.faces[0].points)
    assert isinstance(back.body, Body)
    assert isinstance(scene.body, Body)
    assert np.allclose(back.body.joints, scene.body.joints)


TIGHT = ("headshot", "yearbook", "badge", "schengen", "passport_us", "actor_8x10")


@pytest.mark.models
@pytest.mark.parametrize("seen", [astronaut, hopper])
def test_on_the_packaged_photographs_only_the_pictures_own_edges_keep_a_must_from_being_met(seen: Any) -> None:
    scene = {astronaut: astronaut_scene, hopper: hopper_scene}[seen]()
    height, width = seen().shape[:2]
    for preset in PRESETS.values():
        if people(preset) > 1:
            continue
        found = crop(scene, preset, Viewfinder(0, 0, width, height))
        missed = [j.measure.name for j in found.missed if j.severity is Severity.ERROR]
        assert not missed or found.window.width == width or found.window.height == height
        assert not missed or preset.name not in TIGHT


@pytest.mark.models
@pytest.mark.parametrize("seen", [astronaut, hopper])
def test_a_crop_that_is_cut_out_and_looked_at_again_meets_the_bands_of_its_use(seen: Any) -> None:
    scene = {astronaut: astronaut_scene, hopper: hopper_scene}[seen]()
    frame = whole(seen())
    with closing(StillEyes()) as eyes:
        for use in (*TIGHT, "linkedin"):
            found = offer(scene, frame.viewfinder, seen().shape[1::-1], PRESETS[use])
            assert not isinstance(found, Absent)
            again = eyes.see(whole(delivered(seen(), found.delivery)))
            assert [because(j) for j in wrong(again, PRESETS[use])] == [because(j) for j in found.missed] == []


def cut_off(**how: Any) -> float:
    """The share of the face that the edges of the picture cut off."""
    return values(sitter(face_height=0.3, aspect=0.8, **how))["face_cut"]


def test_a_whole_face_is_not_cut_and_one_outside_is_cut_off_wholly() -> None:
    assert cut_off(x=0.4, eye_line=0.4) == 0.0
    assert cut_off(x=2.0, eye_line=0.4) == 1.0
    assert cut_off(x=0.4, eye_line=-1.0) == 1.0


def test_an_edge_through_the_middle_cuts_half_of_the_face_on_whichever_side() -> None:
    assert cut_off(x=0.0, eye_line=0.4) == pytest.approx(0.5, abs=0.01)
    assert cut_off(x=0.8, eye_line=0.4) == pytest.approx(0.5, abs=0.01)


def test_the_farther_out_the_more_of_the_face_is_cut() -> None:
    aside = [cut_off(x=x, eye_line=0.4) for x in (0.4, 0.2, 0.1, 0.0, -0.1, -0.3)]
    down = [cut_off(x=0.4, eye_line=y) for y in (0.4, 0.7, 0.9, 1.1, 1.4)]
    assert aside == sorted(aside)
    assert down == sorted(down)


def test_a_face_in_the_corner_is_cut_by_both_edges() -> None:
    side, corner = cut_off(x=0.0, eye_line=0.4), cut_off(x=0.0, eye_line=0.0)
    assert side < corner < 1.0
