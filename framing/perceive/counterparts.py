"""The other edge of a pole, and what comes out of the head on its other side: what makes a short piece a line."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.perceive.segments import Numbers

_PARALLEL = 6.0  # degrees between the two edges of a pole, or between a line and what comes out behind the head
_WIDE = (0.03, 0.75)  # eye distances across a pole
_THROUGH = 0.12  # eye distances by which a line may miss what comes out on the other side; more where that is far


class Found(NamedTuple):
    """Segments, and what is read along them; lengths in pixels of the map."""

    near: Numbers  # (n, 2)
    along: Numbers  # (n, 2), of length 1, away from the head
    length: Numbers  # (n,), from the sitter's outline on
    step: Numbers  # (n,), L* on the right of `along` less that on its left, -100..100


def counterparts(found: Found, unit: float) -> tuple[Numbers, NDArray[np.intp]]:
    """How much longer each line is by its best counterpart, pixels, and which line is a pole's other edge, else itself.

    A counterpart is the other edge of the same pole, as far as it runs beside, or what comes out behind the head: a
    short piece with it is no texture.
    """
    here = np.arange(len(found.length))
    if len(here) < 2:
        return np.zeros(len(here), np.float32), here
    near, along, length, step = found
    turn = along @ along.T
    straight = float(np.cos(np.radians(_PARALLEL)))
    between = near[None] - near[:, None]
    start = (between * along[:, None]).sum(axis=2)
    off = np.abs(between[..., 1] * along[:, None, 0] - between[..., 0] * along[:, None, 1]) / unit
    beside = np.minimum(length[:, None], start + length) - np.maximum(start, 0.0)
    against = step[:, None] * step < 0.0  # both run away from the head: light on the left of one is dark on the other's
    edges = against & (turn > straight) & (off > _WIDE[0]) & (off < _WIDE[1]) & (beside > 0.0)
    behind = against & (turn < -straight) & (off < _THROUGH * np.maximum(np.abs(start) / (2.0 * unit), 1.0))
    more = np.where(edges, beside, np.where(behind, length, 0.0))
    best = more.argmax(axis=1)
    return np.asarray(more[here, best], np.float32), np.where(edges[here, best], best, here)
