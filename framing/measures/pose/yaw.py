"""How far the face is turned to the side."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Face, Measure, Message, Remedy, filled


def yaw(face: Face) -> float:
    """Degrees the face is turned, + toward the sitter's own left; noise is about 1 degree (docs/measures.md)."""
    return face.turn.yaw


def words(value: float) -> Message:
    """The side in the sitter's own left and right."""
    if abs(value) < 5:
        return "straight"
    left, right = "{degrees:.0f}° to the sitter's left", "{degrees:.0f}° to the sitter's right"
    return filled(left if value > 0 else right, degrees=abs(value))


MEASURE = Measure(
    name="yaw",
    label="Turn",
    unit="degrees",
    of=parts.face,
    take=yaw,
    rank=80,
    band=Band(-20.0, 20.0),
    when_low=Remedy("Turn {your} face{a_little} to {your} left", Direction.TURN_LEFT),
    when_high=Remedy("Turn {your} face{a_little} to {your} right", Direction.TURN_RIGHT),
    words=words,
)
