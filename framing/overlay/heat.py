"""What behind the sitter disturbs, and where: a small map of the picture, and beside it what kind of thing it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from framing.backdrop.disturbance import Disturbance
from framing.overlay.shapes import Box
from framing.overlay.sketch import Blot, Ink, Sketch, Trace, Word, arc, box
from framing.types import Absent, Judgements, Message, Point, State, Viewer, filled

ASPECT = 3.0
_WIDEST = 1.25  # heights of the drawing; the map of a wider picture is drawn lower
_ROWS = 6  # of the map: coarse enough to be taken in at a glance
_MOST = 3  # lines, and stretches of the outline, that are drawn
_KINDS: Mapping[Message, Collection[str]] = {
    "clutter": {"clutter"},
    "line at head": {"merger_left", "merger_right", "horizon"},
    "blends in": {"separation"},
}
_At = Callable[[float, float], Point]  # from a place in viewfinder heights to the drawing's


def heat(found: Disturbance | Absent, head: Box | Absent, judgements: Judgements, viewer: Viewer) -> Sketch | Absent:
    """The map of what disturbs as that viewer sees the picture; Absent where the backdrop is not seen.

    Cells glow by how busy they are; lines that run into the head and stretches of its outline that do not stand out are
    drawn. Beside it a kind of disturbance lights up when the guide holds it against the picture.
    """
    if isinstance(found, Absent):
        return found
    rows, columns = found.clutter.shape
    aspect = columns / rows
    tall = min(1.0, _WIDEST / aspect)

    def at(x: float, y: float) -> Point:
        x, y = min(max(x, 0.0), aspect), min(max(y, 0.0), 1.0)
        return Point(tall * (aspect - x if viewer.mirrored else x), (1.0 - tall) / 2.0 + tall * y)

    off = {j.measure.name for j in judgements if j.state in (State.LOW, State.HIGH)}
    kinds = [kind for kind, measures in _KINDS.items() if off.intersection(measures)]
    shapes = (
        Blot(box(*at(0.0, 0.0), *at(aspect, 1.0)), Ink.STAGE, 0.35),
        *_cells(found.clutter, at),
        *_sitter(head, at),
        *_traces([(merger.head, merger.end) for merger in found.mergers], at),
        *_traces([[Point(*place) for place in stretch.tolist()] for stretch in found.lost], at),
        *_legend(tall * aspect + 0.14, kinds),
    )
    what: tuple[Message, ...] = tuple(kinds) or ("nothing that disturbs",)
    says = "Behind you: {what}" if viewer.sitter else "Behind them: {what}"
    return Sketch(ASPECT, shapes, filled(says, what=what))


def _cells(clutter: NDArray[np.float32], at: _At) -> Iterator[Blot]:
    """The grid, coarser: of each block its busiest cell."""
    side = clutter.shape[0] // _ROWS
    columns = -(-clutter.shape[1] // side)
    whole = np.pad(clutter, ((0, 0), (0, columns * side - clutter.shape[1])))
    for (row, column), busy in np.ndenumerate(whole.reshape(_ROWS, side, columns, side).max(axis=(1, 3))):
        start, end = at(column / _ROWS, row / _ROWS), at((column + 1) / _ROWS, (row + 1) / _ROWS)
        yield Blot(box(*start, *end), Ink.HEAT, 0.85 * float(busy))


def _sitter(head: Box | Absent, at: _At) -> Iterator[Blot]:
    """Where the sitter stands before it: shoulders and head."""
    if isinstance(head, Absent):
        return
    middle = Point((head.left + head.right) / 2.0, (head.top + head.bottom) / 2.0)
    across, down = (head.right - head.left) / 2.0, (head.bottom - head.top) / 2.0
    shoulders = arc(Point(middle.x, head.bottom + 1.5 * down), 2.3 * across, 1.5 * down, 180.0, 360.0)
    trunk = (*shoulders, Point(shoulders[-1].x, 1.0), Point(shoulders[0].x, 1.0))
    for outline in (trunk, arc(middle, across, down)):
        yield Blot(tuple(at(*place) for place in outline), Ink.SHADE)


def _traces(ways: Sequence[Sequence[Point]], at: _At) -> Iterator[Trace]:
    """The first few; one that is not there has no cover."""
    for _, way in zip_longest(range(_MOST), ways[:_MOST], fillvalue=()):
        yield Trace(tuple(at(*place) for place in way or ((0.0, 0.0), (0.0, 0.0))), Ink.HEAT, float(bool(way)))


def _legend(left: float, kinds: Collection[Message]) -> Iterator[Blot | Word]:
    """A lamp and a word for each kind of disturbance, lit when it is held against the picture."""
    for number, kind in enumerate(_KINDS):
        y, lit = 0.17 + 0.33 * number, kind in kinds
        yield Blot(arc(Point(left + 0.05, y), 0.05, 0.05), Ink.STAGE)
        yield Blot(arc(Point(left + 0.05, y), 0.05, 0.05), Ink.HEAT, float(lit))
        yield Word(kind, Point(left + 0.2, y), 0.18, Ink.NUMBER if lit else Ink.WORDS, centred=False)
