"""A drawing as SVG: the scene, the frame around it, and a sign that says how it stands."""

from __future__ import annotations

from enum import StrEnum
from html import escape

from framing.page.drawing.behind import behind
from framing.page.drawing.figure import people
from framing.page.drawing.guides import guides
from framing.page.drawing.shapes import box, group, line, number, oval, path
from framing.page.drawing.tones import ACCENT, CASTS, DIM, GOOD, INK, PANEL, PORTRAIT, WARN
from framing.page.drawing.value import HEIGHT, Drawing


class Standing(StrEnum):
    """What an example stands for: right or off; a place on a scale that nobody judges; a side of the verdict."""

    RIGHT = "right"
    OFF = "off"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"
    PORTRAIT = "portrait"
    BETWEEN = "between"
    HEADSHOT = "headshot"


_COLOURS = {
    Standing.RIGHT: GOOD, Standing.OFF: WARN,
    Standing.LITTLE: DIM, Standing.SOME: DIM, Standing.MUCH: DIM,
    Standing.PORTRAIT: PORTRAIT, Standing.BETWEEN: DIM, Standing.HEADSHOT: ACCENT,
}  # fmt: skip
_ON_SCALE = {
    Standing.LITTLE: -1, Standing.SOME: 0, Standing.MUCH: 1,
    Standing.PORTRAIT: -1, Standing.BETWEEN: 0, Standing.HEADSHOT: 1,
}  # fmt: skip


def svg(drawing: Drawing, label: str, standing: Standing) -> str:
    """The drawing as one SVG element, 120 units high, with the label for screen readers.

    The scene is mirrored like the sitter's own preview: their left is on the left. It is a group of class `fg-scene`,
    so `transform: none` in a stylesheet shows it as the camera sees it. No ids: many may stand in one document.
    """
    w = drawing.width
    scene = group(
        behind(drawing),
        people(drawing),
        _cast(drawing),
        guides(drawing),
        **{"class": "fg-scene"},
        transform=f"matrix(-1 0 0 1 {number(w)} 0)",
    )
    if drawing.quarter_turns:
        scene = group(scene, transform=f"rotate({90 * drawing.quarter_turns} {number(w / 2)} {number(HEIGHT / 2)})")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(w)} {number(HEIGHT)}" role="img" '
        f'aria-label="{escape(label)}">'
        # An inner svg cuts off what leaves the frame, without a clip path and its id.
        f'<svg width="{number(w)}" height="{number(HEIGHT)}">{scene}</svg>'
        f"{_frame(drawing, standing)}{_sign(w, standing)}</svg>"
    )


def _cast(drawing: Drawing) -> str:
    if drawing.cast == "none":
        return ""
    return box(0, 0, drawing.width, HEIGHT, CASTS[drawing.cast], fill_opacity=0.34)


def _frame(drawing: Drawing, standing: Standing) -> str:
    w, colour = drawing.width, _COLOURS[standing]
    edge = box(0.75, 0.75, w - 1.5, HEIGHT - 1.5, "none", stroke=colour, stroke_width=1.5)
    if not drawing.circle:
        return edge
    r = min(w, HEIGHT) / 2 - 1.5
    arc = f"a{number(r)} {number(r)} 0 1 0"
    ring = f"M{number(w / 2 - r)} 60{arc} {number(2 * r)} 0{arc} {number(-2 * r)} 0Z"
    shaded = path(f"M0 0H{number(w)}V120H0Z{ring}", fill=PANEL, fill_opacity=0.72, fill_rule="evenodd")
    return shaded + path(ring, fill="none", stroke=colour, stroke_width=1.5)


def _sign(width: float, standing: Standing) -> str:
    colour = _COLOURS[standing]
    if standing in _ON_SCALE:
        x, y = width - 18, HEIGHT - 10
        pill = box(x - 13, y - 5.5, 26, 11, PANEL, rx=5.5)
        rail = line((x - 8, y), (x + 8, y), stroke=DIM, stroke_width=1.2)
        return pill + rail + oval((x + 8 * _ON_SCALE[standing], y), 3, 3, INK if colour == DIM else colour)
    x, y = width - 12, HEIGHT - 12
    mark = (
        line((x - 4, y), (x - 1, y + 3.2), (x + 4.4, y - 3.6), stroke=colour, stroke_width=2.2)
        if standing is Standing.RIGHT
        else path(f"M{number(x)} {number(y - 4.8)}l4.8 8.4h-9.6Z", fill=colour)
    )
    return oval((x, y), 8.5, 8.5, PANEL) + mark
