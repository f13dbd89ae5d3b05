"""Who is there: pictures made of the packaged photographs, and packaged ones of animals and things."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import cv2
import numpy as np
import pytest
import skimage.data

from framing.perceive.beats import HEADS
from framing.perceive.heads import Heads
from framing.perceive.live_eyes import LiveEyes
from framing.perceive.skin_colour import painted
from framing.types import Absent, Image, Viewfinder
from tests.photographs import as_image, astronaut, astronaut_scene, hopper, seen, whole

pytestmark = pytest.mark.models


def cameraman() -> Image:
    """A man behind a camera in profile, black and white."""
    return as_image(cv2.cvtColor(skimage.data.camera(), cv2.COLOR_GRAY2RGB))


def group(across: int, down: int, width: int = 1280, height: int = 720, size: int = 150) -> Image:
    """A wall of small busts, each of another brightness, every second one in the mirror."""
    picture = np.full((height, width, 3), 120, np.uint8)
    busts = astronaut()[:330, 60:390], hopper()[40:, 30:500][:470]
    for i in range(across * down):
        row, column = divmod(i, across)
        bust = cv2.resize(busts[i % 2][:, :: 1 - 2 * (i // 2 % 2)], (size, size), interpolation=cv2.INTER_AREA)
        lit = np.clip(bust * (0.7 + 0.1 * (i % 5)), 0, 255).astype(np.uint8)
        x = round((column + 0.5) * width / across - size / 2)
        y = round((row + 0.5) * height / down - size / 2)
        picture[y : y + size, x : x + size] = lit
    return picture


def drawing() -> Image:
    """A face and shoulders of flat colours."""
    picture = np.full((512, 512, 3), 245, np.uint8)
    cv2.ellipse(picture, (256, 560), (190, 200), 0, 0, 360, (60, 90, 180), -1)
    cv2.ellipse(picture, (256, 230), (105, 135), 0, 0, 360, (240, 200, 170), -1)
    for x in (215, 297):
        cv2.ellipse(picture, (x, 210), (16, 9), 0, 0, 360, (255, 255, 255), -1)
        cv2.circle(picture, (x, 210), 7, (40, 30, 20), -1)
        cv2.line(picture, (x - 20, 185), (x + 20, 185), (70, 40, 20), 6)
    cv2.line(picture, (256, 220), (250, 262), (200, 150, 120), 4)
    cv2.ellipse(picture, (256, 300), (34, 14), 0, 0, 180, (170, 60, 60), -1)
    cv2.ellipse(picture, (256, 130), (112, 70), 0, 180, 360, (70, 40, 20), -1)
    return picture


@pytest.mark.parametrize(("across", "down", "size", "off"), [(3, 2, 200, 0), (5, 3, 110, 3)])
def test_small_faces_in_a_group_are_counted(across: int, down: int, size: int, off: int) -> None:
    assert abs(seen(group(across, down, size=size)).people - across * down) <= off


def test_as_many_people_are_in_a_picture_as_in_its_mirror_image() -> None:
    picture = group(4, 2, size=150)
    assert seen(picture).people == seen(np.ascontiguousarray(picture[:, ::-1])).people == 8


def test_a_man_in_profile_behind_a_camera_is_somebody() -> None:
    assert seen(cameraman()).people == 1


def test_a_close_face_in_hard_black_and_white_without_a_body_is_somebody() -> None:
    close = cv2.cvtColor(astronaut()[20:200, 140:310], cv2.COLOR_RGB2GRAY).astype(np.float32)
    hard = np.clip((close - 128) * 2.0 + 128, 0, 255).astype(np.uint8)
    scene = seen(cv2.cvtColor(cv2.resize(hard, None, fx=3, fy=3), cv2.COLOR_GRAY2RGB))
    assert scene.people == len(scene.faces) == 1


def test_a_face_stays_somebodys_in_a_picture_darkened_to_a_third() -> None:
    assert seen((astronaut() * 0.33).astype(np.uint8)).people == 1


@pytest.mark.parametrize("picture", [skimage.data.chelsea, skimage.data.coffee, skimage.data.rocket, drawing])
def test_animals_things_and_drawings_are_nobody(picture: Callable[[], Image]) -> None:
    assert seen(np.ascontiguousarray(picture())).people == 0


def test_a_person_is_likelier_a_person_than_a_cat_from_the_side_too() -> None:
    heads = Heads()
    cat = np.ascontiguousarray(skimage.data.chelsea())
    assert min(likest(heads, picture) for picture in (astronaut(), hopper(), cameraman())) > likest(heads, cat) + 0.2


def test_flat_colours_are_paint_and_light_on_skin_is_not_dark_burnt_out_or_grey() -> None:
    mesh = astronaut_scene().faces[0].points * 512
    grey = cv2.cvtColor(cv2.cvtColor(astronaut(), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    for picture in (astronaut(), grey, astronaut() // 5, np.clip(astronaut() * 3.0, 0, 255).astype(np.uint8)):
        assert not painted(as_image(picture), mesh)
    assert painted(np.full_like(astronaut(), (240, 200, 170)), mesh)


@pytest.mark.parametrize(("top", "bottom"), [(0.45, 1.1), (-0.2, 0.2)], ids=["a mask", "a cap"])
def test_flat_cloth_over_one_part_of_the_face_leaves_somebody_there(top: float, bottom: float) -> None:
    face = astronaut_scene().faces[0]
    points = face.points[:468, :2] * 512
    low, high = points[:, 1].min(), points[:, 1].max()
    covered = astronaut().copy()
    rows = slice(int(low + top * (high - low)), int(low + bottom * (high - low)))
    covered[rows, int(points[:, 0].min()) : int(points[:, 0].max())] = (190, 215, 225)
    assert not painted(covered, face.points * 512)
    assert seen(covered).people == 1


def likest(heads: Heads, picture: Image) -> float:
    there = heads.faces(picture, [Viewfinder(0, 0, picture.shape[1], picture.shape[0])], least=0.05)
    return max((heads.likeness(picture, spot) for spot in there[:3]), default=0.0)


def test_the_detector_finds_the_face_where_the_landmarker_does() -> None:
    found = seen(astronaut()).faces[0]
    spot = Heads().faces(astronaut(), [Viewfinder(0, 0, 512, 512)])[0]
    assert (spot.x / 512, spot.y / 512) == pytest.approx((found.eyes.x, found.eyes.y), abs=0.6 * found.height)


def test_somebody_in_profile_is_seen_live_and_an_empty_wall_is_nobody() -> None:
    with closing(LiveEyes()) as eyes:
        beside = [eyes.see(whole(cameraman(), 0.2 * i)).people for i in range(6)]
    with closing(LiveEyes()) as eyes:
        wall = [eyes.see(whole(np.full((360, 640, 3), 170, np.uint8), 0.2 * i)).people for i in range(6)]
    assert set(beside[1:]) == {1}
    assert set(wall) == {0}


def test_live_a_drawing_is_nobody_and_a_person_stays_somebody_in_any_light() -> None:
    dark = as_image(astronaut() // 4)
    for picture, people in ((drawing(), 0), (astronaut(), 1), (dark, 1), (hopper(), 1)):
        with closing(LiveEyes()) as eyes:
            scenes = [eyes.see(whole(picture, 0.2 * i)) for i in range(8)]
        assert {s.people for s in scenes[4:]} == {people}
        assert {len(s.faces) for s in scenes[4:]} == {people}


def test_live_a_drawing_beside_a_person_is_no_second_person_but_a_face_too_many_for_a_document() -> None:
    both = np.hstack([astronaut(), drawing()])
    with closing(LiveEyes()) as eyes:
        scenes = [eyes.see(whole(both, 0.2 * i)) for i in range(7)]
    assert {(s.people, len(s.others)) for s in scenes[4:]} == {(1, 1)}


def test_live_the_second_detector_runs_once_a_second_at_most_and_never_beside_a_face(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def nobody(*looked: object) -> list[object]:
        asked.append(looked)
        return []

    monkeypatch.setattr(Heads, "faces", nobody)
    with closing(LiveEyes()) as eyes:
        for i in range(21):
            eyes.see(whole(np.full((360, 640, 3), 170, np.uint8), 0.125 * i))
        assert len(asked) == int(20 * 0.125 / HEADS) + 1
        asked.clear()
        for i in range(21, 38):
            eyes.see(whole(astronaut(), 0.125 * i))
    assert not asked


def test_hands_that_are_not_in_the_picture_are_not_in_view_live() -> None:
    wide = np.full((720, 1280, 3), 128, np.uint8)
    wide[208:, 380:892] = astronaut()
    with closing(LiveEyes()) as eyes:
        bodies = [eyes.see(whole(wide, 0.3 * i)).body for i in range(5)]
    assert all(not isinstance(body, Absent) and body.visibility[15:23].max() < 0.3 for body in bodies[1:])
