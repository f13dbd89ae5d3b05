"""Whether there is a face to read at all."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Remedy, Scene


def face_in_view(scene: Scene) -> float:
    """Readable faces of subjects, 0 or more; 0 with somebody in view is a face turned away, hidden or in the dark."""
    return float(len(scene.faces))


MEASURE = Measure(
    name="face_in_view",
    label="Face",
    unit="faces",
    of=parts.somebody,
    take=face_in_view,
    rank=21,
    band=Band(1, float("inf")),
    when_low=Remedy("Face to the camera, into the light", fault="The face cannot be read"),
    words=lambda value: "readable" if value else "cannot be read",
)
