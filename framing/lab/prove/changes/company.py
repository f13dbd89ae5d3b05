"""Somebody or something beside or behind the sitter."""

from __future__ import annotations

import cv2
import numpy as np

from framing.lab.prove.base import Base
from framing.lab.prove.behind import horizon, pole
from framing.types import Absent, Image

_ASIDE, _WIDTH = 0.5, 0.3  # distances between the eyes: off the middle of the head, and across
_SHOWN = 0.6  # distances between the eyes that have to be seen of it (docs/measures.md, "Lines through the head")


def second_face(base: Base) -> Image:
    """The sitter with their mirror image beside them, as two people. The cure: only one person in the picture."""
    return np.hstack([base.picture, base.picture[:, ::-1]])


def pole_left(base: Base) -> Image | Absent:
    """A pole behind the left half of the sitter's head. The cure: a step to their right."""
    return _pole(base, _ASIDE)


def pole_right(base: Base) -> Image | Absent:
    """A pole behind the right half of the sitter's head. The cure: a step to their left."""
    return _pole(base, -_ASIDE)


def level_line(base: Base) -> Image | Absent:
    """A level line behind the sitter's head at the height of the eyes. The cure: raise or lower the camera."""
    y = base.face.eyes.y * base.window.height
    return _seen(base, horizon(base.picture, base.person, y, _WIDTH * base.face.eye_pixels, _tone(base)))


def _pole(base: Base, aside: float) -> Image | Absent:
    x = base.face.eyes.x * base.window.height + aside * base.face.eye_pixels
    return _seen(base, pole(base.picture, base.person, x, _WIDTH * base.face.eye_pixels, _tone(base)))


def _seen(base: Base, copy: Image) -> Image | Absent:
    """The copy, if the sitter does not hide what was put behind them."""
    changed = np.count_nonzero((copy != base.picture).any(axis=2))
    least = _SHOWN * _WIDTH * base.face.eye_pixels**2
    return copy if changed >= least else Absent("the sitter hides what is behind")


def _tone(base: Base) -> int:
    """Grey that stands out from most of the backdrop."""
    person = cv2.resize(base.person, base.picture.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    return 25 if np.median(base.picture[person < 0.5]) > 110 else 230
