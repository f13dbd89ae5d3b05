"""Lines that keep off boxes."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.overlay.shapes import Box, Role, Stroke
from framing.overlay.trim import SPECK, trimmed
from framing.types import Point

places = st.builds(Point, st.floats(-1, 2), st.floats(-1, 2))
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), *[st.floats(-1, 1)] * 2, *[st.floats(0.1, 1)] * 2)


def along(points: Sequence[Point]) -> list[Point]:
    return [
        Point(a.x + (b.x - a.x) * t / 50, a.y + (b.y - a.y) * t / 50) for a, b in pairwise(points) for t in range(51)
    ]


def inside(point: Point, box: Box, by: float = 1e-9) -> bool:
    return box.left + by < point.x < box.right - by and box.top + by < point.y < box.bottom - by


@given(st.lists(places, min_size=2, max_size=5), st.lists(boxes, max_size=3))
def test_no_place_on_what_is_left_lies_in_a_box(points: Sequence[Point], around: list[Box]) -> None:
    left = trimmed([Stroke(tuple(points), Role.HEAD)], around)
    assert not any(inside(place, box) for piece in left for place in along(piece.points) for box in around)


@given(st.lists(places, min_size=2, max_size=5))
def test_a_line_that_meets_no_box_stays_whole(points: Sequence[Point]) -> None:
    stroke = Stroke(tuple(points), Role.HEAD)
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points))
    assert trimmed([stroke], [Box(5, 5, 6, 6)]) == ((stroke,) if length >= SPECK else ())


def test_a_line_through_a_box_is_left_on_either_side() -> None:
    line = Stroke((Point(0, 0.5), Point(1, 0.5)), Role.EYE_LINE)
    before, after = trimmed([line], [Box(0.4, 0, 0.6, 1)])
    assert np.array(before.points) == pytest.approx(np.array([(0.0, 0.5), (0.4, 0.5)]))
    assert np.array(after.points) == pytest.approx(np.array([(0.6, 0.5), (1.0, 0.5)]))


def test_a_line_along_the_edge_of_a_box_stays() -> None:
    line = Stroke((Point(0.4, 0.0), Point(0.4, 1.0)), Role.HEAD)
    assert trimmed([line], [Box(0.4, 0, 0.6, 1)]) == (line,)
