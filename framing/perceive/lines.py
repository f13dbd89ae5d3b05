"""Lines of the backdrop that run into the head: poles, door frames, window sills, horizons."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import at
from framing.types import Backdrop, Line, Point

_SIDE = 320  # pixels of the searched map at most: lines worth a word are long
_ROUND = 6.0  # eye distances to either side of the eyes that are searched
_UNDER = 1.0  # and below the chin
_ALONG = np.array([0.25, 0.5, 0.75], dtype=np.float32)  # where along a line it has to lie in the backdrop
_CLEAR = 0.08  # eye distances from the sitter's outline: nearer, an edge may be that outline
_BESIDE = 2.0  # pixels to either side at which the step in lightness is read
_FAINT = 4.0  # codes of 255 a pixel within which a gradient is noise, the detector's own unit
_TALL = 0.6  # hair rises as far as 3.8 eye distances above the eyes and counts as head: upward, distances count less
_CENTRE = 0.15  # eye distances from the eyes up to the head's centre

# What a line must be to count (MEASURES.md section 8 row 25): not at all at the first value, wholly at the second. Each
# condition fades instead of ending, so that no reading jumps with the noise.
_LENGTH = (8.0, 24.0)  # pixels, 0.2 to 0.6 eye distances at the map's scale: shorter ones are texture
_SHARE = (0.35, 0.9)  # of one eye distance, or of all the way from the head to the picture's edge where that is less
_AIM = (1.2, 0.8)  # eye distances from the head's centre to the line, drawn on
_GAP = (0.5, 0.3)  # eye distances from the near end to the sitter's outline
_REACH = (2.8, 2.3)  # eye distances from the head's centre to the near end: farther, it ends on a shoulder or an arm
_CONTRAST = (8.0, 20.0)  # L* from one side to the other
_LEVEL = (18.0, 8.0)  # degrees off level: what is steeper is no horizon

_Numbers = NDArray[np.float32]


def lines(behind: Backdrop) -> tuple[Line, ...]:
    """The lines that run into the head with any strength, in no order; none before a plain wall."""
    unit, eyes = behind.eye_distance, behind.eyes
    away = np.asarray(cv2.distanceTransform((behind.person < 0.5).astype(np.uint8), cv2.DIST_L2, 3), np.float32) / unit
    ends = _segments(behind)
    on = ends[:, :1] + _ALONG[:, None] * (ends[:, 1:] - ends[:, :1])
    ends = ends[(at(away, on) > _CLEAR).all(axis=1)]
    gaps = at(away, ends)
    ends = np.where((gaps[:, 1] < gaps[:, 0])[:, None, None], ends[:, ::-1], ends)
    near, gap, along = ends[:, 0], gaps.min(axis=1), ends[:, 1] - ends[:, 0]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1.0)
    along /= length[:, None]
    to_head = np.array([eyes.x, eyes.y - _CENTRE * unit], np.float32) - near
    aside = np.abs(along[:, 0] * to_head[:, 1] - along[:, 1] * to_head[:, 0])
    strength = (
        _met(length, _LENGTH)
        * _met(length / np.minimum(unit, _room(near, along, behind) + gap * unit), _SHARE)
        * _met(aside / unit, _AIM)
        * _met(gap, _GAP)
        * _met(np.hypot(to_head[:, 0], np.where(to_head[:, 1] > 0, _TALL, 1.0) * to_head[:, 1]) / unit, _REACH)
        * _met(_contrast(behind.lightness, ends, along), _CONTRAST)
    )
    level = _met(np.degrees(np.arctan2(np.abs(along[:, 1]), np.abs(along[:, 0]))), _LEVEL)
    side = (near[:, 0] - eyes.x) / unit
    return tuple(
        Line(Point(*ends[i, 0].tolist()), Point(*ends[i, 1].tolist()), *map(float, (strength[i], side[i], level[i])))
        for i in np.flatnonzero(strength)
    )


def _met(values: _Numbers, condition: tuple[float, float]) -> _Numbers:
    """How far each value meets the condition, 0..1."""
    none, full = condition
    return np.asarray(np.clip((values - none) / (full - none), 0.0, 1.0), np.float32)


def _segments(behind: Backdrop) -> _Numbers:
    """All straight segments about the head, (n, 2, 2): both ends (x, y) in pixels of the map."""
    height, width = behind.person.shape
    unit, eyes = behind.eye_distance, behind.eyes
    left, right = (int(np.clip(eyes.x + s * _ROUND * unit, 0, width)) for s in (-1, 1))
    bottom = int(np.clip(behind.chin + _UNDER * unit, 0, height))
    if right - left < 8 or bottom < 8:  # the head is outside the picture
        return np.empty((0, 2, 2), np.float32)
    # The sitter's own edges, filled in, take no time.
    shown = np.where(behind.person > 0.8, np.float32(50.0), behind.lightness)[:bottom, left:right]
    scale = min(1.0, _SIDE / max(shown.shape))
    small = cv2.resize(shown, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1.0 else shown
    detector = cv2.createLineSegmentDetector(cv2.LSD_REFINE_NONE, quant=_FAINT)
    found: object = detector.detect(cv2.convertScaleAbs(small, alpha=2.55))[0]
    ends = np.asarray([] if found is None else found, dtype=np.float32).reshape(-1, 2, 2) / np.float32(scale)
    return np.asarray(ends + np.array([left, 0], np.float32), np.float32)


def _contrast(lightness: _Numbers, ends: _Numbers, along: _Numbers) -> _Numbers:
    """The step in lightness across each line, L* 0..100."""
    on = ends[:, :1] + _ALONG[:, None] * (ends[:, 1:] - ends[:, :1])
    across = (np.stack([-along[:, 1], along[:, 0]], axis=1) * _BESIDE)[:, None]
    steps = at(lightness, on + across) - at(lightness, on - across)
    return np.asarray(np.abs(np.median(steps, axis=1)), np.float32)


def _room(near: _Numbers, along: _Numbers, behind: Backdrop) -> _Numbers:
    """From the near end along each line to the picture's edge, pixels of the map, 1 or more."""
    height, width = behind.person.shape
    ahead = np.where(along > 0, np.array([width, height], np.float32) - near, near)
    return np.asarray(np.maximum((ahead / np.maximum(np.abs(along), 1e-6)).min(axis=1), 1.0), np.float32)
