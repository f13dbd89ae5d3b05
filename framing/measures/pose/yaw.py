"""How far the face is turned to the side."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Face, Measure, Remedy


def yaw(face: Face) -> float:
    """Degrees the face is turned, + toward the sitter's own left; noise is about 1 degree (docs/measures.md)."""
    return face.turn.yaw


def words(value: float) -> str:
    """The side in the sitter's own left and right."""
    return "straight" if abs(value) < 5 else f"{abs(value):.0f}° to the sitter's {'left' if value > 0 else 'right'}"


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
