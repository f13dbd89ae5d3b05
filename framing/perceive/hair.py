"""Where the head ends above: the top of the hair, or of what is worn on it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

WITHOUT_MASK = 1.15  # top of the hair above the eyes, face heights, without a mask (docs/measures.md, "Hair and crown")
_COLUMNS = np.linspace(-0.35, 0.35, 5)  # eye distances either side of the face axis
# Dark hats and blurred hair are less sure than skin is. From 0.5 down to this limit the top of sharp hair moves by less
# than 0.04 face heights in 95 of 100 photographs.
_PERSON = 0.3
_GAP = 0.1  # eye distances of backdrop that end the head
_REACH = 3.0  # eye distances above the forehead at most: tall hair and wraps lie within


def hair_height(points: NDArray[np.float64], mask: NDArray[np.float32]) -> float:
    """Top of the hair above the eyes in face heights, 0.75 or more (1 bald, 1.15 short hair, 1.4 full, 2 tall).

    `points` is the face mesh in pixels of the (h, w) person `mask`. Five columns walk up the mask from the forehead and
    the median counts, so that neither a raised hand nor one stray lock decides. A column that runs out of the picture
    is cut there and proves nothing: the answer is then at least the fallback of short hair.
    """
    eyes = points[[33, 133, 362, 263], :2].mean(axis=0)
    chin, forehead = points[152, :2], points[10, :2]
    right_eye, left_eye = points[[33, 133], :2].mean(axis=0), points[[362, 263], :2].mean(axis=0)
    apart = max(float(np.hypot(*(left_eye - right_eye))), 1e-6)
    face_height = max(float(np.hypot(*(chin - eyes))), 1e-6)
    up = (forehead - chin) / max(float(np.hypot(*(forehead - chin))), 1e-6)
    across = np.array([-up[1], up[0]])

    steps = np.arange(0.0, _REACH * apart, max(apart / 24.0, 0.5))
    walk = forehead + across * (_COLUMNS * apart)[:, None, None] + up * steps[:, None]  # (columns, steps, 2)
    h, w = mask.shape
    column, row = np.floor(walk[..., 0]).astype(int), np.floor(walk[..., 1]).astype(int)
    inside = (column >= 0) & (column < w) & (row >= 0) & (row < h)
    person = np.zeros(inside.shape, dtype=bool)
    person[inside] = mask[row[inside], column[inside]] > _PERSON

    tops, cut = [], False
    for seen, within in zip(person, inside, strict=True):
        last = _last_before_gap(seen, gap=max(2, round(_GAP * apart / max(apart / 24.0, 0.5))))
        cut = cut or (last + 1 < len(seen) and not within[last + 1])
        tops.append(steps[last])
    rise = float(np.median(tops)) + float((forehead - eyes) @ up)
    return max(rise / face_height, WITHOUT_MASK if cut else 0.75)


def _last_before_gap(seen: NDArray[np.bool_], gap: int) -> int:
    """Index of the last person sample before `gap` samples of backdrop in a row, 0 if there is none."""
    last = 0
    for i, person in enumerate(seen):
        if person:
            last = i
        elif i - last > gap:
            break
    return last
