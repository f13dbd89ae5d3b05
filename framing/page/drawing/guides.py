"""Lines, brackets and dots that point at what a card is about, in drawing units."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framing.page.drawing.place import JOINTS, eyes, joint, place
from framing.page.drawing.shapes import Point, line, oval
from framing.page.drawing.tones import ACCENT, PANEL, WARN
from framing.page.drawing.value import HEIGHT, Drawing, Guide

_TICK = 3.0
_FINE = {"stroke": ACCENT, "stroke_width": 1.1, "stroke_dasharray": "3 3"}


def guides(drawing: Drawing) -> str:
    """Every guide that the drawing asks for, in a settled order."""
    return "".join(draw(drawing) for name, draw in _GUIDES.items() if name in drawing.guides)


def _strong(*points: Point) -> str:
    # A dark line under the light one: it has to be seen before a white wall too.
    under = line(*points, stroke=PANEL, stroke_width=3.4, stroke_opacity=0.75)
    return under + line(*points, stroke=ACCENT, stroke_width=1.6)


def _upright(x: float, top: float, bottom: float) -> str:
    return _strong((x - _TICK, top), (x + _TICK, top), (x, top), (x, bottom), (x - _TICK, bottom), (x + _TICK, bottom))


def _across(y: float, near: float, far: float) -> str:
    return _strong((near, y - _TICK), (near, y + _TICK), (near, y), (far, y), (far, y - _TICK), (far, y + _TICK))


def _dot(at: Point) -> str:
    if abs(at[1] - HEIGHT) < 0.05 * HEIGHT:  # the edge cuts it
        return oval(at, 5.5, 5.5, WARN, stroke=PANEL, stroke_width=1.4)
    return oval(at, 3.2, 3.2, ACCENT, stroke=PANEL, stroke_width=1.4)


def _eye_height(drawing: Drawing) -> float:
    return sum(y for _, y in eyes(drawing)) / 2


def _beside(drawing: Drawing) -> float:
    x, _, head = place(drawing)
    return min(drawing.width - 6.0, x + 0.56 * head)


def _beside_the_head(drawing: Drawing, y: float) -> str:
    x, _, head = place(drawing)  # nothing is drawn over a face
    return line((0, y), (x - 0.48 * head, y), **_FINE) + line((x + 0.48 * head, y), (drawing.width, y), **_FINE)


def _eye_line(drawing: Drawing) -> str:
    y, (x, _, head) = _eye_height(drawing), place(drawing)
    return _strong((x - 0.62 * head, y), (x - 0.42 * head, y)) + _strong((x + 0.42 * head, y), (x + 0.62 * head, y))


def _level(drawing: Drawing) -> str:
    (ax, ay), (bx, by) = eyes(drawing)
    dx, dy = bx - ax, by - ay
    flat = _beside_the_head(drawing, (ay + by) / 2)
    return flat + "".join(
        _strong((x + side * 1.2 * dx, y + side * 1.2 * dy), (x + side * 2.1 * dx, y + side * 2.1 * dy))
        for side, x, y in ((-1, ax, ay), (1, bx, by))
    )


def _shoulders(drawing: Drawing) -> str:
    both = [joint(drawing, "shoulder", side) for side in (-1, 1)]
    return _strong(*both) + "".join(map(_dot, both))


def _joints(drawing: Drawing) -> str:
    return "".join(_dot(joint(drawing, name, side)) for name in JOINTS for side in (-1, 1))


def _rim(drawing: Drawing) -> str:
    x, y, head = place(drawing)
    return oval((x, y + 0.4 * head), 0.5 * head, 0.52 * head, "none", **_FINE)


def _lamp(drawing: Drawing) -> str:
    side = 1 if drawing.light >= 0 else -1
    x, y = drawing.width / 2 + side * (drawing.width / 2 - 13), 15.0 if drawing.above >= 0 else HEIGHT - 32.0
    rays = "".join(
        _strong((x + 8 * dx, y + 8 * dy), (x + 11 * dx, y + 11 * dy))
        for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7))
    )
    return oval((x, y), 5.2, 5.2, ACCENT, stroke=PANEL, stroke_width=1.2) + rays


_GUIDES: Mapping[Guide, Callable[[Drawing], str]] = {
    "third": lambda d: _beside_the_head(d, HEIGHT / 3),
    "middle": lambda d: line((d.width / 2, 0), (d.width / 2, HEIGHT), **_FINE),
    "rim": _rim,
    "level": _level,
    "eye_line": _eye_line,
    "headroom": lambda d: _upright(place(d).x, 2.0, max(place(d).y, 2.0)),
    "above": lambda d: _upright(_beside(d), 2.0, _eye_height(d)),
    "below": lambda d: _upright(_beside(d), _eye_height(d), HEIGHT - 2.0),
    "left": lambda d: _across(_eye_height(d), eyes(d)[1][0], d.width - 2.0),
    "right": lambda d: _across(_eye_height(d), 2.0, eyes(d)[0][0]),
    "face": lambda d: _upright(_beside(d), _eye_height(d), place(d).at((0, 1))[1]),
    "head": lambda d: _upright(_beside(d), *(place(d).at((0, y))[1] for y in (0, 1))),
    "shoulders": _shoulders,
    "joints": _joints,
    "lamp": _lamp,
}
