"""Light that falls as a lamp's does: by angle, by height, by fill, and into the shadow of the nose."""

from __future__ import annotations

import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from framing.perceive.fixed import sitter
from framing.relight.lamp import Lamp, reached, shade
from framing.relight.surface import Surface, surface
from framing.relight.turn import turned, turned_mesh
from framing.types import Points, Viewfinder

SHAPE = (240, 192)
RIGHT_CHEEK, LEFT_CHEEK, FOREHEAD, CHIN, LIP = 205, 425, 151, 199, 164  # points of the mesh


@functools.cache
def face() -> Points:
    return Viewfinder(0, 0, SHAPE[1], SHAPE[0]).to_pixels(sitter(aspect=0.8, x=0.4, face_height=0.3).faces[0].points)


@functools.cache
def head() -> Surface:
    rows, columns = np.mgrid[: SHAPE[0], : SHAPE[1]]
    middle = face()[:468, :2].mean(axis=0)
    oval = ((columns - middle[0]) / 60.0) ** 2 + ((rows - middle[1]) / 85.0) ** 2 < 1.0
    return surface(face(), oval.astype(np.float32), SHAPE)


def at(light: NDArray[np.float32], point: int, mesh: Points | None = None) -> float:
    x, y = np.rint((face() if mesh is None else mesh)[point, :2]).astype(int)
    return float(light[y - 1 : y + 2, x - 1 : x + 2].mean())


@settings(max_examples=25)
@given(st.floats(-90, 90), st.floats(-40, 75), st.floats(1, 16))
def test_light_is_never_more_than_the_lamps_nor_less_than_the_fill(side: float, height: float, ratio: float) -> None:
    light = shade(head(), Lamp(side, height, ratio))
    assert float(light.min()) >= 1.0 / ratio - 1e-5
    assert float(light.max()) <= 1.0 + 1e-5


@pytest.mark.parametrize("side", [20.0, 45.0, 80.0])
def test_the_cheek_on_the_lamps_side_is_the_brighter_one(side: float) -> None:
    left, right = (shade(head(), Lamp(way * side, 20.0, 8.0)) for way in (1.0, -1.0))
    assert at(left, LEFT_CHEEK) > at(left, RIGHT_CHEEK)
    assert at(right, RIGHT_CHEEK) > at(right, LEFT_CHEEK)
    assert at(left, LEFT_CHEEK) == pytest.approx(at(right, RIGHT_CHEEK), rel=0.1)


def test_a_higher_lamp_lights_the_forehead_more_than_the_chin() -> None:
    def over(height: float) -> float:
        light = shade(head(), Lamp(0.0, height, 8.0))
        return at(light, FOREHEAD) / at(light, CHIN)

    assert over(-30.0) < over(0.0) < over(30.0) < over(60.0)


def test_more_fill_brings_the_cheeks_together() -> None:
    def apart(ratio: float) -> float:
        light = shade(head(), Lamp(60.0, 15.0, ratio))
        return at(light, LEFT_CHEEK) / at(light, RIGHT_CHEEK)

    found = [apart(ratio) for ratio in (1.0, 2.0, 4.0, 8.0, 16.0)]
    assert found == sorted(found)
    assert found[0] == pytest.approx(1.0, abs=1e-3)


def test_the_nose_throws_its_shadow_away_from_the_lamp() -> None:
    assert at(reached(head(), Lamp(0.0, 65.0)), LIP) < 0.5 < at(reached(head(), Lamp(0.0, 5.0)), LIP)
    aside = reached(head(), Lamp(55.0, 20.0))
    nose = face()[4, :2]
    rows, columns = np.nonzero((aside < 0.5) & head().face)
    assert len(rows)
    assert float(np.median(columns)) < nose[0]  # the lamp is on the sitter's left, at large x


def test_what_lies_in_the_shadow_has_the_fill_alone() -> None:
    high = Lamp(0.0, 65.0, 8.0)
    shadow = (reached(head(), high) < 0.02) & head().face
    assert shadow.sum() > 20
    assert float(shade(head(), high)[shadow].max()) < 1.0 / 8.0 + 0.03


def test_a_lamp_at_the_camera_throws_no_shadow_that_it_sees() -> None:
    assert float(reached(head(), Lamp(0.0, 0.0)).min()) == pytest.approx(1.0)


def test_a_turned_head_carries_the_face_along_and_stays_where_it_is() -> None:
    tip, mesh = face()[4, 0], turned_mesh(head(), 15.0)
    assert mesh[4, 0] > tip  # the nose goes to the sitter's left, large x
    assert turned_mesh(head(), -15.0)[4, 0] < tip
    assert mesh[:, 0].mean() == pytest.approx(face()[:468, 0].mean(), abs=0.4 * head().unit)
    assert turned_mesh(head(), 0.0) == pytest.approx(face()[:468])


def test_the_picture_turns_with_its_mesh() -> None:
    spot = np.zeros((*SHAPE, 3), np.float32)
    x, y = np.rint(face()[LEFT_CHEEK, :2]).astype(int)
    spot[y - 1 : y + 2, x - 1 : x + 2] = 1.0
    shown = turned(spot, head(), 15.0)[..., 0]
    there = np.unravel_index(int(shown.argmax()), SHAPE)
    assert there[1] == pytest.approx(turned_mesh(head(), 15.0)[LEFT_CHEEK, 0], abs=0.15 * head().unit)
    assert turned(spot, head(), 0.0) == pytest.approx(spot, abs=1e-3)
