"""Which way an arrow points, on the screen."""

import numpy as np
import pytest
from numpy.typing import NDArray

from framing.overlay.shapes import Status
from framing.overlay.signs import sign
from framing.overlay.text import Run, Sign
from framing.types import Direction, Viewer

SIDES = [
    (Direction.LEFT, Direction.RIGHT),
    (Direction.TURN_LEFT, Direction.TURN_RIGHT),
    (Direction.TILT_LEFT, Direction.TILT_RIGHT),
]
SIDELESS = sorted(set(Direction) - {direction for pair in SIDES for direction in pair})


def drawn(direction: Direction, status: Status = Status.CARE) -> NDArray[np.bool_]:
    return sign(direction, status, 48) > 127


def test_a_mirror_shows_the_sitters_left_at_the_left_and_any_other_picture_at_the_right() -> None:
    for left, right in SIDES:
        assert [viewer.on_screen(left) for viewer in (Viewer.FRONT, Viewer.REAR)] == [left, right]
        assert [viewer.on_screen(right) for viewer in (Viewer.FRONT, Viewer.REAR)] == [right, left]


@pytest.mark.parametrize("direction", SIDELESS)
def test_what_has_no_side_is_the_same_in_a_mirror(direction: Direction) -> None:
    assert {viewer.on_screen(direction) for viewer in Viewer} == {direction}


@pytest.mark.parametrize(("direction", "turns"), [("up", 0), ("left", 1), ("down", 2), ("right", 3)])
def test_a_straight_arrow_has_its_head_where_it_points(direction: Direction, turns: int) -> None:
    upright = np.rot90(drawn(Direction(direction)), -turns)
    across = upright.sum(axis=1)  # the head is the broad part
    assert across[:24].max() > 1.5 * across[24:].max()


@pytest.mark.parametrize(("left", "right"), SIDES)
def test_left_and_right_are_each_others_mirror_image(left: Direction, right: Direction) -> None:
    assert (drawn(left)[:, ::-1] != drawn(right)).mean() < 0.02


def test_without_a_direction_each_status_has_its_own_shape() -> None:
    tick, triangle, circle = (drawn(Direction.NONE, status) for status in Status)
    assert all((a != b).mean() > 0.05 for a, b in ((tick, triangle), (triangle, circle), (circle, tick)))


@pytest.mark.parametrize(("left", "right"), SIDES)
def test_an_arrow_stands_at_the_end_it_points_to(left: Direction, right: Direction) -> None:
    for words in ("Move", "تحرك"):
        lines = ((Run(words, bold=True),),)
        assert not Sign(left, Status.CARE).at_right(lines)
        assert Sign(right, Status.CARE).at_right(lines)


def test_any_other_sign_stands_before_the_words_which_is_at_the_right_where_they_run_from_there() -> None:
    aside = Sign(Direction.NONE, Status.CARE)
    assert [aside.at_right(((Run(words, bold=True),),)) for words in ("Move", "تحرك")] == [False, True]
