"""How far the body is turned to the side."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Message, Remedy, filled


def body_yaw(shoulders: parts.Shoulders) -> float:
    """Degrees the shoulders are turned, -180..180, + toward the sitter's own left; 0 is square to the camera."""
    return shoulders.yaw


def words(value: float) -> Message:
    """The side in the sitter's own left and right."""
    if abs(value) < 10:
        return "square"
    left, right = "{degrees:.0f}° to the sitter's left", "{degrees:.0f}° to the sitter's right"
    return filled(left if value > 0 else right, degrees=abs(value))


# A style: 10 to 30 degrees look less stiff than square; only documents want it square (docs/practice.md, "Pose").
MEASURE = Measure(
    name="body_yaw",
    label="Body",
    unit="degrees",
    of=parts.shoulders,
    take=body_yaw,
    rank=89,
    when_low=Remedy("Turn {your} shoulders{a_little} to {your} left", Direction.TURN_LEFT),
    when_high=Remedy("Turn {your} shoulders{a_little} to {your} right", Direction.TURN_RIGHT),
    words=words,
)
