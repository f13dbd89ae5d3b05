"""How busy the backdrop is."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Backdrop, Band, Measure, Remedy


def clutter(behind: Backdrop) -> float:
    """Share of the backdrop that is an edge, 0..1: under 0.01 plain, over 0.07 busy (MEASURES.md section 8 row 24b)."""
    edges = cv2.Canny(cv2.GaussianBlur(cv2.convertScaleAbs(behind.lightness, alpha=2.55), (5, 5), 1.0), 30, 80)
    free = cv2.erode((behind.person < 0.5).astype(np.uint8), np.ones((5, 5), np.uint8))
    return cv2.countNonZero(cv2.bitwise_and(edges, edges, mask=free)) / max(cv2.countNonZero(free), 1)


def words(value: float) -> str:
    """Plain, some detail or busy."""
    return "plain" if value < 0.01 else "busy" if value > 0.07 else "some detail"


MEASURE = Measure(
    name="clutter",
    label="Clutter",
    unit="share of edges",
    of=parts.backdrop,
    take=clutter,
    rank=70,
    band=Band(0.0, 0.07),
    when_high=Remedy("Find a plainer backdrop, or stand farther in front of it"),
    words=words,
)
