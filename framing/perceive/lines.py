"""Lines of the backdrop that run into the head: poles, door frames, window sills, horizons."""

from __future__ import annotations

import cv2
import numpy as np

from framing.perceive.counterparts import Found, counterparts
from framing.perceive.segments import CLEAR, Numbers, about_head, in_the_open, segments
from framing.pixels import at
from framing.types import Backdrop, Line, Point

_ALONG = np.array([0.25, 0.5, 0.75], dtype=np.float32)  # where along a line it is read
_BLUNT = 2.0  # pixels by which the detector stops short of the picture's edge
_BESIDE = 2.0  # pixels to either side at which the step in lightness is read
_CENTRE = 0.15  # eye distances from the eyes up to the head's centre
_HIGH = 1.25  # a head is higher than wide: a level line at the mouth runs through it as an upright one at the ear does
_TALL = 0.6  # hair rises as far as 3.8 eye distances above the eyes and counts as head: upward, distances count less
_LONG = 0.85  # and so does hair that falls below the chin
_WORTH = 1.5  # eye distances: what is longer disturbs no more, and what lies farther out is not looked for
_RAYS = 30  # places on that way at which the sitter may hide the rest of a line

# What a line must be to count: not at all at the first value, wholly at the second. Each condition fades instead of
# ending, so that no reading jumps with the noise (docs/measures.md, "Lines through the head").
_LENGTH = (0.2, 0.6)  # eye distances, its counterpart's with it: shorter ones are texture
_SHARE = (0.4, 0.9)  # of one eye distance, or of all that can be seen of it where that is less
_AIM = (1.2, 0.8)  # eye distances from the head's centre to the line, drawn on
_GAP = (0.5, 0.3)  # eye distances from the near end to the sitter's outline
_LEAVES = (0.2, 0.35)  # of its length, how far it leaves that outline: a line alongside a shoulder runs into nothing
_REACH = (2.8, 2.3)  # eye distances from the head's centre to the near end: farther, it ends on a shoulder or an arm
_CONTRAST = (6.0, 16.0)  # L* from one side to the other: 11 on a plain wall cannot be overlooked
_LEVEL = (18.0, 8.0)  # degrees off level: what is steeper is no horizon


def lines(behind: Backdrop) -> tuple[Line, ...]:
    """The lines that run into the head with any strength, in no order; none before a plain wall."""
    behind, left = about_head(behind)
    unit, eyes = behind.eye_distance, behind.eyes
    head = np.array([eyes.x, eyes.y - _CENTRE * unit], np.float32)
    ends = _aimed(segments(behind), head, unit)
    if not len(ends) or not (behind.person >= 0.5).any():  # with nobody there, there is no distance to them
        return ()
    away = np.asarray(cv2.distanceTransform((behind.person < 0.5).astype(np.uint8), cv2.DIST_L2, 3), np.float32) / unit
    ends = in_the_open(ends, away)
    found, gap = _read(behind, ends), at(away, ends[:, 0])
    way = np.asarray(_way(behind, found, ends[:, 1]) + gap * unit, np.float32)
    share = np.asarray((found.length + _BLUNT) / np.minimum(unit, way), np.float32)
    leaves = np.asarray(at(away, _places(ends)).max(axis=1) * unit, np.float32)
    strength = (
        _met(_aside(ends, head) / unit, _AIM)
        * _met(share, _SHARE)
        * _met(gap, _GAP)
        * _met(leaves / found.length, _LEAVES)
        * _met(_reach(found.near - head) / unit, _REACH)
        * _met(np.abs(found.step), _CONTRAST)
    )
    likely = np.flatnonzero(strength)
    ends, strength, found = ends[likely], strength[likely], Found(*(a[likely] for a in found))
    more, pair = counterparts(found, unit)
    strength *= _met((found.length + more) / unit, _LENGTH)
    side = (found.near[:, 0] + found.near[pair, 0]) / 2.0 - eyes.x
    level = _met(np.degrees(np.arctan2(np.abs(found.along[:, 1]), np.abs(found.along[:, 0]))), _LEVEL)
    shown = np.minimum(found.length / np.minimum(_WORTH * unit, way[likely]), 1.0)
    return tuple(
        Line(Point(*near), Point(*far), *rest)
        for (near, far), *rest in zip(
            (ends + np.array([left, 0], np.float32)).tolist(),
            strength.tolist(),
            (side / unit).tolist(),
            level.tolist(),
            shown.tolist(),
            strict=True,
        )
        if rest[0] > 0.0
    )


def _aimed(ends: Numbers, head: Numbers, unit: float) -> Numbers:
    """Those segments that point at the head at all, the end nearer to it first."""
    ends = ends[_aside(ends, head) / unit < _AIM[0]]
    apart = np.hypot(*np.moveaxis(ends - head, -1, 0))
    return np.asarray(np.where((apart[:, 1] < apart[:, 0])[:, None, None], ends[:, ::-1], ends))


def _met(values: Numbers, condition: tuple[float, float]) -> Numbers:
    """How far each value meets the condition, 0..1."""
    none, full = condition
    return np.asarray(np.clip((values - none) / (full - none), 0.0, 1.0), np.float32)


def _read(behind: Backdrop, ends: Numbers) -> Found:
    along = ends[:, 1] - ends[:, 0]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1.0)
    along = along / length[:, None]
    across = (np.stack([-along[:, 1], along[:, 0]], axis=1) * _BESIDE)[:, None]
    on = _places(ends)[:, : len(_ALONG)]
    steps = at(behind.lightness, on + across) - at(behind.lightness, on - across)
    return Found(ends[:, 0], along, length + CLEAR * behind.eye_distance, np.median(steps, axis=1))


def _places(ends: Numbers) -> Numbers:
    """Where each segment is read, and its far end, (n, places, 2)."""
    return np.asarray(ends[:, :1] + np.append(_ALONG, np.float32(1.0))[:, None] * (ends[:, 1:] - ends[:, :1]))


def _aside(ends: Numbers, head: Numbers) -> Numbers:
    """How far each line, drawn on, passes the head's centre, pixels; above and below it a head has more room for it."""
    (x, y), (to_x, to_y) = (ends[:, 1] - ends[:, 0]).T, (head - ends[:, 0]).T
    return np.asarray(np.abs(x * to_y - y * to_x) / np.maximum(np.hypot(y, _HIGH * x), 1e-6))


def _reach(apart: Numbers) -> Numbers:
    """How far these places are from the head's centre, pixels; hair makes a head longer, not wider."""
    x, y = apart.T
    return np.asarray(np.hypot(x, np.where(y < 0.0, _TALL, _LONG) * y))


def _way(behind: Backdrop, found: Found, far: Numbers) -> Numbers:
    """From the near end along each line as far as it can be seen: to the picture's edge or to the sitter again, pixels.

    Beyond the segment it is followed for 1.5 eye distances; 1 or more.
    """
    height, width = behind.person.shape
    ahead = np.where(found.along > 0, np.array([width, height], np.float32) - found.near, found.near)
    room = np.maximum((ahead / np.maximum(np.abs(found.along), 1e-6)).min(axis=1), 1.0)
    steps = np.linspace(0.0, _WORTH * behind.eye_distance, _RAYS + 1, dtype=np.float32)[1:]
    hidden = at(behind.person, far[:, None] + found.along[:, None] * steps[:, None]) > 0.5
    free = np.where(hidden.any(axis=1), steps[hidden.argmax(axis=1)], np.float32(np.inf))
    return np.asarray(np.minimum(room, found.length + free), np.float32)
