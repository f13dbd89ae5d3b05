"""Which hands are seen: the pose model invents hands below the picture's edge, on sleeves and on what lies near."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray

from framing.perceive import windows
from framing.perceive.skin_colour import lab, skin_lab
from framing.types import Image, Points

HANDS = ((15, 17, 19, 21), (16, 18, 20, 22))  # wrist, little finger, forefinger and thumb: left, right
_REACH = 0.35  # face heights round each joint in which the hand must be: the joints lie beside it as often as on it
_SHARE = 0.2  # of that place that has to be the sitter's skin: fingers leave much of it to what is behind them
_COLOUR = 10.0  # distance in a* and b* within which it is the skin of the face
_LIGHT = 30.0  # L* lighter or darker: a hand is nearer to the lamp, or in the shade of the body
_DOUBTFUL = 0.2  # below, the model itself sees no hand
_SURE = 0.85  # a hand that the model is so sure of is there, gloved or in the dark: none was invented (docs/people.md)
_SIDE = 48  # pixels of the thinned place of one hand at most


def seen(
    pixels: Image,
    mask: NDArray[np.float32] | None,
    mesh: Points | None,
    joints: Points,
    visibility: NDArray[np.float64],
    tall: float,
) -> NDArray[np.float64]:
    """The visibility of all 33 joints, 0..1, with that of hands that are not seen set to 0.

    A hand that the pose model is not sure of is seen where the person's mask and the skin of the sitter's own face
    agree on it, so that every skin is compared with itself; where no face shows, it is not seen. `mesh` (468+, 2 or 3),
    `joints` (33, 2 or 3) and the face height `tall` are in pixels of the picture; `mask` is of any size.
    """
    height, width = pixels.shape[:2]
    within = (joints[:, 0] >= 0) & (joints[:, 0] < width) & (joints[:, 1] >= 0) & (joints[:, 1] < height)
    left = visibility.copy()
    for hand in HANDS:
        inside = [j for j in hand if within[j]]
        if not inside or not _DOUBTFUL <= max(visibility[j] for j in inside) < _SURE:
            continue
        if mesh is None or _share(pixels, mask, mesh, joints[inside, :2], _REACH * tall) < _SHARE:
            left[list(hand)] = 0.0
    return left


def _share(pixels: Image, mask: NDArray[np.float32] | None, mesh: Points, joints: Points, reach: float) -> float:
    """The share, 0..1, of the surroundings of a hand's joints that is this person's skin."""
    height, width = pixels.shape[:2]
    x, y = (joints.min(axis=0) + joints.max(axis=0)) / 2.0
    side = float(np.ptp(joints, axis=0).max()) + 2.0 * max(reach, 1.0)
    window = windows.around(float(x), float(y), side, width, height)
    step = ceil(max(window.width, window.height) / _SIDE)
    rows = np.arange(window.top, window.top + window.height, step)
    columns = np.arange(window.left, window.left + window.width, step)
    apart = np.hypot(columns[None, :, None] - joints[:, 0], rows[:, None, None] - joints[:, 1])
    near = apart.min(axis=2) <= max(reach, 1.0)
    if not near.any():
        return 0.0
    off = lab(np.asarray(pixels[np.ix_(rows, columns)], dtype=np.uint8)) - np.median(skin_lab(pixels, mesh), axis=0)
    agreed = (np.hypot(off[..., 1], off[..., 2]) < _COLOUR) & (np.abs(off[..., 0]) < _LIGHT)
    if mask is not None:
        down, across = (rows * mask.shape[0]) // height, (columns * mask.shape[1]) // width
        agreed &= mask[np.ix_(down, across)] > 0.5
    return float(agreed[near].mean())
