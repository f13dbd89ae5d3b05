"""How near a hand is to the face."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing import parts
from framing.types import Absent, Face, Measure, Points, Remedy, Scene

TOUCH = 0.3  # face heights: a wrist or knuckle this near has its fingers at the face


@dataclass(frozen=True, slots=True, eq=False)
class Gesture:
    """The main face and the hand joints that are in view, (n, 2), n at least 1."""

    face: Face
    joints: Points


def gesture(scene: Scene) -> Gesture | Absent:
    """Face and hands of the main subject, where both are in view."""
    face, figure = parts.face(scene), parts.whole_figure(scene)
    if isinstance(face, Absent):
        return face
    if isinstance(figure, Absent):
        return figure
    joints = parts.hands_in_view(figure)
    return Gesture(face, joints) if len(joints) else Absent("no hands in view")


def hands_near_face(gesture: Gesture) -> float:
    """From the nearest hand joint in view to the face's outline or inside, face heights T, 0 or more; 0 touches."""
    apart = gesture.joints[:, None, :] - gesture.face.points[None, :, :2]
    return float(np.hypot(apart[..., 0], apart[..., 1]).min()) / max(gesture.face.height, 1e-6)


MEASURE = Measure(
    name="hands_near_face",
    label="Nearest hand",
    unit="face heights",
    of=gesture,
    take=hands_near_face,
    rank=83,
    when_low=Remedy("Take {your} hand away from {your} face"),
    words=lambda value: "at the face" if value < TOUCH else "off the face",
)
