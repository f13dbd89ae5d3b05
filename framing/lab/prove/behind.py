"""A pole or a horizon behind the head, drawn into a photograph where the sitter does not hide it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image


def pole(pixels: Image, person: NDArray[np.float32], x: float, width: float, tone: int) -> Image:
    """The picture with an upright bar of that grey (0..255) about the column x, both in pixels, behind the person."""
    return _behind(pixels, person, np.abs(np.arange(pixels.shape[1])[None, :] - x) <= width / 2, tone)


def horizon(pixels: Image, person: NDArray[np.float32], y: float, width: float, tone: int) -> Image:
    """The picture with a level bar of that grey (0..255) about the row y, both in pixels, behind the person."""
    return _behind(pixels, person, np.abs(np.arange(pixels.shape[0])[:, None] - y) <= width / 2, tone)


def _behind(pixels: Image, person: NDArray[np.float32], where: NDArray[np.bool_], tone: int) -> Image:
    """`person` is the confidence 0..1 over the whole picture, of any size; half-hidden pixels are mixed."""
    hides = cv2.resize(person, pixels.shape[1::-1], interpolation=cv2.INTER_LINEAR)[..., None]
    share = where[..., None] * (1.0 - hides)
    return np.asarray(np.rint(pixels * (1.0 - share) + tone * share), dtype=np.uint8)
