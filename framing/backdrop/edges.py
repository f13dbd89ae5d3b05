"""The edges of the backdrop: what makes it busy."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Backdrop


class Edges(NamedTuple):
    """Two maps of the backdrop's size, (h, w), 0 or 1."""

    found: NDArray[np.uint8]  # edges outside the sitter
    free: NDArray[np.uint8]  # where there could be one


def edges(behind: Backdrop) -> Edges:
    """Edges of the lightness, away from the sitter's own outline (MEASURES.md section 8 row 24b)."""
    drawn = cv2.Canny(cv2.GaussianBlur(cv2.convertScaleAbs(behind.lightness, alpha=2.55), (5, 5), 1.0), 30, 80)
    free = np.asarray(cv2.erode((behind.person < 0.5).astype(np.uint8), np.ones((5, 5), np.uint8)), np.uint8)
    return Edges(np.asarray(cv2.bitwise_and(drawn, free), np.uint8), free)
