"""How far the head leans to one shoulder."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Face, Measure, Message, Remedy, filled


def roll(face: Face) -> float:
    """Degrees the head is tilted, + toward the sitter's right shoulder; noise is under 1 degree."""
    return face.turn.roll


def words(value: float) -> Message:
    """The side in the sitter's own left and right."""
    if abs(value) < 3:
        return "level"
    left, right = "{degrees:.0f}° to the sitter's left", "{degrees:.0f}° to the sitter's right"
    return filled(right if value > 0 else left, degrees=abs(value))


MEASURE = Measure(
    name="roll",
    label="Level",
    unit="degrees",
    of=parts.face,
    take=roll,
    rank=50,  # with the camera's height and before it: on a leaning head neither pitch nor turn is read well
    band=Band(-12.0, 12.0),  # docs/measures.md, "Head pose"
    when_low=Remedy("Tilt {your} head{a_little} to {your} right", Direction.TILT_RIGHT),
    when_high=Remedy("Tilt {your} head{a_little} to {your} left", Direction.TILT_LEFT),
    words=words,
)
