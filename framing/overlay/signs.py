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
FINE = 8  # drawn this much larger and then averaged down: as smooth as any size asks for
WEIGHT = 2.6

TOWARD_LEFT = frozenset({Direction.LEFT, Direction.TURN_LEFT, Direction.TILT_LEFT})
TOWARD_RIGHT = frozenset({Direction.RIGHT, Direction.TURN_RIGHT, Direction.TILT_RIGHT})


def sign(direction: Direction, status: Status, size: int) -> Mask:
    """A (size, size) mask: the arrow of a direction of the screen; without a direction the status."""
    large: Mask = np.zeros((UNITS * FINE, UNITS * FINE), np.uint8)
    for way in _STATUS[status] if direction is Direction.NONE else _ARROWS[direction]:
        pixels = np.round(np.array(way) * FINE).astype(np.int32)
        if direction is Direction.NONE and status is Status.CARE:
            cv2.fillPoly(large, [pixels], (255,))
        cv2.polylines(large, [pixels], False, (255,), round(WEIGHT * FINE), cv2.LINE_AA)
    return np.asarray(cv2.resize(large, (size, size), interpolation=cv2.INTER_AREA), np.uint8)


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


def _arrow(way: _Way, head: float = 7.0) -> tuple[_Way, ...]:
    """The line and a head at its end."""
    tip = np.array(way[-1])
    # On an arc the head opens about the chord it spans: about the tangent it would look bent.
    before = next(np.array(at) for at in reversed(way) if np.hypot(*(np.array(at) - tip)) > head * 0.7)
    back = (before - tip) / np.hypot(*(before - tip)) * head
    legs = [tip + back @ np.array([[c, s], [-s, c]]) for c, s in ((0.74, 0.67), (0.74, -0.67))]
    first, last = [(float(x), float(y)) for x, y in legs]
    return way, [first, way[-1], last]


_UP = _arrow([(12, 20.5), (12, 3.5)], 9.0)
_CLOSER = _arrow([(12, 12), (20.5, 3.5)])
_AWAY = _arrow([(21, 3), (14, 10)])
# To turn bends as on a road sign; to tilt goes over a head.
_TURN = _arrow([(4, 20.5), (4, 15), *_arc(10, 15, 6, 6, 185, 265), (10, 9), (20.5, 9)])
_TILT = (_arc(11.5, 17, 4.2, 4.8, 0, 360), *_arrow(_arc(11, 15, 9.5, 11, 195, 335), 6.5))
_ARROWS: dict[Direction, tuple[_Way, ...]] = {
    Direction.UP: _UP,
    Direction.DOWN: _turned(_UP, 2),
    Direction.RIGHT: _turned(_UP, 1),
    Direction.LEFT: _turned(_UP, 3),
    Direction.NEARER: (*_CLOSER, *_turned(_CLOSER, 2)),
    Direction.FARTHER: (*_AWAY, *_turned(_AWAY, 2)),
    Direction.TURN_RIGHT: _TURN,
    Direction.TURN_LEFT: _flipped(_TURN),
    Direction.TILT_RIGHT: _TILT,
    Direction.TILT_LEFT: _flipped(_TILT),
}
_STATUS: dict[Status, tuple[_Way, ...]] = {
    Status.GOOD: ([(4, 13), (9.5, 18.5), (20, 6.5)],),
    Status.CARE: ([(12, 5), (20.5, 19.5), (3.5, 19.5), (12, 5)],),
    Status.PLAIN: (_arc(12, 12, 7.5, 7.5, 0, 360),),
}
