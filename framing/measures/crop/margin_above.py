"""The room from the eyes to the top edge: a head that goes out above shows here."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Measure, Message, Remedy, Severity


def margin_above(heads: parts.Heads) -> float:
    """Eye middle to the top edge in face heights T; at least 1.4 in documents (docs/measures.md, "Margins")."""
    head = heads.all[0]
    return head.eye_line / max(head.height, 1e-6)


def words(value: float) -> Message:
    """What the edge cuts: brows lie a third of T above the eyes, the hairline two thirds, the crown a little over T."""
    cuts = ((0.3, "brows cut"), (0.7, "forehead cut"), (1.15, "crown cut"), (1.4, "a little"))
    return next((said for limit, said in cuts if value < limit), "plenty")


MEASURE = Measure(
    name="margin_above",
    label="Room above",
    unit="face heights",
    of=parts.heads,
    take=margin_above,
    rank=14,
    band=Band(0.6, float("inf")),  # hair may be cut, a brow may not (docs/practice.md, "Headroom")
    when_low=Remedy("Tilt the camera up{a_little}", Direction.UP),
    severity=Severity.ERROR,
    inside=0.15,
    words=words,
)
