"""CMYK without a profile: what its inks look like when printed as most presses do."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from framing.photo.icc import assembled, table

# L*, a*, b* (D50) of solid inks and of those over each other, on coated paper: ISO 12647-2:2004, paper types 1 and 2.
_SOLIDS = {
    (0, 0, 0): (95, 0, -2),
    (1, 0, 0): (55, -37, -50),
    (0, 1, 0): (48, 74, -3),
    (0, 0, 1): (91, -5, 93),
    (0, 1, 1): (47, 68, 48),
    (1, 0, 1): (50, -68, 25),
    (1, 1, 0): (24, 22, -46),
    (1, 1, 1): (23, 0, 0),
}
_BLACK = (16, 0, 0)  # solid black alone; over other inks, it darkens them as a filter would
_SPREAD = 2.5  # Yule and Nielsen's n, for light that spreads in the paper below the dots; docs/files.md, "CMYK"
_STEPS = 13  # of each ink in the table
_LINEAR = 216 / 24389, 841 / 108  # CIELAB: below the first, lightness goes straight up, with this slope


@cache
def profile() -> bytes:
    """An ICC profile of the inks on paper, by Yule and Nielsen's modified Neugebauer equations.

    Each spot is a mixture of the sixteen overprints, 0 none .. 1 solid of each ink.
    """
    cover = np.stack(np.meshgrid(*[np.linspace(0, 1, _STEPS)] * 4, indexing="ij"), axis=-1)
    paper, black = _reflected(_SOLIDS[0, 0, 0]), _reflected(_BLACK)
    total = np.zeros((*cover.shape[:-1], 3))
    for inks in product((0, 1), repeat=4):
        share = np.prod(np.where(np.array(inks, bool), cover, 1 - cover), axis=-1, keepdims=True)
        seen = _reflected(_SOLIDS[inks[0], inks[1], inks[2]]) * (black / paper if inks[3] else 1)
        total += share * (seen / paper) ** (1 / _SPREAD)
    return assembled(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table(_lab(total**_SPREAD))})


def _reflected(lab: tuple[int, int, int]) -> NDArray[np.float64]:
    """XYZ of the colour, relative to D50."""
    middle = (lab[0] + 16) / 116
    f = np.array((middle + lab[1] / 500, middle, middle - lab[2] / 200))
    return np.where(f**3 > _LINEAR[0], f**3, (f - 4 / 29) / _LINEAR[1])


def _lab(xyz: NDArray[np.float64]) -> NDArray[np.float64]:
    """L*, a*, b* of colours relative to the paper, which is white."""
    f = np.where(xyz > _LINEAR[0], np.cbrt(xyz), _LINEAR[1] * xyz + 4 / 29)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack((116 * y - 16, 500 * (x - y), 200 * (y - z)), axis=-1)
