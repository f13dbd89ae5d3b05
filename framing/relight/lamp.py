"""One lamp on somebody: what it lights, what turns away from it, and what lies in the shadow of the nose."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians, sin

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.relight.surface import Surface

_REACH, _STEP = 1.6, 0.04  # eye distances: how far off what throws a shadow is looked for, and by which steps
_CLOSE = 0.01  # eye distances by which something has to stand out before it throws one
_PENUMBRA = 0.06  # eye distances that it has to stand out for a full one: a lamp is no point
_SOFT = 0.03  # eye distances by which its edge is blurred
_BELOW = 1.2  # eye distances below the chin: as far down as the head's shadow is followed


@dataclass(frozen=True, slots=True)
class Lamp:
    """Where the key stands, seen from the sitter, and how much fill there is."""

    side: float = 0.0  # degrees off the camera, + on the sitter's left, -90..90
    height: float = 20.0  # degrees above the eyes, below 0 under them
    ratio: float = 3.0  # light on what faces the key over that in its shade, 1 or more

    @property
    def direction(self) -> NDArray[np.float32]:
        """The unit vector to it: x to the sitter's left, y up, z toward the camera."""
        level = cos(radians(self.height))
        to = (sin(radians(self.side)) * level, sin(radians(self.height)), cos(radians(self.side)) * level)
        return np.array(to, np.float32)


def shade(surface: Surface, lamp: Lamp) -> NDArray[np.float32]:
    """The light at every pixel, (h, w): 1 facing the lamp, 1/ratio in its shade.

    Lambert's cosine law for skin that scatters evenly; the fill reaches everywhere alike.
    """
    key = np.maximum(surface.normals @ lamp.direction, 0.0)
    fill = 1.0 / lamp.ratio
    return np.asarray(fill + (1.0 - fill) * key * reached(surface, lamp), np.float32)


def reached(surface: Surface, lamp: Lamp) -> NDArray[np.float32]:
    """The share of the lamp that reaches each pixel past the face, (h, w) in 0..1: less in the shadow that it throws.

    From each pixel the way to the lamp is followed: what stands higher than that way throws a shadow.
    """
    found = np.ones(surface.face.shape, np.float32)
    across, up, ahead = map(float, lamp.direction)
    flat = hypot(across, up)
    if flat < 1e-3:
        return found
    part = _part(surface)
    heights, unit = surface.height[part], surface.unit
    throws = np.where(surface.face[part], heights, np.float32(-1e6))
    over = np.full(heights.shape, -np.inf, np.float32)
    for step in np.arange(_STEP, _REACH + _STEP / 2.0, _STEP) * unit:
        to = np.array([[1.0, 0.0, across / flat * step], [0.0, 1.0, -up / flat * step]])
        there = cv2.warpAffine(
            throws, to, heights.shape[::-1], flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_CONSTANT, borderValue=-1e6,
        )  # fmt: skip
        np.maximum(over, there - heights - ahead / flat * step, out=over)
    lit = 1.0 - np.clip((over / unit - _CLOSE) / _PENUMBRA, 0.0, 1.0)
    found[part] = cv2.GaussianBlur(lit, (0, 0), _SOFT * unit)
    return found


def _part(surface: Surface) -> tuple[slice, slice]:
    """The part of the picture in which the face's shadows fall."""
    rows, columns = np.nonzero(surface.face.any(axis=1))[0], np.nonzero(surface.face.any(axis=0))[0]
    aside = round(_REACH * surface.unit)
    height, width = surface.face.shape
    return (
        slice(int(rows[0]), min(height, int(rows[-1]) + 1 + round(_BELOW * surface.unit))),
        slice(max(0, int(columns[0]) - aside), min(width, int(columns[-1]) + 1 + aside)),
    )
