"""Straight edges of the backdrop: poles, door frames, window sills, horizons."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import at
from framing.types import Line, Point

_SIDE = 320  # pixels of the searched map at most: lines worth a word are long
_SHORTEST = 0.3  # eye distances; shorter ones are texture (MEASURES.md section 8 row 25)
_ALONG = np.linspace(0.1, 0.9, 5, dtype=np.float32)  # where along a segment it has to lie in the backdrop
_BESIDE = 2.0  # pixels to either side at which the step in lightness is read
_CLEAR = 0.08  # eye distances from the sitter's outline: nearer, an edge may be that outline


def lines(lightness: NDArray[np.float32], person: NDArray[np.float32], eye_distance: float) -> tuple[Line, ...]:
    """The straight edges in a map of L*, 0..100, outside the person, both (h, w); lengths in pixels of the map."""
    scale = min(1.0, _SIDE / max(lightness.shape))
    ends = _segments(lightness, scale)
    along = ends[:, 1] - ends[:, 0]
    length = np.hypot(along[:, 0], along[:, 1])
    away = np.asarray(
        cv2.distanceTransform((person < 0.5).astype(np.uint8), cv2.DIST_L2, 3) / eye_distance, dtype=np.float32
    )
    on = ends[:, :1] + _ALONG[:, None] * along[:, None]  # (n, 5, 2)
    kept = (length >= _SHORTEST * eye_distance) & (at(away, on) > _CLEAR).all(axis=1)
    ends, along, length, on = ends[kept], along[kept], length[kept], on[kept]
    across = (np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None] * (_BESIDE / scale))[:, None]
    steps = np.abs(np.median(at(lightness, on + across) - at(lightness, on - across), axis=1))
    return tuple(_line(*each) for each in zip(ends.tolist(), at(away, ends).tolist(), steps.tolist(), strict=True))


def _segments(lightness: NDArray[np.float32], scale: float) -> NDArray[np.float32]:
    """All straight segments, (n, 2, 2): their two ends (x, y) in pixels of the map, found on a smaller one."""
    small = lightness
    if scale < 1.0:
        small = np.asarray(cv2.resize(lightness, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.float32)
    found: object = cv2.createLineSegmentDetector().detect(cv2.convertScaleAbs(small, alpha=2.55))[0]
    return np.asarray([] if found is None else found, dtype=np.float32).reshape(-1, 2, 2) / np.float32(scale)


def _line(ends: list[list[float]], gaps: list[float], contrast: float) -> Line:
    near = int(gaps[1] < gaps[0])
    return Line(Point(*ends[near]), Point(*ends[1 - near]), contrast, gaps[near])
