"""How much of the face the picture's edges cut off."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Measure, Message, Points, filled


def face_cut(placed: parts.Placed) -> float:
    """Share of the main face that lies beyond the picture's edges, 0..1; hair and ears do not count.

    By the outline of its mesh, which the landmarker carries on beyond the edge.
    """
    mesh = placed.face.points[:468, :2]
    if (mesh >= 0.0).all() and (mesh <= (placed.aspect, 1.0)).all():
        return 0.0
    outline = cv2.convexHull(mesh.astype(np.float32))[:, 0].astype(np.float64)
    within = outline
    for axis, end in ((0, placed.aspect), (1, 1.0)):
        within = _until(_until(within, axis, end, 1.0), axis, 0.0, -1.0)
    return float(np.clip(1.0 - _area(within) / max(_area(outline), 1e-12), 0.0, 1.0))


def _until(polygon: Points, axis: int, limit: float, way: float) -> Points:
    """The part of a convex polygon, (n, 2), that does not go beyond the limit, below it for a `way` of -1."""
    beyond = way * (polygon[:, axis] - limit)
    kept = []
    for here, there, out, then in zip(polygon, np.roll(polygon, -1, 0), beyond, np.roll(beyond, -1), strict=True):
        if out <= 0.0:
            kept.append(here)
        if out * then < 0.0:
            kept.append(here + (there - here) * out / (out - then))
    return np.array(kept, dtype=np.float64).reshape(-1, 2)


def _area(polygon: Points) -> float:
    x, y = polygon.T
    return 0.5 * abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1)))


def words(value: float) -> Message:
    """Whole, or how much is missing."""
    return "the whole face" if value < 0.02 else filled("{share:.0%} of the face is cut", share=value)


MEASURE = Measure(
    name="face_cut",
    label="Face cut",
    unit="share of the face",
    of=parts.placed_face,
    take=face_cut,
    rank=45,
    words=words,
)
