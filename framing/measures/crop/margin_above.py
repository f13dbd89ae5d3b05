"""The room from the eyes to the top edge, told in faces so that documents can ask for it."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Face, Measure, Remedy


def margin_above(face: Face) -> float:
    """Eye middle to the top edge in face heights T; at least 1.4 in documents (OFIQ, MEASURES.md section 1)."""
    return face.eyes.y / max(face.height, 1e-6)


MEASURE = Measure(
    name="margin_above",
    label="Room above",
    unit="face heights",
    of=parts.face,
    take=margin_above,
    rank=43,
    when_low=Remedy("Tilt the camera up{a_little}", Direction.UP),
)
