"""Where each caption goes: at its own edge of the screen, unless a head is there.

The places are fixed ones along the edges: a caption that followed the chin would move with the sitter.
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
    """Every way to place it, the best first."""
    places, margin = _PLACES[caption.spot], theme.MARGIN * min(width, height)
    # Where words must be read size matters more than place; any other caption is looked for where it always is.
    if caption.must_show:
        ways = ((size, at) for size in _sizes(caption, width, height) for at in places)
    else:
        ways = ((size, at) for at in places for size in _sizes(caption, width, height))
    for (lines, em, w, h), (across, down) in ways:
        left = middle - w / 2 if across == 0.5 else margin + across * (width - w - 2 * margin)
        top = margin + down * (height - h - 2 * margin)
        x, y = round(min(max(left, 0.0), width - w)), round(min(max(top, 0.0), height - h))
        yield Placed(caption, lines, em, Box(x, y, x + w, y + h))


def _sizes(caption: Caption, width: int, height: int) -> Iterator[tuple[Lines, int, int, int]]:
    """Lines, em, width and height of each setting that fits the picture: large before small, one line before two."""
    short = min(width, height)
    room_across, room_down = width - 2 * theme.MARGIN * short, height - 2 * theme.MARGIN * short
    fits = False
    em = 0
    for scale in SCALES:
        em = round(scale * theme.EMS[caption.spot] * short)
        for lines in settings(caption) if em >= LEGIBLE else ():
            w, h = extent(lines, em, True)
            if w <= room_across and h <= room_down:
                fits = True
                yield lines, em, w, h
    if not fits and em >= LEGIBLE:
        # Words too long for every step: as large as the picture just holds.
        lines = settings(caption)[-1]
        w, h = extent(lines, em, True)
        em = int(em * min(room_across / w, room_down / h))
        if em >= LEGIBLE:
            yield lines, em, *extent(lines, em, True)


def overlap(a: Box, b: Box) -> float:
    """The area two boxes share, in their unit squared."""
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(0.0, across) * max(0.0, down)
