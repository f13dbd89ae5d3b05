"""Whether the face stands in the middle."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Message, Remedy, filled


def centring(placed: parts.Placed) -> float:
    """The eyes' place across the picture: share of the width from the middle, + toward the sitter's left."""
    return placed.face.eyes.x / placed.aspect - 0.5


def words(value: float) -> Message:
    """How far, and to which side of the sitter's own."""
    if abs(value) < 0.02:
        return "centred"
    left, right = "{off:.0%} off centre, to the sitter's left", "{off:.0%} off centre, to the sitter's right"
    return filled(left if value > 0 else right, off=abs(value))


MEASURE = Measure(
    name="centring",
    label="Centring",
    unit="viewfinder widths",
    of=parts.placed_face,
    take=centring,
    rank=40,
    when_low=Remedy("Move{a_little} to {your} left", Direction.LEFT, fault="Not in the middle"),
    when_high=Remedy("Move{a_little} to {your} right", Direction.RIGHT, fault="Not in the middle"),
    words=words,
)
