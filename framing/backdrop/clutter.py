"""How busy the backdrop is, cell by cell."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.backdrop.remembered import remembered
from framing.types import Backdrop

ROWS = 12  # cells from top to bottom; as many side by side as keep them square
_BUSY = (0.03, 0.2)  # share of edges in one cell: calm, and as busy as a bookshelf
_SEEN = 0.25  # share of a cell that the sitter must leave free, or it says nothing


@remembered  # the measure and the map ask for the same ones
def clutter_cells(behind: Backdrop) -> NDArray[np.float32]:
    """How busy each cell of the picture is, (12, columns): 0 calm or hidden by the sitter .. 1 like a bookshelf.

    The share of a cell that is an edge, away from the sitter's own outline (docs/measures.md, "Clutter").
    """
    height, width = behind.person.shape
    drawn = cv2.Canny(cv2.GaussianBlur(cv2.convertScaleAbs(behind.lightness, alpha=2.55), (5, 5), 1.0), 30, 80)
    free = cv2.erode(np.where(behind.person < 0.5, 255, 0).astype(np.uint8), np.ones((5, 5), np.uint8))
    size = (max(1, round(ROWS * width / height)), ROWS)
    edges, seen = (
        cv2.resize(m, size, interpolation=cv2.INTER_AREA) / 255.0 for m in (cv2.bitwise_and(drawn, free), free)
    )
    share = np.where(seen >= _SEEN, edges / np.maximum(seen, _SEEN), 0.0)
    return np.clip((share - _BUSY[0]) / (_BUSY[1] - _BUSY[0]), 0.0, 1.0).astype(np.float32)
