"""Whether hands show: gesture and props belong to portraits."""

from __future__ import annotations

from framing import parts
from framing.types import Measure


def hands(figure: parts.Figure) -> float:
    """Share of the eight wrist and finger joints inside the picture and seen, 0..1."""
    return len(parts.hands_in_view(figure)) / len(parts.HANDS)


MEASURE = Measure(
    name="hands",
    label="Hands",
    unit="share of joints",
    of=parts.whole_figure,
    take=hands,
    rank=78,
    words=lambda value: "hands show" if value > 0 else "no hands in view",
)
