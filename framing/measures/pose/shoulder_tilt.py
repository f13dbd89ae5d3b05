"""Whether one shoulder is higher than the other."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Absent, Band, Direction, Measure, Message, Remedy, Scene, filled

_TURNED = 30.0  # degrees of body yaw beyond which one shoulder is nearer and the camera's height tilts their line


def square_shoulders(scene: Scene) -> tuple[parts.Shoulders, float] | Absent:
    """Both shoulder joints about square to the camera, beside the degrees that the head leans."""
    shoulders, face = parts.shoulders(scene), parts.face(scene)
    if isinstance(shoulders, Absent):
        return shoulders
    if abs(shoulders.yaw) > _TURNED:
        return Absent("the shoulders are turned")
    return shoulders, 0.0 if isinstance(face, Absent) else face.turn.roll


def shoulder_tilt(seen: tuple[parts.Shoulders, float]) -> float:
    """Degrees of the shoulder line, -90..90, + when the sitter's left is higher; errs by 3 to 9 in bulky clothes.

    As far as the head leans the same way, the camera or the whole sitter leans: that is for `roll` to say.
    """
    shoulders, lean = seen
    rise = shoulders.right.y - shoulders.left.y
    tilt = float(np.degrees(np.arctan2(rise, max(abs(shoulders.right.x - shoulders.left.x), 1e-6))))
    return tilt - float(np.clip(lean, min(tilt, 0.0), max(tilt, 0.0)))


def words(value: float) -> Message:
    """Which shoulder is higher."""
    if abs(value) < 3:
        return "level"
    higher = "left higher by {degrees:.0f}°" if value > 0 else "right higher by {degrees:.0f}°"
    return filled(higher, degrees=abs(value))


MEASURE = Measure(
    name="shoulder_tilt",
    label="Shoulder line",
    unit="degrees",
    of=square_shoulders,
    take=shoulder_tilt,
    rank=88,
    band=Band(-15.0, 15.0),  # crooked to the eye, and the 9 degrees that bulky clothes cost (docs/measures.md)
    when_low=Remedy("Lower {your} right shoulder{a_little}", Direction.TILT_RIGHT),
    when_high=Remedy("Lower {your} left shoulder{a_little}", Direction.TILT_LEFT),
    words=words,
)
