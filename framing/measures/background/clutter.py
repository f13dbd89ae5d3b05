"""How busy the backdrop is."""

from __future__ import annotations

import cv2

from framing import parts
from framing.backdrop.edges import edges
from framing.types import Backdrop, Band, Measure, Remedy


def clutter(behind: Backdrop) -> float:
    """Share of the backdrop that is an edge, 0..1: under 0.01 plain, over 0.07 busy (MEASURES.md section 8 row 24b)."""
    found, free = edges(behind)
    return cv2.countNonZero(found) / max(cv2.countNonZero(free), 1)


def words(value: float) -> str:
    """Plain, some detail or busy."""
    return "plain" if value < 0.01 else "busy" if value > 0.07 else "some detail"


MEASURE = Measure(
    name="clutter",
    label="Clutter",
    unit="share of edges",
    of=parts.backdrop,
    take=clutter,
    rank=74,
    band=Band(0.0, 0.07),
    when_high=Remedy("Find a plainer backdrop, or stand farther in front of it"),
    words=words,
)
