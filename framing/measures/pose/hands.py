"""Whether hands show: gesture and props belong to portraits."""

from __future__ import annotations

from framing import parts
from framing.types import Measure

_HANDS = (15, 16, 17, 18, 19, 20, 21, 22)  # wrists and fingers


def hands(figure: parts.Figure) -> float:
    """Share of the eight wrist and finger joints inside the picture and seen, 0..1."""
    return sum(figure.in_view(j) for j in _HANDS) / len(_HANDS)


MEASURE = Measure(
    name="hands",
    label="Hands",
    unit="share of joints",
    of=parts.whole_figure,
    take=hands,
    rank=83,
    words=lambda value: "hands show" if value > 0 else "no hands in view",
)
