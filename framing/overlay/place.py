"""Where each caption goes: at its own edge of the screen, unless a head is there.

The places are fixed ones along the edges: a caption that followed the chin would sway with the sitter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from framing.overlay import theme
from framing.overlay.shapes import Box, Caption, Spot
from framing.overlay.text import Lines, extent, settings

SCALES = (1.0, 0.85, 0.7, 0.55, 0.42)
LEGIBLE = 5  # pixels of an em; smaller letters are a smear

# The share of the free room that is left of it and above it.
_PLACES: dict[Spot, tuple[tuple[float, float], ...]] = {
    Spot.LOW: ((0.5, 1), (0.5, 0), (0, 1), (1, 1), (0, 0), (1, 0), (0, 0.5), (1, 0.5)),
    Spot.TOP_LEFT: ((0, 0), (1, 0), (0, 1), (1, 1), (0, 0.5), (1, 0.5)),
    Spot.TOP_RIGHT: ((1, 0), (0, 0), (1, 1), (0, 1), (1, 0.5), (0, 0.5)),
}


class Placed(NamedTuple):
    """A caption as it will stand: its lines, the size of its letters and its panel, in pixels."""

    caption: Caption
    lines: Lines
    em: int
    box: Box


def place(captions: Iterable[Caption], width: int, height: int, middle: float, clear: Iterable[Box]) -> list[Placed]:
    """Each caption in its turn, off the heads and off those before it, in a width x height picture.

    `middle` is the viewfinder's, under which a low caption is centred. Where no place is free, a caption that must show
    takes the one that covers least, small; any other is left out.
    """
    taken = list(clear)
    placed = []
    for caption in captions:
        found = _place(caption, width, height, middle, taken)
        if found is not None:
            taken.append(found.box)
            placed.append(found)
    return placed


def _place(caption: Caption, width: int, height: int, middle: float, taken: list[Box]) -> Placed | None:
    least: tuple[float, Placed | None] = (float("inf"), None)
    for choice in _choices(caption, width, height, middle):
        covered = sum(overlap(choice.box, box) for box in taken)
        if covered == 0.0:
            return choice
        # A smaller one always covers less of a head that is everywhere; so this ends with small ones.
        if covered < least[0]:
            least = (covered, choice)
    return least[1] if caption.must_show else None


def _choices(caption: Caption, width: int, height: int, middle: float) -> Iterator[Placed]:
    """Every way to set it, the best first: large before small, its own edge before others, one line before two."""
    short = min(width, height)
    margin = theme.MARGIN * short
    for scale in SCALES:
        em = round(scale * theme.EMS[caption.spot] * short)
        fitting = [
            (lines, w, h)
            for lines in settings(caption)
            for w, h in [extent(lines, max(em, 1), True)]
            if w + 2 * margin <= width and h + 2 * margin <= height
        ]
        if scale == SCALES[-1] and not fitting:
            fitting, em = _squeezed(caption, em, width, height)
        if em < LEGIBLE:
            return
        for across, down in _PLACES[caption.spot]:
            for lines, w, h in fitting:
                at = middle - w / 2 if across == 0.5 else margin + across * (width - w - 2 * margin)
                left = round(min(max(at, 0.0), width - w))
                top = round(margin + down * (height - h - 2 * margin))
                yield Placed(caption, lines, em, Box(left, top, left + w, top + h))


def _squeezed(caption: Caption, em: int, width: int, height: int) -> tuple[list[tuple[Lines, int, int]], int]:
    """Words too long for every step, as large as the picture just holds."""
    lines = settings(caption)[-1]
    w, h = extent(lines, max(em, 1), True)
    em = int(em * min(0.94 * width / w, 0.94 * height / h, 1.0))
    return [(lines, *extent(lines, max(em, 1), True))], em


def overlap(a: Box, b: Box) -> float:
    """The area two boxes share, in their unit squared."""
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, across) * max(0.0, down)
