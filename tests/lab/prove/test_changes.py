"""The changes themselves: a proof is only as good as its copies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.lab.prove.geometry import moved, scaled, through, turned
from framing.lab.prove.relight import exposed, relit, skinned, tinted
from framing.perceive.fixed import sitter
from framing.pixels import linear, luminance
from framing.types import Image, Point, Points, Viewfinder

WIDTH, HEIGHT = 120, 90
SPOT = (70, 40)  # column and row of the one bright pixel
WHOLE = Viewfinder(0, 0, WIDTH, HEIGHT)
EVERYWHERE = np.ones((1, 1), np.float32)


def spotted() -> Image:
    picture = np.full((HEIGHT, WIDTH, 3), 40, np.uint8)
    picture[SPOT[1] - 1 : SPOT[1] + 2, SPOT[0] - 1 : SPOT[0] + 2] = 250
    return picture


def spot(picture: Image) -> tuple[float, float]:
    rows, columns = np.nonzero(picture[..., 0] > 140)
    return float(columns.mean()), float(rows.mean())


def grey() -> Image:
    return np.full((300, 240, 3), 128, np.uint8)


def mesh() -> Points:
    """A hand-made sitter's face in a picture of 240 x 300 pixels."""
    return Viewfinder(0, 0, 240, 300).to_pixels(sitter(aspect=0.8, x=0.4, face_height=0.25).faces[0].points)


def level(picture: Image, points: Points) -> float:
    """Log light at these points of the picture, stops."""
    columns, rows = points[:, :2].astype(int).T
    return float(np.log2(luminance(picture[rows, columns])).mean())


@given(st.integers(-40, 40), st.integers(-30, 30))
def test_what_a_window_shows_moves_against_it_by_as_many_pixels(right: int, down: int) -> None:
    window = moved(WHOLE, right / HEIGHT, down / HEIGHT)
    assert spot(through(spotted(), window)) == (SPOT[0] - right, SPOT[1] - down)


@given(st.floats(0.4, 2.5))
def test_a_larger_window_keeps_its_place_and_enlarges_nothing(by: float) -> None:
    window = scaled(WHOLE, by, Point(*SPOT))
    shown = through(spotted(), window)
    assert shown.shape[:2] == (window.height, window.width) == (round(HEIGHT * by), round(WIDTH * by))
    assert np.count_nonzero(shown[..., 0] > 140) == 9
    assert spot(shown) == pytest.approx((SPOT[0] * by, SPOT[1] * by), abs=1.0)


def test_a_window_inside_the_photograph_shows_its_own_pixels() -> None:
    assert np.array_equal(through(spotted(), Viewfinder(10, 20, 90, 60)), spotted()[20:80, 10:100])


def test_beyond_the_photograph_the_colours_of_its_edges_go_on() -> None:
    wide = through(spotted(), Viewfinder(-50, -50, WIDTH + 100, HEIGHT + 100))
    assert np.abs(wide[:40].astype(int) - 40).max() <= 1
    assert np.abs(wide[:, -40:].astype(int) - 40).max() <= 1


@given(st.floats(-40, 40))
def test_a_turned_picture_turns_counter_clockwise_about_its_place(degrees: float) -> None:
    about = Point(50.0, 40.0)
    x, y = spot(turned(spotted(), WHOLE, degrees, about))
    radians = np.radians(degrees)
    assert (x, y) == pytest.approx(
        (about.x + 20 * np.cos(radians), about.y - 20 * np.sin(radians)), abs=1.0
    )


@given(st.floats(-3, 1))
def test_exposure_counts_in_stops(stops: float) -> None:
    change = np.log2(luminance(exposed(grey(), stops)).mean() / luminance(grey()).mean())
    assert change == pytest.approx(stops, abs=0.05)


def test_a_filter_lets_through_its_share_of_each_colour() -> None:
    warm = linear(tinted(grey(), (1.0, 0.7, 0.4))).mean(axis=(0, 1)) / linear(grey()).mean(axis=(0, 1))
    assert warm == pytest.approx([1.0, 0.7, 0.4], abs=0.02)


@settings(max_examples=15)
@given(st.floats(-2, 2), st.floats(-2, 2))
def test_light_moved_round_the_face_makes_nothing_brighter_and_leaves_a_part_in_full(
    across: float, above: float
) -> None:
    lit = relit(grey(), mesh(), EVERYWHERE, across, above)
    assert (lit <= grey()).all()
    columns, rows = mesh()[:468, :2].astype(int).T
    assert lit[rows, columns].max() > 120


@pytest.mark.parametrize(("across", "above"), [(2.0, 0.0), (-2.0, 0.0), (0.0, 2.0), (0.0, -2.0)])
def test_light_comes_from_where_it_was_moved_to(across: float, above: float) -> None:
    points = mesh()[:468]
    lit = relit(grey(), points, EVERYWHERE, across, above)
    left, upper = points[:, 0] > points[:, 0].mean(), points[:, 1] < points[:, 1].mean()
    assert np.sign(round(level(lit, points[left]) - level(lit, points[~left]), 1)) == np.sign(across)
    assert np.sign(round(level(lit, points[upper]) - level(lit, points[~upper]), 1)) == np.sign(above)


def test_light_on_the_person_leaves_the_backdrop_alone() -> None:
    person = np.zeros((300, 240), np.float32)
    person[:, :120] = 1.0
    lit = relit(grey(), mesh(), person, 2.0, 2.0)
    assert np.array_equal(lit[:, 130:], grey()[:, 130:])
    assert not np.array_equal(lit[:, :110], grey()[:, :110])


@given(st.floats(0.12, 1.0))
def test_darker_skin_reflects_its_share_and_the_eyes_and_the_rest_stay(share: float) -> None:
    points = mesh()
    dark = luminance(skinned(grey(), points, share)) / luminance(grey())
    columns, rows = points[:, :2].astype(int).T
    cheeks = [50, 280]
    assert dark[rows[cheeks], columns[cheeks]] == pytest.approx(share, abs=0.03)
    assert dark[rows[[468, 473]], columns[[468, 473]]].min() >= share + 0.3 * (1 - share)
    assert dark[:20].min() == 1.0
