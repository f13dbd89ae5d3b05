"""What is behind the sitter, in drawing units."""

from __future__ import annotations

from framing.page.drawing.shapes import box, line, oval, path
from framing.page.drawing.tones import PAPER, mix, wall
from framing.page.drawing.value import HEIGHT, Drawing

_BOOKS = (7, 5, 9, 4, 6, 8, 5, 4, 7, 6, 5, 9, 4, 6)  # their widths, over and over
_SPINES = ("#8c7b62", "#586a78", "#b3a78f", "#3e4347", "#75604f", "#9aa3a6", "#4d5a50")


def behind(drawing: Drawing) -> str:
    """The wall, what stands before it or is seen through it, and the pole."""
    return _backdrop(drawing) + _pole(drawing)


def _pole(drawing: Drawing) -> str:
    if drawing.pole is None:
        return ""
    return box(drawing.width * (0.5 + drawing.pole) - 3, 0, 6, HEIGHT, "#4a4641")


def _backdrop(drawing: Drawing) -> str:
    plain = box(0, 0, drawing.width, HEIGHT, wall(drawing.wall))
    match drawing.backdrop:
        case "plain":
            return plain
        case "room":
            return plain + _room(drawing)
        case "shelves":
            return plain + _shelves(drawing)
        case "window":
            return plain + _window(drawing)
        case "outdoors":
            return _outdoors(drawing)
        case "horizon":
            return plain + box(0, 0.34 * HEIGHT, drawing.width, HEIGHT, "#4d5a50")


def _room(drawing: Drawing) -> str:
    w, ground = drawing.width, wall(drawing.wall)
    dark, light = mix(ground, "#000000", 0.3), mix(ground, "#ffffff", 0.25)
    leaves = "".join(
        path(f"M{w * 0.9:.1f} 96q{dx} -14 {2 * dx} -26q{-dx * 0.4:.1f} 18 {-2 * dx} 26Z", fill="#5c6f5f")
        for dx in (-7, -2, 4, 8)
    )
    picture = box(w * 0.06, 12, 20, 26, dark) + box(w * 0.06 + 2.5, 14.5, 15, 21, light)
    return picture + leaves + box(w * 0.9 - 6, 94, 12, 26, dark)


def _shelves(drawing: Drawing) -> str:
    drawn, book = [], 0
    for shelf in range(5):
        floor, x = 22.0 + 25 * shelf, 0.0
        while x < drawing.width:
            width, tall = _BOOKS[book % len(_BOOKS)], 15 + (book * 7) % 8
            drawn.append(box(x, floor - tall, width - 0.7, tall, _SPINES[book % len(_SPINES)]))
            x, book = x + width, book + 1
        drawn.append(box(0, floor, drawing.width, 3, "#c9c2b4"))
    return "".join(drawn)


def _window(drawing: Drawing) -> str:
    w = drawing.width
    frame = "#8f8d88"
    bars = line((w / 2, 4), (w / 2, 92), stroke=frame, stroke_width=3) + line(
        (w * 0.06, 46), (w * 0.94, 46), stroke=frame, stroke_width=3
    )
    return box(w * 0.06, 4, w * 0.88, 88, "#fffdf6", stroke=frame, stroke_width=3) + bars


def _outdoors(drawing: Drawing) -> str:
    w = drawing.width
    sky = box(0, 0, w, HEIGHT, "#7d95a6") + oval((w * 0.84, 18), 8, 8, PAPER)
    far = path(f"M0 72L{w * 0.2:.1f} 34L{w * 0.38:.1f} 66L{w * 0.62:.1f} 26L{w} 78V120H0Z", fill="#586b76")
    near = path(f"M0 88Q{w * 0.3:.1f} 72 {w * 0.6:.1f} 86T{w} 82V120H0Z", fill="#43564a")
    trees = "".join(
        path(f"M{w * x:.1f} {y - 26}l8 26h-16Z", fill="#2f4238") for x, y in ((0.08, 92), (0.2, 88), (0.93, 92))
    )
    return sky + far + near + trees
