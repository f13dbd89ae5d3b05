"""Head pose by the weak-perspective fit of the canonical face."""

from __future__ import annotations

import numpy as np

from framing.perceive.canonical import Canonical
from framing.types import HeadTurn, Points


def head_turn(points: Points, canonical: Canonical) -> HeadTurn:
    """Yaw, pitch and roll in degrees, each -180..180, wherever in the frame the face lies.

    `points` is a (468+, 3) mesh with y down and z away from the camera, in any unit that is the same on all axes. The
    landmarker's own matrix supposes one lens and so reads up to 8 degrees wrong off centre; a weighted Kabsch fit of
    the landmarks that expressions hardly move does not (docs/measures.md, "Head pose").
    """
    weights = canonical.weights[:, None]
    model = canonical.points[canonical.steady]
    seen = points[canonical.steady] * np.array([1.0, -1.0, -1.0])
    model = model - (weights * model).sum(axis=0)
    seen = seen - (weights * seen).sum(axis=0)
    u, _, vt = np.linalg.svd(model.T @ (weights * seen))
    # A reflection is not a rotation: flip the weakest axis where the fit would need one.
    r = vt.T @ np.diag([1.0, 1.0, np.sign(np.linalg.det(vt.T @ u.T))]) @ u.T
    yaw = np.arctan2(r[0, 2], r[2, 2])
    pitch = np.arcsin(np.clip(-r[1, 2], -1.0, 1.0))
    roll = np.arctan2(r[1, 0], r[1, 1])
    return HeadTurn(*(float(np.degrees(a)) for a in (yaw, pitch, roll)))
