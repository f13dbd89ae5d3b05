"""A line that seems to grow from the left half of the head."""

from __future__ import annotations

from framing import parts
from framing.backdrop.mergers import merger, merger_words
from framing.types import Backdrop, Band, Direction, Measure, Remedy


def merger_left(behind: Backdrop) -> float:
    """How clearly a pole, frame or edge runs into the head on the sitter's left, 0..1; above 0.5 it shows."""
    return merger(behind, 1.0)


MEASURE = Measure(
    name="merger_left",
    label="Merger left",
    unit="of 1",
    of=parts.backdrop,
    take=merger_left,
    rank=70,
    band=Band(0.0, 0.5),
    when_high=Remedy(
        "Move a step to {your} right, and the camera with {you}, so that the line behind clears {your} head",
        Direction.RIGHT,
        aloud="Move a step to {your} right, and the camera with {you}",
    ),
    words=merger_words,
)
