"""What is seen of a mirror image is the mirror image of what is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest

from framing.guide import guide
from framing.perceive import mirror
from framing.presets.catalogue import find
from framing.types import Body, Image, Scene, Viewfinder
from tests.builders import there
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, seen, whole

pytestmark = pytest.mark.models

PHOTOGRAPHS = pytest.mark.parametrize(("photograph", "scene"), [(astronaut, astronaut_scene), (hopper, hopper_scene)])


@PHOTOGRAPHS
def test_mirrored_twice_a_face_a_body_and_a_frame_are_what_they_were(
    photograph: Callable[[], Image], scene: Callable[[], Scene]
) -> None:
    found, frame = scene(), replace(whole(photograph()), viewfinder=Viewfinder(30, 10, 200, 300))
    face = mirror.face(mirror.face(found.faces[0], found.aspect), found.aspect)
    body = mirror.body(mirror.body(there(found.body), found.aspect), found.aspect)
    again = mirror.frame(mirror.frame(frame))
    assert np.allclose(face.points, found.faces[0].points)
    assert face.turn == found.faces[0].turn
    assert face.expression == found.faces[0].expression
    for name in ("joints", "visibility", "world"):
        assert np.allclose(getattr(body, name), getattr(found.body, name))
    assert again.viewfinder == frame.viewfinder
    assert np.array_equal(again.pixels, frame.pixels)


def test_in_the_mirror_the_sitters_right_eye_is_still_at_small_x_and_a_turn_goes_the_other_way() -> None:
    face = astronaut_scene().faces[0]
    mirrored = mirror.face(face, astronaut_scene().aspect)
    assert mirrored.right_eye.x < mirrored.left_eye.x
    assert mirrored.right_eye.x == pytest.approx(astronaut_scene().aspect - face.left_eye.x)
    assert (mirrored.turn.yaw, mirrored.turn.pitch, mirrored.turn.roll) == (
        -face.turn.yaw,
        face.turn.pitch,
        -face.turn.roll,
    )
    assert mirrored.expression["mouthSmileLeft"] == face.expression["mouthSmileRight"]


@PHOTOGRAPHS
def test_a_photograph_and_its_mirror_image_read_alike(
    photograph: Callable[[], Image], scene: Callable[[], Scene]
) -> None:
    other = seen(np.ascontiguousarray(photograph()[:, ::-1]))
    chances = [guide(s, find("headshot")).verdict.probability for s in (scene(), other)]
    assert chances[0] == pytest.approx(chances[1], abs=0.05)  # a single look differs by 0.19 on the astronaut
    face, mirrored = scene().faces[0], mirror.face(other.faces[0], other.aspect)
    assert np.abs(face.points - mirrored.points)[:, :2].mean() < 0.02 * face.eye_distance


@PHOTOGRAPHS
def test_the_body_of_a_photographs_mirror_image_is_the_mirror_image_of_its_body(
    photograph: Callable[[], Image], scene: Callable[[], Scene]
) -> None:
    other = seen(np.ascontiguousarray(photograph()[:, ::-1]))
    assert isinstance(scene().body, Body)
    body = mirror.body(there(other.body), other.aspect)
    for name in ("joints", "visibility", "world"):
        assert np.allclose(getattr(body, name), getattr(scene().body, name), atol=1e-6)


@PHOTOGRAPHS
def test_who_stands_before_the_backdrop_is_the_same_in_the_mirror(
    photograph: Callable[[], Image], scene: Callable[[], Scene]
) -> None:
    other = seen(np.ascontiguousarray(photograph()[:, ::-1]))
    person, mirrored = (cv2.resize(s.backdrop.person, (200, 200)) for s in (scene(), other))
    assert np.abs(person - mirrored[:, ::-1]).mean() < 0.005
