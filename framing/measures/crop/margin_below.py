"""The room from the eyes to the bottom edge: a cut chin shows here."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Measure, Message, Remedy, Severity


def margin_below(heads: parts.Heads) -> float:
    """Eye middle to the bottom edge in face heights T; 1 puts the chin of an upright face on the edge (OFIQ)."""
    head = heads.all[0]
    return (1.0 - head.eye_line) / max(head.height, 1e-6)


def words(value: float) -> Message:
    """Whether the chin is cut; it lies T below the eyes."""
    said = ((1.0, "chin cut"), (1.05, "chin at the edge"), (1.5, "a little"))
    return next((words for limit, words in said if value < limit), "plenty")


MEASURE = Measure(
    name="margin_below",
    label="Room below",
    unit="face heights",
    of=parts.heads,
    take=margin_below,
    rank=15,
    band=Band(1.05, float("inf")),  # never through the chin (docs/practice.md, "Where not to cut")
    when_low=Remedy("Tilt the camera down{a_little}", Direction.DOWN),
    severity=Severity.ERROR,
    inside=0.15,
    words=words,
)
