"""Where to look a second time for faces that the whole picture was too large to show."""

from __future__ import annotations

import numpy as np

from framing.types import Body, Viewfinder

_TILES = ((0.6, 2), (0.4, 3))  # share of the long side, tiles along each axis (MEASURES.md section 8b)
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


def around(x: float, y: float, side: float, width: int, height: int) -> Viewfinder:
    """The square window of that side about a point, all in pixels, cut to a width x height picture (at least 1 x 1)."""
    left, top = (int(np.clip(v - side / 2, 0, limit - 1)) for v, limit in ((x, width), (y, height)))
    right, bottom = (int(np.clip(v + side / 2, 1, limit)) for v, limit in ((x, width), (y, height)))
    return Viewfinder(left, top, max(1, right - left), max(1, bottom - top))


def head_window(body: Body, frame: Viewfinder, width: int, height: int) -> Viewfinder:
    """The window round a body's head, from its nose, eyes, ears and shoulders, in picture pixels."""
    head = frame.to_pixels(body.joints[:11, :2])
    shoulders = frame.to_pixels(body.joints[11:13, :2])
    across = float(np.hypot(*(shoulders[0] - shoulders[1])))
    spread = float(max(np.ptp(head[:, 0]), np.ptp(head[:, 1])))
    x, y = head.mean(axis=0)
    return around(float(x), float(y), _HEAD * max(spread, 0.4 * across, 16.0), width, height)
