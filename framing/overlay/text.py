"""Words on panels: how much room they take, and the patch of pixels that they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw

from framing.overlay import theme
from framing.overlay.fonts import font, leftward, unbroken
from framing.overlay.shapes import Caption, Status
from framing.overlay.signs import TOWARD_LEFT, TOWARD_RIGHT, Mask, sign
from framing.types import Direction, Image

# In ems.
ACROSS, DOWN, LEADING, BETWEEN, SIGN, ROUND = 0.72, 0.38, 1.22, 0.45, 1.2, 0.5
_CLOSING = frozenset("、。，．・：；！？ー」』）っゃゅょッャュョ")
CACHED = 64  # ems in pixels; larger patches belong to large photographs, each painted once


class Run(NamedTuple):
    """Words in one size and colour."""

    text: str
    bold: bool


Lines = tuple[tuple[Run, ...], ...]


class Sign(NamedTuple):
    """What stands beside the words; the direction is the screen's."""

    direction: Direction
    status: Status

    def at_right(self, lines: Lines) -> bool:
        """Whether it stands to the right of the words: an arrow at the end it points to, any other before the words."""
        return self.direction in TOWARD_RIGHT or (self.direction not in TOWARD_LEFT and _leftward(lines))


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
    one: Lines = ((Run(caption.text, True),),)
    halves = _halves(caption.text)
    if not halves:
        return (one,)
    first, second = min(halves, key=lambda half: max(map(len, half)))
    return one, ((Run(first, True),), (Run(second, True),))


def _halves(text: str) -> list[tuple[str, str]]:
    """Every way to break the text into two lines: between words; where there are none, at a comma or a full stop.

    Where there is neither, before any letter but one that belongs to the letter before it.
    """
    if unbroken(text):
        places = range(1, len(text))
        at = [i for i in places if text[i - 1] in "、。"] or [i for i in places if text[i] not in _CLOSING]
        return [(text[:i], text[i:]) for i in at]
    words = text.split()
    return [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]


def extent(lines: Lines, em: int, with_sign: bool) -> tuple[int, int]:
    """Width and height in pixels of the panel."""
    width = max(_line_width(line, em) for line in lines) + 2 * ACROSS * em
    width += (SIGN + BETWEEN) * em if with_sign else 0.0
    return round(width), round((len(lines) * LEADING + 2 * DOWN) * em)


def patch(lines: Lines, em: int, beside: Sign | None) -> Patch:
    """The panel with its words, `extent` pixels large. Kept for the next frame: only new words cost time."""
    return _kept(lines, em, beside) if em <= CACHED else _draw(lines, em, beside)


def _draw(lines: Lines, em: int, beside: Sign | None) -> Patch:
    size = extent(lines, em, beside is not None)
    layers = [(_words(lines, em, beside, True, size), theme.INK), (_words(lines, em, beside, False, size), theme.QUIET)]
    if beside is not None:
        colour = theme.SIGNS[beside.status] if beside.direction is Direction.NONE else theme.ACCENT
        layers.append((_sign(lines, em, beside, size), colour))
    # The layers lie beside each other, never on each other, so that their shares add up to 1 at most.
    shares = [(mask.astype(np.float32) / 255.0, colour) for mask, colour in layers]
    panel = (1.0 - sum(share for share, _ in shares)) * (theme.PANEL_COVER / 255.0) * _rounded(*size, ROUND * em)
    shares.append((panel, theme.PANEL))
    light = [sum(share * np.float32(colour[channel]) for share, colour in shares) for channel in range(3)]
    keep = np.rint(255.0 * np.clip(1.0 - sum(share for share, _ in shares), 0.0, 1.0)).astype(np.uint8)
    return Patch(np.rint(np.stack(light, axis=2)).astype(np.uint8), np.stack([keep] * 3, axis=2))


_kept = lru_cache(maxsize=24)(_draw)


@lru_cache(maxsize=512)
def _run_width(run: Run, em: int) -> float:
    return float(font(run.text, _size(run, em), run.bold).getlength(run.text))


def _size(run: Run, em: int) -> int:
    return em if run.bold else max(1, round(theme.DETAIL * em))


def _line_width(line: tuple[Run, ...], em: int) -> float:
    return sum(_run_width(run, em) for run in line) + 0.35 * em * (len(line) - 1)


def _leftward(lines: Lines) -> bool:
    return any(leftward(run.text) for line in lines for run in line)


def _words(lines: Lines, em: int, beside: Sign | None, bold: bool, size: tuple[int, int]) -> Mask:
    canvas = Pillow.new("L", size)
    pen = ImageDraw.Draw(canvas)
    before = (SIGN + BETWEEN) * em if beside is not None else 0.0
    right = beside is not None and beside.at_right(lines)
    from_right = _leftward(lines)
    for i, line in enumerate(lines):
        x = ACROSS * em + (0.0 if right else before)
        if from_right:  # it begins at the right edge, and its runs follow to the left
            x = size[0] - ACROSS * em - (before if right else 0.0) - _line_width(line, em)
        baseline = (DOWN + LEADING * (i + 0.5) + theme.CAPITALS / 2) * em
        for run in reversed(line) if from_right else line:
            if run.bold is bold:
                pen.text((x, baseline), run.text, fill=255, font=font(run.text, _size(run, em), bold), anchor="ls")
            x += _run_width(run, em) + 0.35 * em
    return np.asarray(canvas, np.uint8)


def _sign(lines: Lines, em: int, beside: Sign, size: tuple[int, int]) -> Mask:
    width, height = size
    mask: Mask = np.zeros((height, width), np.uint8)
    side = max(1, round(SIGN * em))
    left = round(width - ACROSS * em - side if beside.at_right(lines) else ACROSS * em)
    top = (height - side) // 2
    mask[top : top + side, left : left + side] = sign(beside.direction, beside.status, side)
    return mask


def _rounded(width: int, height: int, radius: float) -> Mask:
    """A rectangle with round corners."""
    mask: Mask = np.zeros((height, width), np.uint8)
    r = round(min(radius, (width - 1) / 2, (height - 1) / 2))
    cv2.rectangle(mask, (r, 0), (width - r - 1, height - 1), (255,), -1)
    cv2.rectangle(mask, (0, r), (width - 1, height - r - 1), (255,), -1)
    for x in (r, width - r - 1):
        for y in (r, height - r - 1):
            cv2.circle(mask, (x, y), r, (255,), -1, cv2.LINE_AA)
    return mask
