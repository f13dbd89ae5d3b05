"""Somebody in a photograph who turns the head a little: the picture bent by the shape of the face."""

from __future__ import annotations

from math import cos, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.relight.surface import Surface
from framing.types import Points

MOST = 20.0  # degrees to either side: further, the far cheek would have to hide behind the nose
_AXIS = 0.55  # eye distances behind the rim of the face: where the head turns
_REACH = 1.5  # eye distances round the face that go along, less and less
_SMOOTH = 0.06  # eye distances
_ROUNDS = 15  # by which the place that comes to a pixel is found


def turned(colours: NDArray[np.float32], surface: Surface, degrees: float) -> NDArray[np.float32]:
    """Colours (h, w, 3) with the head turned by so many degrees, + to the sitter's left; hair and neck follow."""
    moved = _moved(surface, degrees)
    height, width = moved.shape
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    comes_from = x
    for _ in range(_ROUNDS):
        comes_from = x - cv2.remap(moved, comes_from, y, cv2.INTER_LINEAR)
    return np.asarray(np.maximum(cv2.remap(colours, comes_from, y, cv2.INTER_CUBIC), 0.0), np.float32)


def turned_mesh(surface: Surface, degrees: float) -> Points:
    """The mesh of the turned head, (468, 3)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    middle, axis = _axis(surface)
    x, out = surface.mesh[:, 0] - middle, -surface.mesh[:, 2] - axis
    return np.column_stack([middle + c * x + s * out, surface.mesh[:, 1], -(axis + c * out - s * x)])


def _axis(surface: Surface) -> tuple[float, float]:
    """Where the head turns: from the left, and toward the camera, pixels."""
    rim = float(np.percentile(surface.height[surface.face], 5))
    return float(surface.mesh[:, 0].mean()), rim - _AXIS * surface.unit


def _moved(surface: Surface, degrees: float) -> NDArray[np.float32]:
    """How far each place of the picture moves to the right, pixels."""
    middle, axis = _axis(surface)
    x = np.arange(surface.face.shape[1], dtype=np.float32)[None, :] - middle
    by = sin(radians(degrees)) * (surface.height - axis) + (cos(radians(degrees)) - 1.0) * x
    # Beyond the face, what the nearest place of it does, fading out.
    away, nearest = cv2.distanceTransformWithLabels(
        (~surface.face).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    by_label = np.zeros(int(nearest.max()) + 1, np.float32)
    by_label[nearest[surface.face]] = by[surface.face]
    left = np.clip(1.0 - away / (_REACH * surface.unit), 0.0, 1.0)
    field = by_label[nearest] * (left * left * (3.0 - 2.0 * left))
    return np.asarray(cv2.GaussianBlur(field.astype(np.float32), (0, 0), _SMOOTH * surface.unit), np.float32)
