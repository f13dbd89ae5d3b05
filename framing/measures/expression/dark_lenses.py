"""Whether the eyes are behind dark glasses."""

from __future__ import annotations

from framing import parts
from framing.types import Hidden, Measure, Remedy, Shown


def dark_lenses(shown: Shown) -> float:
    """Eyes behind lenses too dark to see them well, 0 or 2; clear lenses count for nothing, whatever their frames."""
    return float(shown.eyes.count(Hidden.LENS))


MEASURE = Measure(
    name="dark_lenses",
    label="Dark glasses",
    unit="eyes",
    of=parts.shown,
    take=dark_lenses,
    rank=23,
    when_high=Remedy("Take the glasses off: the eyes must show"),
    words=lambda value: "over the eyes" if value else "none",
)
