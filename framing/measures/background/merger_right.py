"""A line that seems to grow from the right half of the head."""

from __future__ import annotations

from framing import parts
from framing.backdrop.mergers import merger, merger_words
from framing.types import Backdrop, Band, Direction, Measure, Remedy


def merger_right(behind: Backdrop) -> float:
    """How clearly a pole, frame or edge runs into the head on the sitter's right, 0..1; above 0.5 it shows."""
    return merger(behind, -1.0)


MEASURE = Measure(
    name="merger_right",
    label="Merger right",
    unit="of 1",
    of=parts.backdrop,
    take=merger_right,
    rank=71,
    band=Band(0.0, 0.5),
    when_high=Remedy(
        "Move a step to {your} left, and the camera with {you}, so that the line behind clears {your} head",
        Direction.LEFT,
        aloud="Move a step to {your} left, and the camera with {you}",
    ),
    words=merger_words,
)
