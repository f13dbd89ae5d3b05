"""How busy the backdrop is."""

from __future__ import annotations

from framing import parts
from framing.backdrop.clutter import clutter_cells
from framing.types import Backdrop, Band, Measure, Message, Remedy


def clutter(behind: Backdrop) -> float:
    """Share of the picture that is busy, 0..1: under 0.02 plain, over 0.09 it draws the eye from the face.

    Counted by cells, so that a crowded corner counts by its size: that tells photographs that vision models call
    cluttered from others better than the edges of the whole backdrop (docs/measures.md, "Clutter").
    """
    return float(clutter_cells(behind).mean())


def words(value: float) -> Message:
    """Plain, some detail or busy."""
    return "plain" if value < 0.02 else "busy" if value > 0.09 else "some detail"


MEASURE = Measure(
    name="clutter",
    label="Clutter",
    unit="share of the picture",
    of=parts.backdrop,
    take=clutter,
    rank=74,
    band=Band(0.0, 0.09),
    when_high=Remedy("Find a plainer backdrop, or stand farther in front of it"),
    words=words,
)
