"""A sketch of the overlay as SVG: the same display list that becomes pixels below a still."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from framing.overlay import theme
from framing.overlay.sketch import Blot, Ink, Sketch, Trace, Turned, Word
from framing.page.drawing.shapes import group, number, tag
from framing.say import Language, translate

UNITS = 100.0  # of the SVG to a height of the drawing


def sketch_svg(sketch: Sketch, language: Language) -> str:
    """One SVG element; what turns is a group whose style turns it, so that the page can let it go there slowly."""
    shapes = "".join(_shape(shape, language) for shape in sketch.shapes)
    view = f"0 0 {number(sketch.aspect * UNITS)} {number(UNITS)}"
    says = escape(translate(language, sketch.says))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img" aria-label="{says}">'
    return f"{head}{shapes}</svg>"


def _shape(shape: Blot | Trace | Word | Turned, language: Language) -> str:
    return _word(shape, language) if isinstance(shape, Word) else _drawn(shape)


# From look to look most shapes stay where they are. Typed: a blot and a trace of the same points are equal tuples.
@lru_cache(maxsize=1024, typed=True)
def _drawn(shape: Blot | Trace | Turned) -> str:
    if isinstance(shape, Turned):
        origin = f"{number(shape.about.x * UNITS)}px {number(shape.about.y * UNITS)}px"
        style = f"transform-origin:{origin};transform:rotate({number(shape.degrees)}deg)"
        return group(*(_drawn(inner) for inner in shape.shapes), style=style)
    colour, weight = _hex(shape.ink), number(theme.FINE * UNITS)
    d = "M" + "L".join(f"{number(x * UNITS)} {number(y * UNITS)}" for x, y in shape.points)
    if isinstance(shape, Blot):
        return tag("path", d=f"{d}Z", fill=colour, opacity=shape.cover)
    pen = {"fill": "none", "stroke": colour, "stroke_width": weight, "stroke_linejoin": "round"}
    return tag("path", d=d, **pen, opacity=shape.cover)


def _word(word: Word, language: Language) -> str:
    x, y, size = (number(value * UNITS) for value in (word.at.x, word.at.y, word.size))
    anchor, weight = "middle" if word.centred else "start", 600 if word.ink is Ink.NUMBER else 400
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{_hex(word.ink)}" '
        f'text-anchor="{anchor}" dominant-baseline="central">{escape(translate(language, word.text))}</text>'
    )


def _hex(ink: Ink) -> str:
    return "#" + bytes(theme.INKS[ink]).hex()
