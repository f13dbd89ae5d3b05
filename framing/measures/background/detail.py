"""How much of the backdrop shows something: what may tell a story."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Backdrop, Measure

_FLAT = 2.0  # L*: a 9 by 9 patch that varies less is plain (docs/measures.md, "Clutter")


def detail(behind: Backdrop) -> float:
    """Share of the backdrop whose neighbourhood varies in lightness, 0..1: 0 a studio wall, 1 a street."""
    mean = cv2.blur(behind.lightness, (9, 9))
    varies = cv2.sqrBoxFilter(behind.lightness, cv2.CV_32F, (9, 9)) - mean * mean >= _FLAT**2
    free = behind.person < 0.5
    return float(np.mean(varies[free])) if free.any() else 0.0


MEASURE = Measure(
    name="detail",
    label="Surroundings",
    unit="share of the backdrop",
    of=parts.backdrop,
    take=detail,
    rank=75,
    words=lambda value: "plain" if value < 0.3 else "some detail" if value < 0.7 else "much to see",
)
