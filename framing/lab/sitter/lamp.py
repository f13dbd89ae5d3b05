"""A lamp moved round a photographed face: its light added by the normals of the face's own mesh."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.surface import apart
from framing.pixels import inside
from framing.types import Image, Points

_SMOOTH = 0.2  # eye distances over which the mesh's depth is taken together
_SOFT = 0.3  # eye distances over which the light fades beyond the face
_ENCODED = 1 / 2.2  # stops of light in encoded values, as a display's curve has them


@dataclass(frozen=True, slots=True, eq=False)
class Lamp:
    """A face in a picture, and how far each of its pixels looks to the sitter's left and up."""

    left: int
    top: int
    leftward: NDArray[np.float32]  # (h, w), -1..1, 0 beyond the face
    upward: NDArray[np.float32]

    def light(self, picture: Image, across: float, above: float) -> Image:
        """A copy with that many stops more from the sitter's left and from above, by log Y = k + a n_x + b n_y."""
        lit = picture.copy()
        h, w = self.leftward.shape
        gain = np.exp2((across * self.leftward + above * self.upward) * _ENCODED)[..., None]
        face = lit[self.top : self.top + h, self.left : self.left + w]
        face[:] = np.clip(face * gain + 0.5, 0, 255).astype(np.uint8)
        return lit


def lamp(mesh: Points, size: tuple[int, int]) -> Lamp:
    """The lamp for a face mesh, (468+, 3) in pixels of a picture of that width and height, depth away from it."""
    points = mesh[:468]
    unit = apart(points)
    margin = round(2 * _SOFT * unit)
    low = np.maximum(np.floor(points[:, :2].min(axis=0)).astype(int) - margin, 0)
    high = np.minimum(np.ceil(points[:, :2].max(axis=0)).astype(int) + margin, size)
    shape = (int(high[1] - low[1]), int(high[0] - low[0]))
    depth = _depth(points - np.array([*low, 0.0]), shape, _SMOOTH * unit)
    down, right = np.gradient(depth)
    length = np.sqrt(right**2 + down**2 + 1.0)
    hull = inside(np.zeros((*shape, 3), np.uint8), points[:, :2] - low).astype(np.float32)
    share = cv2.GaussianBlur(hull, (0, 0), _SOFT * unit / 2.0)
    return Lamp(int(low[0]), int(low[1]), _single(share * right / length), _single(-share * down / length))


def _depth(points: NDArray[np.float64], shape: tuple[int, int], sigma: float) -> NDArray[np.float64]:
    """The mesh's depth in pixels at every pixel: the points near it, by a Gaussian's weight."""
    sums, weights = np.zeros(shape), np.zeros(shape)
    columns, rows = points[:, 0].astype(int).clip(0, shape[1] - 1), points[:, 1].astype(int).clip(0, shape[0] - 1)
    np.add.at(sums, (rows, columns), points[:, 2])
    np.add.at(weights, (rows, columns), 1.0)
    near = cv2.GaussianBlur(np.dstack([sums, weights]), (0, 0), sigma)
    return np.asarray(near[..., 0] / np.maximum(near[..., 1], 1e-9), dtype=np.float64)


def _single(values: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.asarray(values, dtype=np.float32)
