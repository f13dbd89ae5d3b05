"""Straight segments of the backdrop about the head, and what of each lies in the open."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import at
from framing.types import Backdrop, Point

_SIDE = 288  # pixels of the searched map at most: lines that matter are long
_EYES = 40.0  # pixels between the eyes on it, where the map has fewer: in a small picture a pole is a few pixels wide
_ENLARGED = 1.5  # times at most: a larger mask shows no more than the picture does
_ROUND = 5.0  # eye distances to either side of the eyes that are searched
_UNDER = 1.5  # and below the chin
CLEAR = 0.08  # eye distances from the sitter's outline: nearer, an edge may be that outline
_FAINT = 4.0  # codes of 255 a pixel within which a gradient is noise, the detector's own unit
_SAMPLES = 65  # along a segment, at which it is asked whether it still lies in the backdrop
_SLIVER = 8  # pixels along a side below which the searched part shows nothing

Numbers = NDArray[np.float32]


def about_head(behind: Backdrop) -> tuple[Backdrop, int]:
    """The part of the backdrop that is searched, and its first column; without a head in view a sliver or nothing."""
    height, width = behind.person.shape
    unit, eyes = behind.eye_distance, behind.eyes
    left, right = (int(np.clip(eyes.x + s * _ROUND * unit, 0, width)) for s in (-1, 1))
    bottom = int(np.clip(behind.chin + _UNDER * unit, 0, height))
    part = slice(0, bottom), slice(left, right)
    cut = replace(
        behind, lightness=behind.lightness[part], person=behind.person[part], eyes=Point(eyes.x - left, eyes.y)
    )
    return cut, left


def segments(behind: Backdrop) -> Numbers:
    """All straight segments but the sitter's own, (n, 2, 2): both ends (x, y) in pixels of the map."""
    unit = behind.eye_distance
    if min(behind.person.shape) < _SLIVER:
        return np.empty((0, 2, 2), np.float32)
    # The sitter's own edges, filled in, take no time.
    shown = np.where(behind.person > 0.8, np.float32(50.0), behind.lightness)
    scale = min(max(min(_EYES / unit, _ENLARGED), 1.0), _SIDE / max(shown.shape))
    how = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_LINEAR
    small = cv2.resize(shown, None, fx=scale, fy=scale, interpolation=how) if scale != 1.0 else shown
    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE, quant=_FAINT)
    found: object = detector.detect(cv2.convertScaleAbs(small, alpha=2.55))[0]
    ends = np.asarray([] if found is None else found, dtype=np.float32).reshape(-1, 2, 2)
    ends = ends[(np.abs(ends) < 2 * _SIDE).all(axis=(1, 2))]  # what is not a number is no place either
    return np.asarray(ends / np.float32(scale), np.float32)


def in_the_open(ends: Numbers, away: Numbers) -> Numbers:
    """Of each segment what comes first from its second end inward and is clear of the sitter; none where nothing is.

    The detector draws a pole on into the hair. `away` is how far each pixel of the map is from the sitter's outline,
    eye distances.
    """
    shares = np.linspace(1.0, 0.0, _SAMPLES, dtype=np.float32)
    clear = at(away, ends[:, :1] + shares[:, None] * (ends[:, 1:] - ends[:, :1])) > CLEAR
    first = clear.argmax(axis=1)
    hidden = ~clear & (np.arange(_SAMPLES) > first[:, None])
    last = np.where(hidden.any(axis=1), hidden.argmax(axis=1), _SAMPLES) - 1
    seen = last > first
    kept = np.stack([shares[last[seen]], shares[first[seen]]], axis=1)[..., None]
    return np.asarray(ends[seen, :1] + kept * (ends[seen, 1:] - ends[seen, :1]))
