"""How bright the picture is, told from what surrounds the face: exposure must not be read off anybody's skin."""

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
    own = thin[sitter]
    return Tones(
        white=float(np.percentile(luminance(rest), _WHITE)) if len(rest) else 1.0,
        burnt=float(np.mean((own >= _BURNT).sum(axis=1) >= 2)) if len(own) else 0.0,
    )
