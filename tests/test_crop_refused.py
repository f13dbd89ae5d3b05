"""Where no crop is offered, and the sentence that says why."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from framing.crop import Crop, Offer, offer, suggest
from framing.crop.refuse import THROWN_BACK
from framing.perceive.fixed import empty_room, face, sitter
from framing.presets.catalogue import load
from framing.types import Absent, Point, Points, Scene, Viewfinder

PRESETS = load()
PICTURE = Viewfinder(0, 0, 800, 1000)


def why(scene: Scene, use: str, picture: Viewfinder = PICTURE) -> str:
    found = suggest(scene, picture, PRESETS[use])
    assert isinstance(found, Absent)
    return str(found.why)


def moved(scene: Scene, across: float, down: float) -> Scene:
    def there(points: Points) -> Points:
        return np.asarray(points + np.array([across, down, 0.0]))

    return replace(scene, faces=tuple(replace(face, points=there(face.points)) for face in scene.faces))


def faceless(scene: Scene) -> Scene:
    """Somebody turned away: a body, and no face to read."""
    return replace(scene, faces=())


@pytest.mark.parametrize("use", PRESETS)
def test_nobody_gets_no_crop(use: str) -> None:
    assert "Nobody" in why(empty_room(), use)


@pytest.mark.parametrize(("turns", "said"), [(1, "on its side"), (2, "upside down"), (3, "on its side")])
def test_a_picture_that_does_not_stand_upright_is_to_be_turned_first(turns: int, said: str) -> None:
    assert f"Turn the picture first: it is {said}" in why(replace(sitter(), quarter_turns=turns), "portrait")


def test_a_face_on_the_wall_that_the_crop_leaves_out_does_not_count_against_it() -> None:
    wall = face(Point(0.1, 0.2), 0.03)
    for use in ("passport_us", "schengen"):
        aside = replace(sitter(x=0.5, face_height=0.1), others=(wall,))
        found = suggest(aside, PICTURE, PRESETS[use])
        assert isinstance(found, Crop)
        assert found.missed == ()


def test_several_people_get_none_for_one_person_and_one_gets_none_for_a_group() -> None:
    assert "3 people" in why(sitter(face_height=0.1, people=3), "headshot")
    assert "one person alone" in why(sitter(face_height=0.1, people=2), "full_length")
    assert "2 or more" in why(sitter(face_height=0.1), "group")
    assert isinstance(suggest(sitter(face_height=0.1, people=3), PICTURE, PRESETS["portrait"]), Crop)


@pytest.mark.parametrize("use", PRESETS)
def test_without_a_readable_face_only_head_to_foot_can_be_cropped(use: str) -> None:
    people = int(max(1.0, PRESETS[use].musts["subjects"].low))
    scene = faceless(sitter(face_height=0.05, eye_line=0.2, people=people))
    if use == "full_length":
        found = suggest(scene, PICTURE, PRESETS[use])
        assert isinstance(found, Crop)
        assert found.missed == ()
    else:
        assert "face" in why(scene, use)


@pytest.mark.parametrize(("across", "down"), [(-0.35, 0.0), (0.35, 0.0), (0.0, 0.4), (0.0, -0.34)])
def test_a_face_that_the_pictures_own_edge_cuts_gets_no_crop_for_any_use(across: float, down: float) -> None:
    cut = moved(sitter(face_height=0.24), across, down)
    for use in ("headshot", "passport_us", "portrait", "dramatic"):
        assert "own edge cuts the face" in why(cut, use)


def test_a_crown_that_the_pictures_own_edge_cuts_gets_one_only_for_a_use_that_allows_it() -> None:
    cut = sitter(face_height=0.24, eye_line=0.22)
    assert "own edge cuts the top of the head" in why(cut, "portrait")
    found = suggest(cut, PICTURE, PRESETS["dramatic"])
    assert isinstance(found, Crop)
    assert "headroom" in {j.measure.name for j in found.missed}


def test_a_head_thrown_back_or_bent_far_gets_none_and_one_held_high_does() -> None:
    assert "back" in why(sitter(face_height=0.15, pitch=-THROWN_BACK - 5.0), "linkedin")
    assert "forward" in why(sitter(face_height=0.15, pitch=THROWN_BACK + 20.0), "linkedin")
    assert isinstance(suggest(sitter(face_height=0.15, pitch=-15.0), PICTURE, PRESETS["linkedin"]), Crop)


def test_a_picture_too_tight_for_the_shape_of_a_use_says_so() -> None:
    wide, tall = "actor_10x8", Viewfinder(0, 0, 500, 1000)
    assert "too tight" in why(sitter(aspect=0.5, face_height=0.25, eye_line=0.4), wide, tall)


def test_a_document_from_too_few_pixels_is_refused_and_a_picture_for_a_screen_is_not() -> None:
    scene, few = sitter(face_height=0.2), (96, 120)
    seen = Viewfinder(0, 0, *few)
    refused = offer(scene, seen, few, PRESETS["passport_us"])
    assert isinstance(refused, Absent)
    assert "Too few pixels" in str(refused.why)
    offered = offer(scene, seen, few, PRESETS["linkedin"])
    assert isinstance(offered, Offer)
    assert offered.delivery.enlarged == 1.0


def test_an_offer_is_told_in_pixels_of_the_full_picture_however_thinned_it_was_looked_at() -> None:
    scene = sitter(face_height=0.2)
    for use, preset in PRESETS.items():
        if use == "group":
            continue
        found, twice = (offer(scene, PICTURE, (800 * by, 1000 * by), preset) for by in (1, 7))
        assert isinstance(found, Offer)
        assert isinstance(twice, Offer)
        small, large = found.delivery.window, twice.delivery.window
        assert large.height == pytest.approx(7 * small.height, abs=7)
        assert (large.left, large.top) == pytest.approx((7 * small.left, 7 * small.top), abs=7)
        assert abs(large.width - large.height * preset.aspect) <= 1.0
        assert large.left + large.width <= 5600
        assert large.top + large.height <= 7000
