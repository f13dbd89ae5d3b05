"""The light that a step of a drill asks for, drawn twice: on the face, and seen from above."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from framing.overlay.lamp import asked_lamp
from framing.page.drawing.figure import people
from framing.page.drawing.shapes import group, number
from framing.page.drawing.sketch import sketch_svg
from framing.page.drawing.value import HEIGHT, Drawing
from framing.say import Language
from framing.school.values import Step
from framing.types import Band, Viewer


class AskedLight(NamedTuple):
    """Stops between the cheeks, + with the sitter's left brighter, from below to above, and the head's turn."""

    side: float
    above: float
    turn: float  # degrees, + to the sitter's left


class LightDrawings(NamedTuple):
    """Both as SVG."""

    face: str
    above: str


# Where each pattern is plainest, in the stops that a face shows (docs/measures.md, "Patterns of light").
_PATTERNS: Mapping[str, AskedLight] = {
    "flat": AskedLight(0.0, 0.3, 0.0),
    "loop": AskedLight(0.8, 1.0, 0.0),
    "Rembrandt": AskedLight(1.6, 1.2, 0.0),
    "butterfly": AskedLight(0.0, 2.0, 0.0),
    "split": AskedLight(2.8, 0.0, 0.0),
}
_TURN = 25.0  # degrees: enough for a near and a far side of the face
_SIDED = 1.2  # stops where only the side is asked for
_FIGURE = Drawing(aspect=1.0, head=0.7, top=0.05, smile=0.35)


def asked_light(step: Step) -> AskedLight | None:
    """What the step asks of the light; None where it asks for no place of a lamp."""
    asked, found = _PATTERNS.get(step.pattern), step.pattern in _PATTERNS
    side, above, turn = asked or AskedLight(0.0, 0.6, 0.0)
    bands = {name: band for name, band in step.preset.musts.items() if name in step.counts}
    ratio, way, short = (bands.get(name) for name in ("key_to_fill", "key_side", "broad_short"))
    if ratio is not None and ratio.low > 0.0:
        side, found = _middle(ratio), True
    if short is not None and (short.low > 0.0 or short.high < 0.0):
        side, turn, found = max(side, _SIDED), _TURN if short.low > 0.0 else -_TURN, True
    if way is not None and (way.low > 0.0 or way.high < 0.0):
        side, found = _middle(way), True
    height = bands.get("light_height")
    if found and asked is None and height is not None:
        above = _middle(height)
    return AskedLight(side, above, turn) if found else None


def _middle(band: Band) -> float:
    low, high = band
    if isfinite(low) and isfinite(high):
        return (low + high) / 2.0
    return low if isfinite(low) else high


def light_drawings(asked: AskedLight, viewer: Viewer, spoken: Language) -> LightDrawings:
    """The two drawings as that viewer sees the sitter; the second says in words what both show."""
    sketch = asked_lamp(*asked, viewer)
    return LightDrawings(_face(asked, viewer), sketch_svg(sketch, spoken))


def _face(asked: AskedLight, viewer: Viewer) -> str:
    light, above = (max(-3.0, min(3.0, stops)) for stops in asked[:2])
    figure = people(_FIGURE.model_copy(update={"light": light, "above": above, "yaw": asked.turn}))
    turned = group(figure, transform=f"matrix(-1 0 0 1 {number(_FIGURE.width)} 0)") if viewer.mirrored else figure
    view = f"0 0 {number(_FIGURE.width)} {number(HEIGHT)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" aria-hidden="true">{turned}</svg>'
