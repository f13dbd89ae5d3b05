"""Where the light on a face comes from, read off the way the face is shaded."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.surface import apart, normals, skin
from framing.pixels import luminance
from framing.types import Absent, Image, Light

_FEWEST = 45  # points of skin, of some 110, that a slope can be trusted on
_FACING = 0.25  # cosine to the camera; what looks further away is the rim of a turned face
_ROUNDS = 15  # at most,
_SETTLED = 1e-3  # stops of change in a slope below which another round would not tell
_TUKEY = 4.685  # residual spreads beyond which a point counts for nothing: the biweight's usual constant
_DARKEST = 1.0 / (12.92 * 255.0 * 2.0)  # half the first code of sRGB, for what came out black
_SPAN = 0.04  # of the eye distance: how far round a point its light is taken (docs/measures.md, "Direction of light")


def light(pixels: Image, mesh: NDArray[np.float64]) -> Light | Absent:
    """The slope of the light over the face, stops; `mesh` is (468+, 3) in pixels of the picture, z scaled alike.

    log2 Y = k0 + across * nx + above * ny by iteratively reweighted least squares, so that a fringe, glasses, moles
    and cast shadows do not count (docs/measures.md, "Direction of light").
    """
    height, width = pixels.shape[:2]
    surface = normals(mesh)
    columns, rows = np.rint(mesh[:468, :2]).astype(int).T
    seen = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height) & (surface[:, 2] > _FACING)
    points = skin()[seen[skin()]]
    if len(points) < _FEWEST:
        return Absent("too little of the face is in view to read its light")
    smooth = cv2.medianBlur(pixels, _window(mesh))
    level = np.log2(np.maximum(luminance(smooth[rows[points], columns[points]]), _DARKEST))
    return _slope(level, surface[points])


def _window(mesh: NDArray[np.float64]) -> int:
    """The side of a median filter, odd, for a face of that size."""
    return 2 * round(_SPAN * apart(mesh)) + 1


def _slope(level: NDArray[np.float64], surface: NDArray[np.float64]) -> Light:
    design = np.column_stack([np.ones(len(level)), surface[:, :2]])
    weights, slope = np.ones(len(level)), np.full(3, np.inf)
    for _ in range(_ROUNDS):
        weighted, before = design * weights[:, None], slope
        slope = np.linalg.solve(weighted.T @ design, weighted.T @ level)
        residual = level - design @ slope
        spread = 1.48 * float(np.median(np.abs(residual))) + 1e-3
        weights = np.clip(1.0 - (residual / (_TUKEY * spread)) ** 2, 1e-3, None) ** 2
        if float(np.abs(slope - before).max()) < _SETTLED:
            break
    around = level - np.average(level, weights=weights)
    unexplained = float((weights * residual**2).sum() / max(float((weights * around**2).sum()), 1e-9))
    return Light(float(slope[1]), float(slope[2]), min(max(1.0 - unexplained, 0.0), 1.0))
