"""The light on the two cheeks: what the key's side and ratio are read off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.pixels import inside, luminance
from framing.types import Cheeks, Image

# Patches of skin that beard, fringe and glasses mostly leave free (MEASURES.md section 3, Light).
_RIGHT = (117, 118, 101, 36, 205, 187, 123)  # the sitter's own, at small x
_LEFT = (346, 347, 330, 266, 425, 411, 352)


def cheeks(pixels: Image, points: NDArray[np.float64]) -> Cheeks:
    """Median linear light, 0..1, of both cheeks; `points` is the face mesh, (468+, 2) in pixels of the picture."""
    return Cheeks(_median(pixels, points[list(_RIGHT)]), _median(pixels, points[list(_LEFT)]))


def _median(pixels: Image, points: NDArray[np.float64]) -> float:
    """Looked for only where the patch is; a patch outside the picture is black."""
    left, top = np.maximum(np.floor(points.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int) + 1
    part = pixels[top : max(bottom, 0), left : max(right, 0)]
    patch = part[inside(part, points - (left, top))] if part.size else part.reshape(-1, 3)
    return float(np.median(luminance(patch))) if len(patch) else 0.0
