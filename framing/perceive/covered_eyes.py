"""Whether an eye can be seen, or lies behind a dark lens, a reflection, hair or a hand; and pupils lit by a flash.

A sum of readings by their points tells, above 0 where the eye is covered. Each reading is a difference in stops or a
share, so that neither exposure nor skin counts by itself; docs/covered.md has the points and how they were fitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive.cutting import Feature, Piece, bright, cut, edges, in_stops, likeness, smoothed
from framing.perceive.eyeballs import LIDS
from framing.types import Hidden, Image

_IRISES = (468, 473)
_CORNERS = ((33, 133), (362, 263))  # each eye's, the one at small x first
_WIDTH, _HEIGHT, _SPAN = 48, 36, 32.0
_REACH = 0.28  # eye widths above and below the axis that belong to the eye: brows and frames lie beyond
_SHIFTS = tuple(product((-2, 0, 2), (-2, 0, 2)))  # of the mesh, in pixels: what is covered draws it aside
_ONE = np.ones((3, 3), np.uint8)

# Points for each reading of `_readings`, and the constant.
_POINTS = (-0.63, 3.31, -1.65, -1.51, -30.0, -1.95, 12.8, 1.25, 1.22, 3.09, 16.9, -5.38)
_CONSTANT = -1.87
_EITHER, _BOTH = 1.0, 0.0  # the sum from which one eye is covered, and the mean from which both are: glasses have two
_LEAST = -1.0  # the sum below which an eye is seen whatever the other does
_LIT = 0.0  # stops over the skin from which what lies over an eye is a reflection,
_NEUTRAL = 0.6  # if its saturation is at most this share of the skin's
_RED, _REDDER = 1.5, 0.7  # stops of red over green and blue in a pupil lit by a flash, and over the redness round it
_RED_SHARE = 0.12  # of the iris


@dataclass(frozen=True, slots=True)
class Eye:
    """What one eye's pixels say."""

    covered: float  # the sum of the points
    reflection: bool  # whether what would cover it is bright and has no colour
    red: bool


def look(pixels: Image, mesh: NDArray[np.float64], side: int, skin: NDArray[np.float64]) -> Eye:
    """One eye, `side` 0 the sitter's right; `mesh` is (478, 2) in pixels, `skin` the face's linear colour, (3,)."""
    right, left = mesh[list(_CORNERS[side])]
    piece = cut(pixels, Feature(right, left, _WIDTH, _HEIGHT, _SPAN))
    rows, columns = np.indices(piece.stops.shape)
    iris = piece.places(mesh[_IRISES[side] : _IRISES[side] + 5])
    centre = iris[0]
    radius = max(float(np.hypot(*(iris[1:] - centre).T).mean()), 2.0)
    away = np.hypot(columns - centre[0], rows - centre[1])
    box = np.abs(rows - (_HEIGHT - 1) / 2) < _REACH * _SPAN
    lids = mesh[list(LIDS[side])]
    readings = _readings(piece, lids, away / radius, box, skin)
    over = float(np.median(piece.stops[box])) - bright(skin)
    return Eye(
        covered=float(np.dot(_POINTS, readings)) + _CONSTANT,
        reflection=over > _LIT and _saturation(piece.light[box]) < _NEUTRAL * _saturation(skin[None]),
        red=_red(piece, away, radius, box),
    )


def hidden(right: Eye, left: Eye) -> tuple[Hidden, Hidden]:
    """What each eye lies behind: dark lenses come in pairs, hair lies over one."""
    sums = (right.covered, left.covered)
    both = sum(sums) / 2.0 > _BOTH and min(sums) > _LEAST
    covered = [both or one > _EITHER for one in sums]
    found = [
        Hidden.NOTHING if not over else Hidden.REFLECTION if eye.reflection else Hidden.SOMETHING
        for eye, over in zip((right, left), covered, strict=True)
    ]
    if found == [Hidden.SOMETHING] * 2:
        found = [Hidden.LENS] * 2
    return found[0], found[1]


def _readings(
    piece: Piece,
    lids: NDArray[np.float64],
    away: NDArray[np.float64],
    box: NDArray[np.bool_],
    skin: NDArray[np.float64],
) -> list[float]:
    """What is read of an eye, in the order of `_POINTS`; `away` is the distance from the iris in its radii."""
    stops, outline = piece.stops, piece.places(lids)
    rows, columns = np.indices(stops.shape)
    opening = piece.area(lids)
    open_ = opening > 0
    inner, outer = cv2.erode(opening, _ONE) > 0, cv2.dilate(opening, _ONE) > 0
    iris, white = open_ & (away < 0.8), open_ & (away > 1.1)
    middle = float(np.mean(np.nonzero(open_)[1])) if open_.any() else _WIDTH / 2
    dark = float(np.median(stops[iris])) if iris.sum() > 3 else float(np.median(stops[box]))
    sides = (white & (columns < middle), white & (columns > middle))
    whites = [float(np.percentile(stops[part], 75)) for part in sides if part.sum() > 3]
    below = (rows > outline[:, 1].max() + 1.5) & (np.abs(columns - _WIDTH / 2) < 14)
    level, hue = bright(skin), in_stops(skin)
    below_light, below_hue = 0.0, 0.0
    if below.sum() > 8:
        below_light = float(np.median(stops[below])) - level
        redness = piece.colours[below][:, 0] - piece.colours[below][:, 1] - float(hue[0] - hue[1])
        below_hue = abs(float(np.median(redness)))
    # An eye as it has to look: a dark iris between whites, a dark edge of the upper lid, and skin round it.
    eye = np.where(open_, np.where(away < 1.0, -1.0, 0.2), 0.35)
    eye[outer & ~inner & (rows < outline[:, 1].mean())] = -0.8
    soft = smoothed(stops, 0.8)
    across, down = (np.abs(edge[box]) for edge in edges(soft))
    spread = float(stops[box].std())
    highest = float(np.percentile(stops[box], 90)) - level
    return [
        min(max(whites, default=dark) - dark, 3.0),
        spread,
        min(max(below_light, -2.5), 0.3),
        likeness(soft, smoothed(eye, 1.2), box, _SHIFTS),
        min(float(np.hypot(across, down).mean()), 0.4),
        float(np.log2((down.mean() + 0.01) / (across.mean() + 0.01))),
        float((stops - smoothed(stops, 1.5))[box].std()) / (spread + 0.05),
        below_hue,
        max(highest - 0.8, 0.0),
        max(-highest - 0.8, 0.0),
        max(0.5 - spread, 0.0),
        _saturation(piece.light[box]) - _saturation(skin[None]),
    ]


def _saturation(light: NDArray[np.float64]) -> float:
    """1 less the smallest of red, green and blue over the largest, 0..1, the median of (n, 3)."""
    return float(np.median(1.0 - light.min(axis=1) / np.maximum(light.max(axis=1), 1e-3)))


def _red(piece: Piece, away: NDArray[np.float64], radius: float, box: NDArray[np.bool_]) -> bool:
    """Whether the pupil is lit red: far redder than brown irises are, and than the lids in the same light."""
    redness = piece.colours[..., 0] - np.maximum(piece.colours[..., 1], piece.colours[..., 2])
    iris = away < 0.8 * radius
    around = redness[box & (away > min(1.6 * radius, 12.0))]
    limit = max(_RED, float(np.percentile(around, 90)) + _REDDER)
    return bool(np.mean(redness[iris] > limit) > _RED_SHARE)
