"""The face as a surface: which way each point of it looks, and which points are bare skin."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from framing.perceive.canonical import canonical

# What is no skin, as boxes on the canonical face: centre and half size across and up, centimetres, mirrored to both
# sides. Lashes, brows, lips and nostrils have a darkness of their own.
_FEATURES = (
    ((3.1, 2.6), (1.9, 0.9)),  # eye
    ((3.2, 4.5), (2.6, 1.0)),  # brow
    ((0.0, -4.0), (3.0, 1.5)),  # mouth
    ((0.9, -1.9), (1.1, 1.1)),  # nostril
)
_RIM = 0.5  # how far back, cm in front of the ears, skin is still seen in a frontal picture
_HAIRLINE = 7.2  # cm above the middle of the face; higher is hair in most people
# Where a beard grows: below the nostrils, and before the ears. Read as shade it would say that the light is high.
_NOSTRILS, _EARS = -2.2, 0.3  # cm above the middle of the face
_BEFORE_THE_EARS = 5.2  # cm to either side


def apart(mesh: NDArray[np.float64]) -> float:
    """Between the middles of the eyes, in the mesh's own unit, 0 or more; `mesh` is (468+, 2) or (468+, 3)."""
    right, left = mesh[[33, 133], :2].mean(axis=0), mesh[[362, 263], :2].mean(axis=0)
    return float(np.hypot(*(right - left)))


def normals(mesh: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unit vectors out of the face at its 468 points, (468, 3): x to the picture's right, y up, z toward the camera.

    `mesh` is (468+, 3) with y down and z away from the camera, in any unit that is the same on all axes. Each normal is
    the mean over the triangles round the point, weighted by their areas.
    """
    points = mesh[:468] * np.array([1.0, -1.0, -1.0])
    triangles = canonical().triangles
    a, b, c = (points[triangles[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    summed = np.stack([np.bincount(triangles.ravel(), np.repeat(across[:, i], 3), 468) for i in range(3)], axis=1)
    return np.asarray(summed / np.maximum(np.linalg.norm(summed, axis=1, keepdims=True), 1e-12))


@functools.cache
def skin() -> NDArray[np.intp]:
    """The points of the mesh that are bare skin in most people: no features, hairline, beard or rim."""
    points = canonical().points
    x, y = np.abs(points[:, 0]), points[:, 1]
    feature = np.zeros(len(points), dtype=bool)
    for (cx, cy), (rx, ry) in _FEATURES:
        feature |= (np.abs(x - cx) < rx) & (np.abs(y - cy) < ry)
    bare = y > np.where(x > _BEFORE_THE_EARS, _EARS, _NOSTRILS)
    return np.flatnonzero(~feature & bare & (y < _HAIRLINE) & (points[:, 2] > _RIM))
