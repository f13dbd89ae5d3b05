"""Words on panels: how much room they take, and the patch of pixels that they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import cv2
import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont

from framing.overlay import theme
from framing.overlay.shapes import Caption, Status
from framing.overlay.signs import TOWARD_LEFT, TOWARD_RIGHT, Mask, sign
from framing.types import Direction, Image

# In ems.
ACROSS, DOWN, LEADING, BETWEEN, SIGN, ROUND = 0.72, 0.38, 1.22, 0.45, 1.05, 0.5
CACHED = 64  # ems in pixels; larger patches belong to large photographs, each painted once


class Run(NamedTuple):
    """Words in one voice."""

    text: str
    bold: bool


Lines = tuple[tuple[Run, ...], ...]


class Sign(NamedTuple):
    """What stands beside the words."""

    direction: Direction
    status: Status
    mirrored: bool

    @property
    def after(self) -> bool:
        """Whether it stands at the right: an arrow stands at the end it points to."""
        return self.direction in (TOWARD_LEFT if self.mirrored else TOWARD_RIGHT)


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Pixels to lay over a picture: picture x keep / 255 + light."""

    light: Image
    keep: Image


def settings(caption: Caption) -> tuple[Lines, ...]:
    """The ways to set a caption, the widest first: one line, or two of about the same length."""
    if caption.detail:
        text, detail = Run(caption.text, True), Run(caption.detail, False)
        return ((text, detail),), ((text,), (detail,))
    words = caption.text.split()
    one: Lines = ((Run(caption.text, True),),)
    if len(words) < 2:
        return (one,)
    halves = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    first, second = min(halves, key=lambda half: max(map(len, half)))
    return one, ((Run(first, True),), (Run(second, True),))


def extent(lines: Lines, em: int, with_sign: bool) -> tuple[int, int]:
    """Width and height in pixels of the panel."""
    width = max(_line_width(line, em) for line in lines) + 2 * ACROSS * em
    width += (SIGN + BETWEEN) * em if with_sign else 0.0
    return round(width), round((len(lines) * LEADING + 2 * DOWN) * em)


def patch(lines: Lines, em: int, beside: Sign | None) -> Patch:
    """The panel with its words, `extent` pixels large. Kept for the next frame: only new words cost time."""
    return _kept(lines, em, beside) if em <= CACHED else _draw(lines, em, beside)


def _draw(lines: Lines, em: int, beside: Sign | None) -> Patch:
    width, height = extent(lines, em, beside is not None)
    cover = theme.PANEL_COVER * _rounded(width, height, ROUND * em)
    layers = [
        (_words(lines, em, beside, bold, (width, height)), theme.INK if bold else theme.QUIET) for bold in (True, False)
    ]
    if beside is not None:
        colour = theme.SIGNS[beside.status] if beside.direction is Direction.NONE else theme.ACCENT
        layers.append((_sign(em, beside, (width, height)), colour))
    light = cover[..., None] * np.array(theme.PANEL, np.float64)
    for mask, colour in layers:
        share = (mask / 255.0)[..., None]
        light = light * (1.0 - share) + share * np.array(colour, np.float64)
        cover = cover * (1.0 - share[..., 0]) + share[..., 0]
    keep = np.repeat(np.round(255.0 * (1.0 - cover))[..., None], 3, axis=2)
    return Patch(np.round(light).astype(np.uint8), keep.astype(np.uint8))


_kept = lru_cache(maxsize=24)(_draw)


@lru_cache(maxsize=32)
def _font(em: int, bold: bool) -> ImageFont.FreeTypeFont:
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    return ImageFont.truetype(str(fonts / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")), em)


@lru_cache(maxsize=512)
def _run_width(run: Run, em: int) -> float:
    return float(_font(_size(run, em), run.bold).getlength(run.text))


def _size(run: Run, em: int) -> int:
    return em if run.bold else max(1, round(theme.DETAIL * em))


def _line_width(line: tuple[Run, ...], em: int) -> float:
    return sum(_run_width(run, em) for run in line) + 0.35 * em * (len(line) - 1)


def _words(lines: Lines, em: int, beside: Sign | None, bold: bool, size: tuple[int, int]) -> Mask:
    canvas = Pillow.new("L", size)
    pen = ImageDraw.Draw(canvas)
    start = ACROSS * em + ((SIGN + BETWEEN) * em if beside is not None and not beside.after else 0.0)
    for i, line in enumerate(lines):
        x, baseline = start, (DOWN + LEADING * (i + 0.5) + theme.CAPITALS / 2) * em
        for run in line:
            if run.bold is bold:
                pen.text((x, baseline), run.text, fill=255, font=_font(_size(run, em), bold), anchor="ls")
            x += _run_width(run, em) + 0.35 * em
    return np.asarray(canvas, np.uint8)


def _sign(em: int, beside: Sign, size: tuple[int, int]) -> Mask:
    width, height = size
    mask: Mask = np.zeros((height, width), np.uint8)
    side = max(1, round(SIGN * em))
    left = round(width - ACROSS * em - side if beside.after else ACROSS * em)
    top = (height - side) // 2
    mask[top : top + side, left : left + side] = sign(beside.direction, beside.status, side, beside.mirrored)
    return mask


def _rounded(width: int, height: int, radius: float) -> NDArray[np.float64]:
    """A rectangle with round corners, 0..1, drawn four times as large for its smooth edge."""
    large: Mask = np.zeros((4 * height, 4 * width), np.uint8)
    r = round(4 * min(radius, width / 2, height / 2))
    cv2.rectangle(large, (r, 0), (4 * width - r - 1, 4 * height - 1), (255,), -1)
    cv2.rectangle(large, (0, r), (4 * width - 1, 4 * height - r - 1), (255,), -1)
    for x in (r, 4 * width - r - 1):
        for y in (r, 4 * height - r - 1):
            cv2.circle(large, (x, y), r, (255,), -1)
    return np.asarray(cv2.resize(large, (width, height), interpolation=cv2.INTER_AREA), np.float64) / 255.0
