"""What is read off the eyes themselves: their whites, and the lamps mirrored in them."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import linear, luminance, tint
from framing.types import Absent, Image, Sclera, Tint, filled


class _Eye(NamedTuple):
    iris: int  # the centre; its ring are the next four points
    lids: tuple[int, ...]


_EYES = (
    _Eye(468, (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7)),
    _Eye(473, (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382)),
)
LIDS = tuple(eye.lids for eye in _EYES)  # both eyes' outlines, the sitter's right first
_FEWEST = 40  # pixels of white, both eyes together (docs/measures.md, "Whites of the eyes")
_LIMBUS = 1.15  # iris radii within which the white is not yet white
_LEAST_IRIS = 8.0  # pixels of radius from which a mirrored lamp shows (docs/measures.md, "Catchlights")
_PUPIL = 0.8  # iris radii within which it is looked for
_SPOT = (0.003, 0.2)  # share of the iris that a mirrored lamp covers; larger is a lit iris


class _Opening(NamedTuple):
    """One eye cut out: its pixels, which of them lie between the lids, and the iris in it."""

    pixels: Image
    open: NDArray[np.bool_]
    from_iris: NDArray[np.float64]  # (h, w), pixels
    centre: NDArray[np.float64]
    radius: float


def sclera(pixels: Image, mesh: NDArray[np.float64], skin: Tint | Absent) -> Sclera | Absent:
    """Light and tint of the whites of both eyes; `mesh` is (478, 2) in picture pixels, `skin` the cheeks' tint."""
    cut = [e.pixels[e.open & (e.from_iris > _LIMBUS * e.radius)] for e in _openings(pixels, mesh)]
    white = np.concatenate(cut) if cut else np.empty((0, 3), np.uint8)
    if len(white) < _FEWEST:
        few = "too few pixels: {there:d} of the whites of the eyes, {needed:d} needed"
        return Absent(filled(few, there=len(white), needed=_FEWEST))
    light = luminance(white)
    level = float(np.percentile(light, 75))
    found = Sclera(level, tint(np.median(linear(white[light >= level]), axis=0)), len(white))
    # In any light skin is the redder of the two; what is as red is a lid.
    seen = isinstance(skin, Absent) or found.tint.a < skin.a or skin.colourless
    return found if seen else Absent("the whites of the eyes hardly show")


def catchlights(pixels: Image, mesh: NDArray[np.float64]) -> tuple[float, ...] | Absent:
    """Where each eye mirrors its brightest lamp, hours from 12 o'clock on the face's own axis; `mesh` as for `sclera`.

    An eye without one is left out. Glasses and soft light hide them, so their lack says nothing.
    """
    openings = _openings(pixels, mesh)
    if not openings or min(e.radius for e in openings) < _LEAST_IRIS:
        return Absent(filled("too few pixels on the eyes: {needed:.0f} of iris radius needed", needed=_LEAST_IRIS))
    across = mesh[[362, 263], :2].mean(axis=0) - mesh[[33, 133], :2].mean(axis=0)
    spots = (_spot(e) for e in openings)
    return tuple(_hours(spot - e.centre, across) for e, spot in zip(openings, spots, strict=True) if spot is not None)


def _openings(pixels: Image, mesh: NDArray[np.float64]) -> list[_Opening]:
    found = []
    for eye in _EYES:
        lids = mesh[list(eye.lids), :2]
        left, top = np.maximum(np.floor(lids.min(axis=0)), 0).astype(int)
        right, bottom = np.ceil(lids.max(axis=0)).astype(int) + 1
        part = pixels[top : max(bottom, 0), left : max(right, 0)]
        if not part.size:
            continue
        outline = np.rint(lids - (left, top)).astype(np.int32)
        gap = cv2.fillPoly(np.zeros(part.shape[:2], np.uint8), [outline], 1)
        gap = cv2.erode(gap, np.ones((3, 3), np.uint8))  # the lashes' edge
        centre = mesh[eye.iris, :2] - (left, top)
        ring = mesh[eye.iris + 1 : eye.iris + 5, :2] - (left, top)
        rows, columns = np.indices(part.shape[:2])
        radius = float(np.hypot(*(ring - centre).T).mean())
        found.append(_Opening(part, gap > 0, np.hypot(columns - centre[0], rows - centre[1]), centre, radius))
    return found


def _spot(eye: _Opening) -> NDArray[np.float64] | None:
    """The centre of the largest spot in the iris that outshines it as a mirrored lamp does."""
    iris = eye.open & (eye.from_iris < _PUPIL * eye.radius)
    if not iris.any():
        return None
    light = luminance(eye.pixels)
    level = light[iris]
    bright = iris & (light > max(0.12, 3.5 * float(np.median(level)), 0.45 * float(np.percentile(level, 99.5))))
    count, _, stats, centres = cv2.connectedComponentsWithStats(bright.astype(np.uint8))
    low, high = (share * int(iris.sum()) for share in _SPOT)
    spots = [k for k in range(1, count) if low < stats[k, cv2.CC_STAT_AREA] < high]
    return np.asarray(centres[max(spots, key=lambda k: stats[k, cv2.CC_STAT_AREA])]) if spots else None


def _hours(offset: NDArray[np.float64], across: NDArray[np.float64]) -> float:
    """The direction of an offset as hours from 12 o'clock, where 3 o'clock lies `across`."""
    right = float(offset @ across)
    up = float(offset @ np.array([across[1], -across[0]]))
    return float(np.degrees(np.arctan2(right, up))) / 30.0
