"""How far the lips are parted."""

from __future__ import annotations

from framing import parts
from framing.types import Face, Measure, Message, Remedy


def mouth(face: Face) -> float:
    """The widest gap between the lips in face heights T, 0 or more: closed under 0.015, a toothy smile 0.07 to 0.11."""
    return face.lip_gap / max(face.height, 1e-6)


def words(value: float) -> Message:
    """Closed, parted or open."""
    return "closed" if value < 0.03 else "lips parted" if value < 0.12 else "open"


MEASURE = Measure(
    name="mouth",
    label="Mouth",
    unit="face heights",
    of=parts.seen_mouth,
    take=mouth,
    rank=85,
    when_high=Remedy("Close {your} lips", fault="Mouth open"),
    words=words,
)
