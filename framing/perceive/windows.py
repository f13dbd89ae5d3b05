"""Where to look a second time for faces that the whole picture was too large to show."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from framing.types import Body, Face, Viewfinder

_TILES = ((0.6, 2), (0.4, 3))  # share of the long side, tiles along each axis (docs/measures.md, "Finding people")
_FINE, _STEP = 0.25, 0.6  # share of the long side; steps in sides at most, so that each face lies whole in a window
_OWN = 1.8  # face heights sideways from the eyes that a head with full hair keeps within
_ANOTHER = 0.8  # face heights squared of person beyond that: a head has some 2.7
_COARSE = 4  # every n-th pixel of the mask is enough to find a head in
_HEAD = 3.0  # a window round a head, in heads: the short-range detector wants the face large but whole


def tiles(width: int, height: int) -> tuple[Viewfinder, ...]:
    """Overlapping windows over a width x height picture, 4 of 60% and 9 of 40% of the long side, fewer when narrow."""
    found: dict[Viewfinder, None] = {}
    for share, along in _TILES:
        side = int(max(width, height) * share)
        w, h = min(side, width), min(side, height)
        for top in np.linspace(0, height - h, along).astype(int):
            for left in np.linspace(0, width - w, along).astype(int):
                found[Viewfinder(int(left), int(top), w, h)] = None
    return tuple(found)


def fine(width: int, height: int) -> tuple[Viewfinder, ...]:
    """Overlapping windows of a quarter of the long side all over a width x height picture, for groups from afar."""
    side = max(1, int(max(width, height) * _FINE))
    w, h = min(side, width), min(side, height)
    columns, rows = (ceil(max(0, length - side) / (_STEP * side)) + 1 for length in (width, height))
    return tuple(
        Viewfinder(int(left), int(top), w, h)
        for top in np.linspace(0, height - h, rows).astype(int)
        for left in np.linspace(0, width - w, columns).astype(int)
    )


def around(x: float, y: float, side: float, width: int, height: int) -> Viewfinder:
    """The square window of that side about a point, all in pixels, cut to a width x height picture (at least 1 x 1)."""
    left, top = (int(np.clip(v - side / 2, 0, limit - 1)) for v, limit in ((x, width), (y, height)))
    right, bottom = (int(np.clip(v + side / 2, 1, limit)) for v, limit in ((x, width), (y, height)))
    return Viewfinder(left, top, max(1, right - left), max(1, bottom - top))


def beside(face: Face, mask: NDArray[np.float32], frame: Viewfinder, width: int, height: int) -> list[Viewfinder]:
    """The windows, none to two, where the mask shows a person's height of head either side of this face's own.

    The whole picture shows the landmarker only the nearest of several faces, so a mask at the height of the head where
    this head cannot reach is worth a window of its own. `mask` is (h, w) over the whole picture.
    """
    mask = mask[::_COARSE, ::_COARSE]
    scale = mask.shape[0] / height
    tall = face.height * frame.height * scale
    x, top = frame.to_pixels(np.array([[face.eyes.x, face.hair_top.y]]))[0] * scale
    bottom = (face.chin.y * frame.height + frame.top) * scale
    first = int(np.clip(top - tall, 0, mask.shape[0]))
    rows = mask[first : int(np.clip(bottom, 0, mask.shape[0]))] > 0.5
    found = []
    for left, right in ((0, x - _OWN * tall), (x + _OWN * tall, mask.shape[1])):
        start, end = (int(np.clip(v, 0, mask.shape[1])) for v in (left, right))
        area = rows[:, start:end]
        if area.sum() >= _ANOTHER * tall**2:
            row, column = (float(i.mean()) for i in np.nonzero(area))
            centre = ((start + column) / scale, (first + row) / scale)
            found.append(around(*centre, 2 * _HEAD * tall / scale, width, height))
    return found


def round_face(face: Face, frame: Viewfinder, width: int, height: int) -> Viewfinder:
    """The window in which a face found once can be found again a moment later."""
    x, y = frame.to_pixels(face.points[:, :2]).mean(axis=0)
    return around(float(x), float(y), 2 * _HEAD * face.height * frame.height, width, height)


def holds(window: Viewfinder, face: Face, frame: Viewfinder) -> bool:
    """Whether the middle of the face lies in the window."""
    x, y = frame.to_pixels(face.points[:, :2]).mean(axis=0)
    across, down = x - window.left, y - window.top
    return bool(0 <= across < window.width and 0 <= down < window.height)


def head_window(body: Body, frame: Viewfinder, width: int, height: int) -> Viewfinder:
    """The window round a body's head, from its nose, eyes, ears and shoulders, in picture pixels."""
    head = frame.to_pixels(body.joints[:11, :2])
    shoulders = frame.to_pixels(body.joints[11:13, :2])
    across = float(np.hypot(*(shoulders[0] - shoulders[1])))
    spread = float(max(np.ptp(head[:, 0]), np.ptp(head[:, 1])))
    x, y = head.mean(axis=0)
    return around(float(x), float(y), _HEAD * max(spread, 0.4 * across, 16.0), width, height)
