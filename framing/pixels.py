"""Pixels as light: the few conversions that several measures share."""

from __future__ import annotations

from typing import Any, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image, Tint

_CODES = np.arange(256) / 255.0
# IEC 61966-2-1, the sRGB transfer function, decoded for every code once.
_LINEAR = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4)
_Value = TypeVar("_Value", bound=np.generic)
_WEIGHTS = (0.2126, 0.7152, 0.0722)
BLACK = 1e-3  # linear light below which a ratio in stops means nothing on eight bits


def linear(pixels: Image) -> NDArray[np.float64]:
    """Linear red, green and blue, 0..1, of RGB pixels; the same shape out."""
    return np.asarray(_LINEAR[pixels], dtype=np.float64)


def encoded(light: NDArray[np.float64]) -> Image:
    """RGB pixels of linear light, the inverse of `linear`; what lies outside 0..1 is black or white."""
    light = np.clip(light, 0.0, 1.0)
    codes = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(codes * 255.0 + 0.5, dtype=np.uint8)


def luminance(pixels: Image) -> NDArray[np.float64]:
    """Linear light Y, 0..1, of RGB pixels; (..., 3) in, (...) out."""
    r, g, b = (_LINEAR[pixels[..., i]] * w for i, w in enumerate(_WEIGHTS))
    return np.asarray(r + g + b, dtype=np.float64)


def brightest(pixels: Image) -> NDArray[np.uint8]:
    """The largest of red, green and blue of each pixel, 0..255; (n, 3) in, (n,) out."""
    return np.maximum(np.maximum(pixels[:, 0], pixels[:, 1]), pixels[:, 2])


def tint(colour: NDArray[np.float64]) -> Tint:
    """The tint of one linear RGB colour, (3,), black having none: exposure and reflectance scale it and cancel."""
    grey_card = colour * (0.18 / max(float(colour @ np.array(_WEIGHTS)), 1e-6))
    lab = cv2.cvtColor(grey_card.astype(np.float32).reshape(1, 1, 3), cv2.COLOR_LRGB2Lab)
    return Tint(float(lab[0, 0, 1]), float(lab[0, 0, 2]))


def light_of(lightness: float) -> float:
    """Linear light Y, 0..1, of a lightness L* of 0..100 (CIE 1976)."""
    return ((lightness + 16.0) / 116.0) ** 3 if lightness > 8.0 else lightness / 903.3


def stops(bright: float, dark: float) -> float:
    """How many times `bright` is double `dark`, both linear light; symmetric about 0."""
    return float(np.log2(max(bright, BLACK) / max(dark, BLACK)))


def inside(pixels: Image, points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pixels lie in the convex hull of the points, (n, 2) in pixels; (h, w) out."""
    hull = np.zeros(pixels.shape[:2], dtype=np.uint8)
    cv2.fillConvexPoly(hull, cv2.convexHull(points.astype(np.int32)), 1)
    return hull.astype(bool)


def at(values: NDArray[_Value], places: NDArray[np.floating[Any]]) -> NDArray[_Value]:
    """The map's values at places (..., 2) in its pixels, (...) out; outside the map, those of its edge."""
    x, y = (np.clip(np.rint(places[..., i]).astype(int), 0, values.shape[1 - i] - 1) for i in (0, 1))
    found: NDArray[_Value] = values[y, x]
    return found
