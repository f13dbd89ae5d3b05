"""How broad the smile is."""

from __future__ import annotations

from framing import parts
from framing.types import Face, Measure, Message, Remedy


def smile(face: Face) -> float:
    """Mean smile of both mouth corners, 0..1: under 0.05 none, 0.3 to 0.6 soft, over 0.8 broad (docs/measures.md)."""
    return (face.expression.get("mouthSmileLeft", 0.0) + face.expression.get("mouthSmileRight", 0.0)) / 2.0


def words(value: float) -> Message:
    """None, a hint, soft or broad."""
    if value < 0.1:
        return "no smile"
    return "hint of a smile" if value < 0.3 else "smile" if value < 0.8 else "broad smile"


MEASURE = Measure(
    name="smile",
    label="Smile",
    unit="0 to 1",
    of=parts.seen_mouth,
    take=smile,
    rank=87,
    when_low=Remedy("Let a small smile come"),
    when_high=Remedy("Relax the mouth"),
    words=words,
)
