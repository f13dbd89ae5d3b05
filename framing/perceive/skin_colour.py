"""The colour of a face's own skin, point by point, and whether it is paint."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.canonical import canonical
from framing.perceive.surface import skin
from framing.types import Image, Points

_SAME = 1.0  # in L*, a* and b*: no eye tells two such colours apart
_FOREHEAD = 2.0  # cm above the middle of the face, from which its points lie above the brows or between them
_PAINTED = 0.25  # share of either in one colour from which it is paint: 0.14 at most on 178 photographed faces
_READABLE = (50.0, 96.0)  # L* in which eight bits tell colours apart: shade and burnt-out light look of one colour


def lab(pixels: Image) -> NDArray[np.float32]:
    """The pixels in L*a*b*, of the same shape; L* in 0..100."""
    return np.asarray(cv2.cvtColor(pixels.astype(np.float32) / np.float32(255), cv2.COLOR_RGB2LAB), dtype=np.float32)


def skin_lab(pixels: Image, mesh: Points) -> NDArray[np.float32]:
    """L*a*b* at the points of bare skin, (n, 3); `mesh` (468+, 2 or 3) in picture pixels, points outside pulled in."""
    last = (pixels.shape[1] - 1, pixels.shape[0] - 1)
    x, y = np.clip(np.round(mesh[skin(), :2]), 0, last).astype(int).T
    return lab(np.asarray(pixels[y, x][None], dtype=np.uint8)).reshape(-1, 3)


def painted(pixels: Image, mesh: Points) -> bool:
    """Whether the face is drawn in flat colours: neither light on skin nor a camera's picture of it is ever so even.

    Forehead and cheeks must both be: a mask before the mouth or a hat may be of one colour, on a real face.
    """
    colours = skin_lab(pixels, mesh)
    forehead = canonical().points[skin(), 1] > _FOREHEAD
    return min(_of_one_colour(colours[forehead]), _of_one_colour(colours[~forehead])) > _PAINTED


def _of_one_colour(colours: NDArray[np.float32]) -> float:
    """The largest share of those colours, (n, 3), that nobody could tell apart, 0..1."""
    readable = colours[(colours[:, 0] > _READABLE[0]) & (colours[:, 0] < _READABLE[1])]
    alike = np.abs(readable[:, None] - readable[None, :]).max(axis=2) < _SAME
    return float(alike.sum(axis=1).max(initial=0)) / len(colours)
