"""How expressive a face is: what must not count in it, and when it says nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import cv2
import numpy as np
import pytest

from framing.lab.prove.relight import exposed, skinned
from framing.perceive import mirror
from framing.perceive.beats import EXPRESSION
from framing.perceive.expression import Expressions, portrait
from framing.perceive.live_eyes import LiveEyes
from framing.types import Absent, Face, Frame, Image, Points, Scene
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, whole

pytestmark = pytest.mark.models

BOTH = pytest.mark.parametrize(
    ("photograph", "scene"), [(astronaut, astronaut_scene), (hopper, hopper_scene)], ids=["astronaut", "hopper"]
)


@pytest.fixture(scope="module")
def expressions() -> Expressions:
    return Expressions()


def share(expressions: Expressions, frame: Frame, face: Face) -> float:
    value = expressions.expressive(frame, face)
    assert not isinstance(value, Absent)
    return value


def mesh(picture: Image, face: Face) -> Points:
    return whole(picture).viewfinder.to_pixels(face.points)


@BOTH
def test_it_is_a_share_and_stands_on_the_main_face(
    photograph: Callable[[], Image], scene: Callable[[], Scene], expressions: Expressions
) -> None:
    face = scene().faces[0]
    assert 0.0 <= share(expressions, whole(photograph()), face) <= 1.0
    assert face.expressive == pytest.approx(share(expressions, whole(photograph()), face))


@BOTH
def test_a_mirror_changes_nothing(
    photograph: Callable[[], Image], scene: Callable[[], Scene], expressions: Expressions
) -> None:
    face, frame = scene().faces[0], whole(photograph())
    there = share(expressions, mirror.frame(frame), mirror.face(face, frame.viewfinder.aspect))
    assert there == pytest.approx(share(expressions, frame, face), abs=0.03)


@BOTH
@pytest.mark.parametrize("stops", [-2.0, -1.0])
def test_less_light_changes_nothing(
    photograph: Callable[[], Image], scene: Callable[[], Scene], stops: float, expressions: Expressions
) -> None:
    face = scene().faces[0]
    darker = share(expressions, whole(exposed(photograph(), stops)), face)
    assert darker == pytest.approx(share(expressions, whole(photograph()), face), abs=0.05)


@BOTH
@pytest.mark.parametrize("reflects", [0.5, 0.25])
def test_nor_does_how_much_light_the_skin_reflects(
    photograph: Callable[[], Image], scene: Callable[[], Scene], reflects: float, expressions: Expressions
) -> None:
    face, picture = scene().faces[0], photograph()
    darker = share(expressions, whole(skinned(picture, mesh(picture, face), reflects)), face)
    assert darker == pytest.approx(share(expressions, whole(picture), face), abs=0.12)


@BOTH
def test_eyes_do_not_stare_out_of_darker_skin(photograph: Callable[[], Image], scene: Callable[[], Scene]) -> None:
    face, picture = scene().faces[0], photograph()
    points = mesh(picture, face)
    lighter, darker = (portrait(p, points[:468, :2]) for p in (picture, skinned(picture, points, 0.25)))
    assert np.percentile(np.abs(lighter - darker), 99) < 0.12  # of the 2 that the model is shown


@BOTH
def test_what_lies_around_the_face_is_not_seen(
    photograph: Callable[[], Image], scene: Callable[[], Scene], expressions: Expressions
) -> None:
    face, picture = scene().faces[0], photograph()
    outline = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillConvexPoly(outline, cv2.convexHull(mesh(picture, face)[:468, :2].astype(np.int32)), 1)
    alone = np.where(outline[..., None] > 0, picture, np.uint8(255))
    assert share(expressions, whole(alone), face) == pytest.approx(
        share(expressions, whole(picture), face), abs=0.06
    )


def test_the_model_sees_the_face_upright_and_in_its_own_range() -> None:
    face, picture = hopper_scene().faces[0], hopper()
    points = mesh(picture, face)[:468, :2]
    turn = cv2.getRotationMatrix2D(tuple(points.mean(axis=0)), 25.0, 1.0)
    leaning = np.asarray(cv2.warpAffine(picture, turn, picture.shape[1::-1]), np.uint8)
    straight, leant = portrait(picture, points), portrait(leaning, points @ turn[:, :2].T + turn[:, 2])
    assert straight is not None
    assert leant is not None
    assert straight.shape == (64, 64)
    assert -1.0 <= straight.min() < straight.max() <= 1.0
    assert np.corrcoef(straight.ravel(), leant.ravel())[0, 1] > 0.95


def test_a_face_of_too_few_pixels_or_beside_the_picture_says_nothing(expressions: Expressions) -> None:
    face, frame = hopper_scene().faces[0], whole(hopper())
    small = expressions.expressive(frame, replace(face, eye_pixels=8.0))
    assert isinstance(small, Absent)
    assert "too few pixels" in str(small.why)
    outside = expressions.expressive(frame, replace(face, points=face.points + np.array([9.0, 0.0, 0.0])))
    assert isinstance(outside, Absent)


def test_live_it_is_read_on_its_beat_and_kept_in_between() -> None:
    frames = [hopper(), exposed(hopper(), -1.0), exposed(hopper(), -1.0)]
    with closing(LiveEyes()) as eyes:
        read = [
            eyes.see(whole(pixels, time)).faces[0].expressive
            for pixels, time in zip(frames, (0.0, EXPRESSION / 10, EXPRESSION), strict=True)
        ]
    assert read[0] == read[1]
    assert read[1] != read[2]
