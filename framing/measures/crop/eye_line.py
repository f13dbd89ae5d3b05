"""Where the eyes lie from the top."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Face, Measure, Remedy, filled


def eye_line(face: Face) -> float:
    """From the top edge down to the middle of the eyes, viewfinder heights; 1/3 is the rule of thirds."""
    return face.eyes.y


MEASURE = Measure(
    name="eye_line",
    label="Eye line",
    unit="viewfinder heights",
    of=parts.face,
    take=eye_line,
    rank=42,
    when_low=Remedy("Tilt the camera up{a_little}", Direction.UP),
    when_high=Remedy("Tilt the camera down{a_little}", Direction.DOWN),
    words=lambda value: filled("eyes {share:.0%} from the top", share=value),
)
