"""What a mesh has at its points, at every pixel that it covers."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Points


class Covered(NamedTuple):
    """The pixels that a mesh covers, and the values there."""

    where: NDArray[np.bool_]  # (h, w)
    values: NDArray[np.float32]  # (h, w, n), 0 where the mesh is not


def spread(
    points: Points, triangles: NDArray[np.intp], values: NDArray[np.float64], shape: tuple[int, int]
) -> Covered:
    """The values (m, n) of the mesh's points (m, 3) at every pixel, between its points in proportion.

    Points are in pixels, x to the right, y down, z away from the camera; of two triangles one behind the other the
    nearer is seen.
    """
    ids = np.full(shape, -1, np.int32)
    corners = points[triangles]
    places = np.rint(corners[..., :2]).astype(np.int32)
    for number in np.argsort(-corners[..., 2].mean(axis=1)):  # the nearest is painted last
        cv2.fillConvexPoly(ids, places[number], int(number))
    where = ids >= 0
    rows, columns = np.nonzero(where)
    a, b, c = np.moveaxis(corners[ids[where]][..., :2], 1, 0)
    at = np.stack([columns, rows], axis=1)
    whole = _cross(b - a, c - a)
    whole = np.where(np.abs(whole) < 1e-9, np.inf, whole)  # edge on: its first point stands for it
    second, third = _cross(at - a, c - a) / whole, _cross(b - a, at - a) / whole
    shares = np.clip(np.stack([1.0 - second - third, second, third], axis=1), 0.0, 1.0)
    shares /= shares.sum(axis=1, keepdims=True)
    found = np.zeros((*shape, values.shape[1]), np.float32)
    found[where] = (values[triangles[ids[where]]] * shares[..., None]).sum(axis=1)
    return Covered(where, found)


def _cross(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
