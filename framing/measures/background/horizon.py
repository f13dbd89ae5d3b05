"""A level line at the height of the head: a horizon, a shelf, a window sill."""

from __future__ import annotations

from collections.abc import Iterable

from framing import parts
from framing.backdrop.head_lines import HeadLine, head_lines
from framing.types import Backdrop, Band, Measure, Remedy


def horizon(behind: Backdrop) -> float:
    """Eye distances of level line that meet head or neck, both sides together, 0..3; above 1 it cuts the head off."""
    found = head_lines(behind)
    return _longest(h for h in found if h.side < 0) + _longest(h for h in found if h.side >= 0)


def _longest(lines: Iterable[HeadLine]) -> float:
    return max((h.pull * h.level for h in lines), default=0.0)


MEASURE = Measure(
    name="horizon",
    label="Horizon",
    unit="eye distances",
    of=parts.backdrop,
    take=horizon,
    rank=72,
    band=Band(0.0, 1.0),
    when_high=Remedy("Raise or lower the camera so that the line behind passes above or below {your} head"),
    words=lambda value: "clear" if value < 0.2 else "a short line" if value <= 1.0 else "a line through the head",
)
