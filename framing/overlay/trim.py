"""Lines that keep off the heads: what of a stroke lies outside all boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from framing.overlay.shapes import Box, Stroke
from framing.types import Point

SPECK = 0.01  # viewfinder heights; a shorter rest would look like dust

_Span = tuple[float, float]  # from where to where along a segment, 0..1


def trimmed(strokes: Iterable[Stroke], boxes: Iterable[Box]) -> tuple[Stroke, ...]:
    """The same strokes without what lies in a box, each in as many pieces as are left of it."""
    boxes = tuple(boxes)
    return tuple(Stroke(piece, stroke.role) for stroke in strokes for piece in _pieces(stroke.points, boxes))


def _pieces(points: tuple[Point, ...], boxes: tuple[Box, ...]) -> Iterator[tuple[Point, ...]]:
    piece: list[Point] = []
    for start, end in pairwise(points):
        for a, b in _outside(start, end, boxes):
            if a > 0.0 or not piece:
                yield from _worthy(piece)
                piece = [_along(start, end, a)]
            piece.append(_along(start, end, b))
            if b < 1.0:
                yield from _worthy(piece)
                piece = []
    yield from _worthy(piece)


def _outside(start: Point, end: Point, boxes: tuple[Box, ...]) -> list[_Span]:
    spans = [(0.0, 1.0)]
    for box in boxes:
        a, b = _inside(start, end, box)
        if a < b:
            spans = [rest for c, d in spans for rest in ((c, min(d, a)), (max(c, b), d)) if rest[0] < rest[1]]
    return spans


def _inside(start: Point, end: Point, box: Box) -> _Span:
    """The span of a segment that lies in the box; it ends before it starts where there is none."""
    a, b = 0.0, 1.0
    for at, way, low, high in (
        (start.x, end.x - start.x, box.left, box.right),
        (start.y, end.y - start.y, box.top, box.bottom),
    ):
        if way == 0.0:
            if not low < at < high:
                return 1.0, 0.0
            continue
        near, far = sorted(((low - at) / way, (high - at) / way))
        a, b = max(a, near), min(b, far)
    return a, b


def _along(start: Point, end: Point, share: float) -> Point:
    return Point(start.x * (1.0 - share) + end.x * share, start.y * (1.0 - share) + end.y * share)


def _worthy(piece: list[Point]) -> Iterator[tuple[Point, ...]]:
    if sum(abs(b.x - a.x) + abs(b.y - a.y) for a, b in pairwise(piece)) >= SPECK:
        yield tuple(piece)
