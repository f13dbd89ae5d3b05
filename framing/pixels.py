"""Pixels as light: the few conversions that several measures share."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image, LitFace

_CODES = np.arange(256) / 255.0
# IEC 61966-2-1, the sRGB transfer function, decoded for every code once.
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_WEIGHTS = (0.2126, 0.7152, 0.0722)
BLACK = 1e-3  # linear light below which a ratio in stops means nothing on eight bits


def luminance(pixels: Image) -> NDArray[np.float64]:
    """Linear light Y, 0..1, of RGB pixels; (..., 3) in, (...) out."""
    r, g, b = (_LINEAR[pixels[..., i]] * w for i, w in enumerate(_WEIGHTS))
    return np.asarray(r + g + b, dtype=np.float64)


def light_of(lightness: float) -> float:
    """Linear light Y, 0..1, of a lightness L* of 0..100 (CIE 1976)."""
    return ((lightness + 16.0) / 116.0) ** 3 if lightness > 8.0 else lightness / 903.3


def stops(bright: float, dark: float) -> float:
    """How many times `bright` is double `dark`, both linear light; symmetric about 0."""
    return float(np.log2(max(bright, BLACK) / max(dark, BLACK)))


def inside(face: LitFace, landmarks: Sequence[int] | None = None) -> NDArray[np.bool_]:
    """Which pixels of the crop lie in the convex hull of those landmarks, or of the whole face without them."""
    points = face.points[list(landmarks)] if landmarks is not None else face.points[:468]
    hull = np.zeros(face.pixels.shape[:2], dtype=np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(points.astype(np.int32)), 1)
    return hull.astype(bool)


RIGHT_CHEEK = (117, 118, 101, 36, 205, 187, 123)  # the sitter's own, at small x
LEFT_CHEEK = (346, 347, 330, 266, 425, 411, 352)


def cheek_stops(face: LitFace) -> float:
    """Stops by which the sitter's left cheek is brighter than the right, 0 for even light; mirroring flips the sign.

    Medians of linear light over the cheek patches: the ratio cancels exposure and the skin's own reflectance
    (MEASURES.md sections 3 and 6).
    """
    left, right = (face.pixels[inside(face, patch)] for patch in (LEFT_CHEEK, RIGHT_CHEEK))
    if not len(left) or not len(right):
        return 0.0
    return stops(float(np.median(luminance(left))), float(np.median(luminance(right))))
