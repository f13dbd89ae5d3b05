"""Bars that a camera or an editor has put beside the picture: found, and left out of all that is seen.

docs/viewfinder.md says what a bar is, what it is told from and where the numbers come from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.types import Frame, Image, Scene, Viewfinder

_LINES = 96  # rows, or columns, that are enough to tell how a whole side looks
_FLAT = 7  # grey levels of 255 by which a bar's pixels differ at most: what a codec leaves of an even colour
_SPECKS = 0.02  # of a line may differ by more
_RINGING = 18  # pixels beside the picture where a codec leaves traces of it: a block of 16, and two
_STEP = 12  # grey levels from bar to picture that traces seldom reach
_STRAIGHT = 3  # pixels to either side within which the picture begins
_LEAST, _MOST = 0.01, 0.45  # of the side: a thinner bar changes no reading, and between wider ones is no picture
_EDGE = 0.5  # of a side's length along which the picture begins so: the rest of it may be as dark as the bar
_REACH = 0.08  # of that length at either end in which it must begin somewhere: an edge spans the whole side

AGAIN = 2.0  # seconds from one look for bars to the next: they change when somebody changes the camera
STANDING = 2  # looks in a row that must find the same before what was found before gives way

_Strips = tuple[int, int]  # pixels at the left and at the right, or at the top and at the bottom
_NONE: _Strips = (0, 0)
_Lines = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Bars:
    """What the looks for bars have come to in a stream; `Bars()` is before the first one."""

    size: tuple[int, int] | None = None  # of the frame, pixels
    picture: Viewfinder | None = None  # in force
    rival: Viewfinder | None = None  # what the last look found instead
    times: int = 0  # how often in a row
    looked: float = -np.inf


def picture(pixels: Image) -> Viewfinder:
    """The part of an RGB picture that is no bar, in its pixels: all of it where none is found.

    Bars stand at two opposite sides, or at all four. A bar is of one colour over the whole length of its side, and the
    picture begins beside it along one straight line from end to end. A dark room has no such line.
    """
    height, width = pixels.shape[:2]
    beside, above = _off_colour(pixels), _off_colour(np.swapaxes(pixels, 0, 1))
    letters = _edges(above, _lines(_strips(beside), width))
    pillars = _edges(beside, _lines(letters, height))
    if pillars == _NONE:
        letters = _edges(above, _NONE)  # what was no pillar may well have hidden the ends of an edge
    (left, right), (top, bottom) = pillars, letters
    return Viewfinder(left, top, width - left - right, height - top - bottom)


def follow(bars: Bars, pixels: Image, now: float) -> tuple[Bars, Viewfinder]:
    """The part of a stream's next frame that is no bar; the first look counts at once, another only when it stands."""
    size = (pixels.shape[1], pixels.shape[0])
    known = bars.picture if bars.size == size else None
    if known is not None and now - bars.looked < AGAIN:
        return bars, known
    found = picture(pixels)
    if known is None:
        return Bars(size, found, looked=now), found
    if _alike(found, known):
        return Bars(size, known, looked=now), known
    times = bars.times + 1 if bars.rival is not None and _alike(found, bars.rival) else 1
    if times >= STANDING:
        return Bars(size, found, looked=now), found
    return replace(bars, rival=found, times=times, looked=now), known


def left_out(frame: Frame, inside: Viewfinder) -> Frame:
    """The frame cut to what is inside its bars, its viewfinder as far as it shows any of that; pixels not copied."""
    rows, columns = slice(inside.top, inside.top + inside.height), slice(inside.left, inside.left + inside.width)
    view = frame.viewfinder.within(inside).moved(-inside.left, -inside.top)
    return replace(frame, pixels=frame.pixels[rows, columns], viewfinder=view)


def placed(scene: Scene, frame: Frame, inside: Viewfinder) -> Scene:
    """The scene that was seen in the frame without its bars, with its place told in pixels of the frame itself."""
    return replace(scene, viewfinder=frame.viewfinder.within(inside), picture=inside)


def _alike(one: Viewfinder, other: Viewfinder) -> bool:
    """Whether they differ by no more than noise moves an edge."""
    ends = np.abs(np.subtract(_ends(one), _ends(other)))
    return bool(ends.max() <= _STRAIGHT)


def _ends(of: Viewfinder) -> tuple[int, int, int, int]:
    return of.left, of.top, of.left + of.width, of.top + of.height


def _off_colour(pixels: Image) -> _Lines | None:
    """How far some of the picture's rows, (96, width), are off the colour of its ends; None where the ends differ."""
    which = np.linspace(0, len(pixels) - 1, _LINES).astype(int)
    one, other = np.median(pixels[which, 0], axis=0), np.median(pixels[which, -1], axis=0)
    if float(np.abs(one - other).max()) > _FLAT:
        return None
    off = np.abs(pixels[which].astype(np.int16) - ((one + other) / 2.0).astype(np.int16))
    return np.asarray(np.maximum(np.maximum(off[..., 0], off[..., 1]), off[..., 2]))  # far quicker than max(axis=2)


def _strips(off: _Lines | None) -> _Strips:
    """How many columns at the left and at the right are of the ends' colour throughout; none, or some at both."""
    if off is None:
        return _NONE
    busy = np.flatnonzero((off > _FLAT).mean(axis=0) > _SPECKS)
    if not len(busy):
        return _NONE
    side = off.shape[1]
    left, right = int(busy[0]), int(side - 1 - busy[-1])
    return (left, right) if min(left, right) >= _LEAST * side and max(left, right) <= _MOST * side else _NONE


def _edges(off: _Lines | None, across: _Strips) -> _Strips:
    """The strips that end in a straight edge, up to where the picture is all there; lines `across` do not count."""
    strips = _strips(off)
    if off is None or strips == _NONE:
        return _NONE
    off = off[across[0] : len(off) - across[1]]
    left, right = _edge(off, strips[0]), _edge(off[:, ::-1], strips[1])
    return _NONE if left is None or right is None else (left, right)


def _edge(off: _Lines, strip: int) -> int | None:
    """Where the picture is all there beside the strip at the left, None where it does not begin along one line."""
    steps = off[:, strip : strip + _RINGING] > _STEP
    begins = np.where(steps.any(axis=1), steps.argmax(axis=1), -_RINGING)
    line = int(np.median(begins[begins >= 0])) if (begins >= 0).any() else 0
    straight = np.abs(begins - line) <= _STRAIGHT
    reach = max(1, round(_REACH * len(off)))
    if straight.mean() < _EDGE or not straight[:reach].any() or not straight[-reach:].any():
        return None
    return strip + line + 2


def _lines(strips: _Strips, side: int) -> _Strips:
    """How many of the lines over a side of so many pixels lie in the strips, or touch them."""
    one, other = (-(-strip * _LINES // side) for strip in strips)
    return one, other
