"""A print sheet: as many pictures of one size as the paper has room for, side by side, and marks where to cut."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from framing.delivery import DPI
from framing.types import Image

_INCH = 25.4  # millimetres
# Millimetres at each edge that hold the marks and no picture. Printers without a border print past the paper's edge,
# and many others leave 3 to 5 mm of an A4 sheet white.
_PAPERS = {"4x6": ((101.6, 152.4), 3.0), "a4": ((210.0, 297.0), 5.0)}
_APART, _LONG = 0.5, 5.0  # millimetres from the pictures to a mark, and its length at most
_THIN = 2  # pixels: 0.17 mm
_WHITE, _GREY = 255, 96


class Line(NamedTuple):
    """A mark, as a rectangle of pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the pictures lie on the paper, in pixels at 300 dpi. They touch, so that one cut parts two."""

    size: tuple[int, int]  # width and height of the paper
    picture: tuple[int, int]
    columns: int
    rows: int

    @property
    def corner(self) -> tuple[int, int]:
        """Left and top of the block of pictures, which is in the middle of the paper."""
        (width, height), (across, down) = self.size, self.picture
        return (width - self.columns * across) // 2, (height - self.rows * down) // 2

    @property
    def marks(self) -> tuple[Line, ...]:
        """Two at each line along which to cut, one at each end of it."""
        (left, top), (across, down), (width, height) = self.corner, self.picture, self.size
        near, far = _pixels(_APART), _pixels(_LONG)
        right, bottom = left + self.columns * across, top + self.rows * down
        tall = [(start, min(far, top - near)) for start in (top - near - min(far, top - near), bottom + near)]
        wide = [(start, min(far, left - near)) for start in (left - near - min(far, left - near), right + near)]
        upright = [left + number * across - _THIN // 2 for number in range(self.columns + 1)]
        level = [top + number * down - _THIN // 2 for number in range(self.rows + 1)]
        return (
            *(Line(x, y, _THIN, min(long, height - y)) for x, (y, long) in product(upright, tall)),
            *(Line(x, y, min(long, width - x), _THIN) for y, (x, long) in product(level, wide)),
        )


def laid_out(paper: str, picture: tuple[int, int]) -> Sheet | None:
    """The sheet with most pictures of (width, height) pixels at 300 dpi, upright or on its side; None with no room.

    `paper` is "4x6" (inches) or "a4".
    """
    (short, long), margin = _PAPERS[paper]
    sheets = [_filled(size, margin, picture) for size in ((short, long), (long, short))]
    best = max(sheets, key=lambda sheet: sheet.columns * sheet.rows)
    return best if best.columns * best.rows else None


def drawn(sheet: Sheet, picture: Image) -> Image:
    """The sheet with that picture, which has its size, in every place."""
    (width, height), (left, top), (across, down) = sheet.size, sheet.corner, sheet.picture
    paper = np.full((height, width, 3), _WHITE, np.uint8)
    paper[top : top + sheet.rows * down, left : left + sheet.columns * across] = np.tile(
        picture, (sheet.rows, sheet.columns, 1)
    )
    for line in sheet.marks:
        paper[line.top : line.top + line.height, line.left : line.left + line.width] = _GREY
    return paper


def _filled(paper: tuple[float, float], margin: float, picture: tuple[int, int]) -> Sheet:
    columns, rows = (
        int((side - 2.0 * margin) / _INCH * DPI // of) for side, of in zip(paper, picture, strict=True)
    )
    return Sheet((_pixels(paper[0]), _pixels(paper[1])), picture, columns, rows)


def _pixels(millimetres: float) -> int:
    return round(millimetres / _INCH * DPI)
