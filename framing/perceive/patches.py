"""Patches of skin: what the ratios of light are read off."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from framing.pixels import inside, linear, luminance, tint
from framing.types import Absent, Cheeks, Image, Tint

# Outlines by points of the mesh, the sitter's own right (small x) and left. Beard, fringe and glasses mostly leave the
# cheeks free; the others only serve as evidence (docs/measures.md, "Key and fill" and "Patterns of light").
_OUTLINES: Mapping[str, tuple[int, ...]] = {
    "right_cheek": (117, 118, 101, 36, 205, 187, 123),
    "left_cheek": (346, 347, 330, 266, 425, 411, 352),
    "right_under_eye": (119, 120, 100, 101, 118),
    "left_under_eye": (348, 349, 329, 330, 347),
    "right_nose_side": (49, 131, 198, 217),
    "left_nose_side": (279, 360, 420, 437),
    "right_jaw": (214, 212, 216, 207, 192),
    "left_jaw": (434, 432, 436, 427, 416),
    "forehead": (67, 109, 10, 338, 297, 299, 9, 69),
    "philtrum": (2, 97, 167, 164, 393, 326),
    "chin": (199, 208, 171, 175, 396, 428),
}
PATCHES = tuple(_OUTLINES)
_FEWEST = 9  # pixels of a patch whose median means anything


def patches(pixels: Image, points: NDArray[np.float64]) -> Mapping[str, float]:
    """Median linear light, 0..1, of each patch that is in view; `points` is the mesh, (468+, 2) in picture pixels."""
    cut = {name: _patch(pixels, points[list(outline)]) for name, outline in _OUTLINES.items()}
    return {name: float(np.median(luminance(patch))) for name, patch in cut.items() if len(patch) >= _FEWEST}


def cheeks(levels: Mapping[str, float]) -> Cheeks | Absent:
    """The light on both cheeks, out of that of all patches."""
    if "right_cheek" not in levels or "left_cheek" not in levels:
        return Absent("only one cheek is in view")
    return Cheeks(levels["right_cheek"], levels["left_cheek"])


def cheek_tint(pixels: Image, points: NDArray[np.float64]) -> Tint | Absent:
    """The tint of both cheeks together; `points` as for `patches`."""
    both = [_patch(pixels, points[list(_OUTLINES[name])]) for name in ("right_cheek", "left_cheek")]
    if min(map(len, both)) < _FEWEST:
        return Absent("only one cheek is in view")
    return tint(np.mean([np.median(linear(patch), axis=0) for patch in both], axis=0))


def skin_colour(pixels: Image, points: NDArray[np.float64]) -> NDArray[np.float64] | Absent:
    """Linear colour, (3,), of the middle one of both cheeks and the forehead: hair or a mask may lie over one."""
    cut = (_patch(pixels, points[list(_OUTLINES[name])]) for name in ("right_cheek", "left_cheek", "forehead"))
    found = [np.median(linear(patch), axis=0) for patch in cut if len(patch) >= _FEWEST]
    if not found:
        return Absent("neither cheek nor forehead is in view")
    found.sort(key=lambda colour: float(colour.sum()))
    half = len(found) // 2
    return np.asarray(found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2.0)


def _patch(pixels: Image, points: NDArray[np.float64]) -> Image:
    """The pixels in the hull of the points, (n, 3), looked for only where they are."""
    left, top = np.maximum(np.floor(points.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int) + 1
    part = pixels[top : max(bottom, 0), left : max(right, 0)]
    return part[inside(part, points - (left, top))] if part.size else part.reshape(-1, 3)
