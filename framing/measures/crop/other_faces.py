"""Whether any other face is in the picture, also a small one behind or on the wall."""

from __future__ import annotations

from framing import parts
from framing.types import Measure, Remedy, Scene, filled


def other_faces(scene: Scene) -> float:
    """Faces in view beside the main one and at least a fifth as wide, 0 or more: people behind, pictures, a mirror."""
    found = (*scene.faces[1:], *scene.others)
    seen = sum(0.0 <= f.eyes.x <= scene.aspect and 0.0 <= f.eyes.y <= 1.0 for f in found)
    return float(max(seen, scene.people - 1))


MEASURE = Measure(
    name="other_faces",
    label="Other faces",
    unit="faces",
    of=parts.somebody,
    take=other_faces,
    rank=11,
    when_high=Remedy(
        "One person alone: no other face in the picture, nor on the wall behind",
        aloud="No other face in the picture, please",
    ),
    words=lambda value: filled("{faces:d} more", faces=round(value)) if round(value) else "none",
)
