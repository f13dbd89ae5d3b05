"""Other light on the same sitter: a lamp moved, more or less of it, another colour, another skin under it.

All in linear light. The mesh is (468+, 3) in pixels of the picture, y down and z away from the camera.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.eyeballs import LIDS
from framing.perceive.surface import apart, normals
from framing.pixels import encoded, linear
from framing.types import Image, Points

_LIT = 90  # percentile of the face's points from which on the light is what it was: a tenth is lit in full
_SMOOTH, _FADE = 0.12, 1.5  # eye distances: how soft the shading is, and how far it reaches round the face
_GRID = 96  # cells along the longer side on which the shading is worked out


def exposed(picture: Image, stops: float) -> Image:
    """The picture with that many stops more light, 0 as it is; what is brighter than white is white."""
    return encoded(linear(picture) * 2.0**stops)


def tinted(picture: Image, colour: tuple[float, float, float]) -> Image:
    """The picture through a filter that lets through that share of red, green and blue, 0..1 each."""
    return encoded(linear(picture) * np.array(colour))


def relit(picture: Image, mesh: Points, person: NDArray[np.float32], across: float, above: float) -> Image:
    """The picture with its light on the person tilted by a gradient, in stops per unit of the normal's tilt.

    `across` is + for more from the sitter's left, `above` + for more from above. Nothing is brighter than it was, for
    what burns out has no shape, and the change fades out round the head. `person` is the confidence 0..1 over the
    picture, of any size.
    """
    gains = normals(mesh)[:, :2] @ np.array([across, above])
    field = _spread(picture.shape[:2], mesh, np.minimum(gains - np.percentile(gains, _LIT), 0.0))
    field *= cv2.resize(person, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return encoded(linear(picture) * 2.0 ** field[..., None])


def skinned(picture: Image, mesh: Points, share: float) -> Image:
    """The picture with that share of the light reflected by the face's skin, 0..1; the eyes stay as they are."""
    skin = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillConvexPoly(skin, cv2.convexHull(mesh[:468, :2].astype(np.int32)), 1)
    for eye in LIDS:
        cv2.fillConvexPoly(skin, cv2.convexHull(mesh[list(eye), :2].astype(np.int32)), 0)
    soft = cv2.GaussianBlur(skin.astype(np.float32), (0, 0), 0.03 * apart(mesh))[..., None]
    return encoded(linear(picture) * (1.0 + (share - 1.0) * soft))


def _spread(shape: tuple[int, int], mesh: Points, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points' values all over the picture, (h, w): smoothed, drawn out beyond the face and faded to 0."""
    height, width = shape
    cell = max(shape) / _GRID
    rows, columns = ((np.arange(-(-n // cell)) + 0.5) * cell for n in (height, width))
    grid = np.stack(np.meshgrid(columns, rows), axis=-1)
    away = np.hypot(*(grid[:, :, None] - mesh[:468, :2]).transpose(3, 0, 1, 2)) / apart(mesh)
    nearest = away.min(axis=2, keepdims=True)
    weights = np.exp(-0.5 * (away**2 - nearest**2) / _SMOOTH**2)
    field = (weights * values).sum(axis=2) / weights.sum(axis=2)
    faded = field * np.exp(-0.5 * (nearest[..., 0] / _FADE) ** 2)
    return np.asarray(cv2.resize(faded, (width, height), interpolation=cv2.INTER_CUBIC))
