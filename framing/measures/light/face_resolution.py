"""Whether the face has enough of the camera's pixels."""

from __future__ import annotations

import math

from framing import parts
from framing.types import Face, Measure, Remedy, filled


def face_resolution(face: Face) -> float:
    """The camera's own pixels between the eyes, as if the face were straight, above 0; documents want 90.

    A picture that was made smaller on its way tells them by its scale (docs/measures.md).
    """
    return face.scale * face.eye_pixels / max(math.cos(math.radians(face.turn.yaw)), 0.5)


MEASURE = Measure(
    name="face_resolution",
    label="Face pixels",
    unit="pixels",
    of=parts.face,
    take=face_resolution,
    rank=94,
    when_low=Remedy("Set the camera to more pixels: too few for this use"),
    words=lambda value: filled("{pixels:.0f} pixels between the eyes", pixels=value),
)
