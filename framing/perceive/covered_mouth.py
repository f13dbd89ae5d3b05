"""Whether the mouth can be seen, or a mask, a scarf or a hand lies over it.

As for the eyes: a sum of readings by their points, above 0 where it is covered (docs/covered.md). A beard or a
moustache leaves the lips to be seen, and counts as detail besides.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.cutting import Feature, cut, edges, likeness, smoothed
from framing.perceive.surface import apart
from framing.types import Image

_LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185)
_GAP = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191)  # the inner lips
_WIDTH, _HEIGHT, _SPAN = 64, 56, 32.0  # the span is 0.8 eye distances
_HALF = 0.4  # eye distances to either side of the middle
_REACH = (20, 12)  # pixels to either side of the middle, and up and down, that belong to the mouth
_SHIFTS = ((-2, 0), (0, 0), (2, 0))
_NEAR, _FAR = np.ones((3, 3), np.uint8), np.ones((9, 9), np.uint8)

# Stops by which the lips are redder than what is round them, likeness to a mouth in light and in redness, and edges in
# stops a pixel; and the constant.
_POINTS = (-3.19, -4.0, -2.51, -37.0)
_CONSTANT = 6.64


def covered(pixels: Image, mesh: NDArray[np.float64]) -> bool:
    """Whether something lies over the mouth; `mesh` is (478, 2) in pixels."""
    return float(np.dot(_POINTS, _readings(pixels, mesh))) + _CONSTANT > 0.0


def _readings(pixels: Image, mesh: NDArray[np.float64]) -> list[float]:
    """What is read of a mouth, in the order of `_POINTS`."""
    across = mesh[[362, 263]].mean(axis=0) - mesh[[33, 133]].mean(axis=0)
    half = across / max(float(np.hypot(*across)), 1e-6) * (_HALF * apart(mesh))
    middle = mesh[[13, 14]].mean(axis=0)
    piece = cut(pixels, Feature(middle - half, middle + half, _WIDTH, _HEIGHT, _SPAN))
    rows, columns = np.indices(piece.stops.shape)
    box = (np.abs(columns - _WIDTH / 2) < _REACH[0]) & (np.abs(rows - _HEIGHT / 2) < _REACH[1])
    lips, gap = piece.area(mesh[list(_LIPS)]), piece.area(mesh[list(_GAP)])
    cv2.polylines(gap, [np.rint(piece.places(mesh[list(_GAP)])).astype(np.int32)], isClosed=True, color=1)
    around = (cv2.dilate(lips, _FAR) > 0) & (cv2.dilate(lips, _NEAR) == 0)
    red = (lips > 0) & (gap == 0)
    red = red if red.sum() >= 8 else lips > 0
    redness = piece.colours[..., 0] - piece.colours[..., 1]
    redder = float(np.median(redness[red]) - np.median(redness[around])) if red.any() and around.any() else 0.0
    # A mouth as it has to look: a dark gap between lips that are darker and redder than the skin.
    in_light = np.where(gap > 0, -1.0, np.where(lips > 0, -0.3, 0.3))
    in_redness = np.where(lips > 0, 0.5, -0.3)
    soft = smoothed(piece.stops, 0.8)
    return [
        redder,
        likeness(soft, smoothed(in_light, 1.0), box, _SHIFTS),
        likeness(smoothed(redness, 1.0), smoothed(in_redness, 1.0), box, ((0, 0),)),
        min(float(np.hypot(*edges(soft))[box].mean()), 0.4),
    ]
