"""How bright the picture is, told from what surrounds the face, and whether it is in colour.

Exposure must not be read off anybody's skin.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import inside, luminance
from framing.types import Frame, Tones

_SIDE = 200  # pixels of the thinned viewfinder at most: its ends still hold dozens of them
_ROUND = 1.25  # times the face's own size: ears, neck and forehead are skin too
_WHITE = 99.8  # percentile: small highlights count, single pixels do not
_BURNT = 252  # of 255, in two channels: a saturated cloth may fill one
_STEPS = 8  # of lightness, each with a colour of its own: a toned print has one for each
_SPARSE = 4  # of the thinned pixels every fourth tells whether there is colour
_FEW = 20  # pixels in a step below which its middle colour says nothing
_FAR = 99  # percentile: a bunch of flowers makes a picture one in colour, a stray pixel does not


def tones(frame: Frame, mesh: NDArray[np.float64], mask: NDArray[np.float32] | None) -> Tones:
    """The ends of the viewfinder's tones; `mesh` is (468, 2) in frame pixels, `mask` the person over the frame."""
    view = frame.viewfinder
    step = math.ceil(max(view.width, view.height) / _SIDE)
    rows = slice(view.top, view.top + view.height, step)
    columns = slice(view.left, view.left + view.width, step)
    thin = np.ascontiguousarray(frame.pixels[rows, columns])
    points = (mesh - (view.left, view.top)) / step
    centre = points.mean(axis=0)
    rest = thin[~inside(thin, centre + _ROUND * (points - centre))]
    sitter = inside(thin, points)
    if mask is not None:
        height, width = frame.pixels.shape[:2]
        whole = cv2.resize(mask, (-(-width // step), -(-height // step)), interpolation=cv2.INTER_NEAREST)
        top, left = view.top // step, view.left // step
        person = whole[top : top + thin.shape[0], left : left + thin.shape[1]]
        sitter[: person.shape[0], : person.shape[1]] |= person > 0.9
    red, green, blue = (thin[sitter] >= _BURNT).T
    return Tones(
        white=float(np.percentile(luminance(rest), _WHITE)) if len(rest) else 1.0,
        burnt=float(np.mean(red & green | green & blue | blue & red)) if len(red) else 0.0,
        colours=_colours(thin[::_SPARSE, ::_SPARSE]),
    )


def _colours(thin: NDArray[np.uint8]) -> float:
    """How far the colours lie from the middle one of their lightness, a* and b*, 0 or more."""
    lab = cv2.cvtColor(np.asarray(thin, np.float32) / 255.0, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    if not len(lab):
        return 0.0
    step = np.minimum((lab[:, 0] * (_STEPS / 100.0)).astype(int), _STEPS - 1)
    order, counts = np.argsort(step, kind="stable"), np.bincount(step, minlength=_STEPS)
    # Sorting each step's few hundred pixels is quicker than np.median, and this is done two times a second.
    middles = [np.sort(of, axis=0)[len(of) // 2] for of in np.split(lab[order, 1:], np.cumsum(counts)[:-1]) if len(of)]
    off = np.hypot(*(lab[order, 1:] - np.repeat(middles, counts[counts > 0], axis=0)).T)
    off[np.repeat(counts <= _FEW, counts)] = 0.0
    return float(np.percentile(off, _FAR))
