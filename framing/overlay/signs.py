"""Arrows and status signs, drawn as masks in a square of 24 units."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.overlay.shapes import Status
from framing.types import Direction

Mask = NDArray[np.uint8]  # (h, w), 0 bare to 255 covered
_Way = Sequence[tuple[float, float]]

UNITS = 24
FINE = 16  # drawn this much larger and then averaged down: as smooth as any size asks for
WEIGHT = 2.6

# The picture as it came, unmirrored: the sitter's left is to the right.
TOWARD_RIGHT = frozenset({Direction.LEFT, Direction.TURN_LEFT, Direction.TILT_LEFT})
TOWARD_LEFT = frozenset({Direction.RIGHT, Direction.TURN_RIGHT, Direction.TILT_RIGHT})


def sign(direction: Direction, status: Status, size: int, mirrored: bool) -> Mask:
    """A (size, size) mask: the direction's arrow as it must point on the screen; without a direction the status."""
    large: Mask = np.zeros((UNITS * FINE, UNITS * FINE), np.uint8)
    for way in _STATUS[status] if direction is Direction.NONE else _ARROWS[direction]:
        pixels = np.round(np.array(way) * FINE).astype(np.int32)
        if direction is Direction.NONE and status is Status.CARE:
            cv2.fillPoly(large, [pixels], (255,))
        cv2.polylines(large, [pixels], False, (255,), round(WEIGHT * FINE), cv2.LINE_AA)
    small = cv2.resize(large, (size, size), interpolation=cv2.INTER_AREA)
    # A tick is no way to go: it keeps its own sense in a mirror.
    return np.asarray(cv2.flip(small, 1) if mirrored and direction is not Direction.NONE else small, np.uint8)


def _turned(ways: Sequence[_Way], quarters: int) -> tuple[_Way, ...]:
    """The same about the middle by quarters of a turn, clockwise."""
    middle = np.full(2, UNITS / 2)
    turn = np.linalg.matrix_power(np.array([[0, 1], [-1, 0]]), quarters)
    return tuple([(float(x), float(y)) for x, y in (np.array(way) - middle) @ turn + middle] for way in ways)


def _flipped(ways: Sequence[_Way]) -> tuple[_Way, ...]:
    return tuple([(UNITS - x, y) for x, y in way] for way in ways)


def _arc(x: float, y: float, across: float, down: float, start: float, end: float) -> _Way:
    angles = np.radians(np.linspace(start, end, 40))
    return [(float(x + across * np.cos(a)), float(y + down * np.sin(a))) for a in angles]


_UP: tuple[_Way, ...] = ([(12, 20.5), (12, 4)], [(5, 11), (12, 4), (19, 11)])
_CLOSER: tuple[_Way, ...] = ([(10, 3.5), (3.5, 3.5), (3.5, 10)], [(3.5, 3.5), (9, 9)])
_AWAY: tuple[_Way, ...] = ([(10, 4), (10, 10), (4, 10)], [(10, 10), (3, 3)])
# A head from the front: the arrow runs before it (turn) or over it (tilt).
_TURN: tuple[_Way, ...] = (
    _arc(12, 8, 4.6, 5.4, 0, 360),
    _arc(12, 14.5, 9.5, 5.5, 190, 25),
    [(20.6, 22), (20.8, 16.6), (15.4, 16)],
)
_TILT: tuple[_Way, ...] = (
    _arc(12, 16, 4.6, 5.4, 0, 360),
    _arc(12, 14, 9.5, 10.5, 200, 325),
    [(20.6, 2.6), (20, 8.2), (14.6, 7.6)],
)
_ARROWS: dict[Direction, tuple[_Way, ...]] = {
    Direction.UP: _UP,
    Direction.DOWN: _turned(_UP, 2),
    Direction.LEFT: _turned(_UP, 1),
    Direction.RIGHT: _turned(_UP, 3),
    Direction.NEARER: tuple(way for quarters in range(4) for way in _turned(_CLOSER, quarters)),
    Direction.FARTHER: tuple(way for quarters in range(4) for way in _turned(_AWAY, quarters)),
    Direction.TURN_LEFT: _TURN,
    Direction.TURN_RIGHT: _flipped(_TURN),
    Direction.TILT_LEFT: _TILT,
    Direction.TILT_RIGHT: _flipped(_TILT),
}
_STATUS: dict[Status, tuple[_Way, ...]] = {
    Status.GOOD: ([(4, 13), (9.5, 18.5), (20, 6.5)],),
    Status.CARE: ([(12, 5), (20.5, 19.5), (3.5, 19.5), (12, 5)],),
    Status.PLAIN: (_arc(12, 12, 7.5, 7.5, 0, 360),),
}
