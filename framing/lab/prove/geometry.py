"""Another place for the camera: the same photograph through another window, moved, larger, smaller or turned.

A window may look beyond the photograph. Nothing is ever enlarged or reduced, so a copy is as sharp as its photograph.
"""

from __future__ import annotations

from math import ceil, hypot

import cv2
import numpy as np

from framing.lab.prove.surroundings import among
from framing.types import Image, Point, Viewfinder


def through(photograph: Image, window: Viewfinder) -> Image:
    """What the window shows, (window.height, window.width, 3), its pixels as they are."""
    height, width = photograph.shape[:2]
    right, bottom = window.left + window.width, window.top + window.height
    above, left = max(0, -window.top), max(0, -window.left)
    wide = among(photograph, above, max(0, bottom - height), left, max(0, right - width))
    top, start = window.top + above, window.left + left
    return np.ascontiguousarray(wide[top : top + window.height, start : start + window.width])


def moved(window: Viewfinder, right: float, down: float) -> Viewfinder:
    """The window moved by shares of its own height; what it shows moves the other way."""
    return _moved(window, round(right * window.height), round(down * window.height))


def scaled(window: Viewfinder, by: float, about: Point) -> Viewfinder:
    """The window that many times as large; the place `about`, in pixels, keeps its place in it."""
    return Viewfinder(
        round(about.x - (about.x - window.left) * by),
        round(about.y - (about.y - window.top) * by),
        max(1, round(window.width * by)),
        max(1, round(window.height * by)),
    )


def turned(photograph: Image, window: Viewfinder, degrees: float, about: Point) -> Image:
    """What the window shows when the photograph is turned counter-clockwise about a place, in pixels."""
    x0, y0, x1, y1 = window.left, window.top, window.left + window.width, window.top + window.height
    # Everything that a turn can bring into the window, with the place in its middle.
    reach = ceil(max(hypot(x - about.x, y - about.y) for x in (x0, x1) for y in (y0, y1)))
    around = Viewfinder(round(about.x) - reach, round(about.y) - reach, 2 * reach + 1, 2 * reach + 1)
    turn = cv2.getRotationMatrix2D((reach, reach), degrees, 1.0)
    full = cv2.warpAffine(through(photograph, around), turn, (around.width, around.height), flags=cv2.INTER_CUBIC)
    return through(np.asarray(full, np.uint8), _moved(window, -around.left, -around.top))


def _moved(window: Viewfinder, right: int, down: int) -> Viewfinder:
    return Viewfinder(window.left + right, window.top + down, window.width, window.height)
