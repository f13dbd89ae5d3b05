"""A rectangle in fractions of a picture."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from framing.types import Points, Viewfinder


class Box(NamedTuple):
    """Its edges, 0..1 of the picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float


def around(points: Points, picture: Viewfinder) -> Box:
    """The box round places (n, 2) in pixels of that picture, as far as they lie in it."""
    inside = np.clip(points[:, :2] / (picture.width, picture.height), 0.0, 1.0)
    (left, top), (right, bottom) = inside.min(axis=0), inside.max(axis=0)
    return Box(float(left), float(top), float(right), float(bottom))


def share(window: Viewfinder, size: tuple[int, int]) -> Box:
    """The box of a window of a picture of that (width, height)."""
    width, height = size
    right, bottom = window.left + window.width, window.top + window.height
    return Box(window.left / width, window.top / height, right / width, bottom / height)
