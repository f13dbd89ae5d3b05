"""The light on the two cheeks: what the key's side and ratio are read off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.pixels import inside, luminance
from framing.types import Absent, Cheeks, Image

# Patches of skin that beard, fringe and glasses mostly leave free (MEASURES.md section 3, Light).
_RIGHT = (117, 118, 101, 36, 205, 187, 123)  # the sitter's own, at small x
_LEFT = (346, 347, 330, 266, 425, 411, 352)


_FEWEST = 9  # pixels of a patch whose median means anything


def cheeks(pixels: Image, points: NDArray[np.float64]) -> Cheeks | Absent:
    """Median linear light, 0..1, of both cheeks; `points` is the face mesh, (468+, 2) in pixels of the picture."""
    right, left = (_patch(pixels, points[list(patch)]) for patch in (_RIGHT, _LEFT))
    if min(len(right), len(left)) < _FEWEST:
        return Absent("only one cheek is in view")
    return Cheeks(*(float(np.median(luminance(patch))) for patch in (right, left)))


def _patch(pixels: Image, points: NDArray[np.float64]) -> Image:
    """The pixels in the hull of the points, (n, 3), looked for only where they are."""
    left, top = np.maximum(np.floor(points.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int) + 1
    part = pixels[top : max(bottom, 0), left : max(right, 0)]
    return part[inside(part, points - (left, top))] if part.size else part.reshape(-1, 3)
