"""The whole sitter, head to foot in head units, and everyone in the frame."""

from __future__ import annotations

from math import cos, radians, sin

from framing.page.drawing.head import head, shadow_depth, shadow_side
from framing.page.drawing.place import COLLAR, JOINTS, NECK, place
from framing.page.drawing.shapes import Point, group, line, number, oval, path
from framing.page.drawing.tones import SHADE, SITTERS, Sitter, dimmed, mix
from framing.page.drawing.value import Drawing

_APART = 1.2  # heads between neighbours
_GHOSTS = 7  # copies that make a shaken picture


def people(drawing: Drawing) -> str:
    """Everyone, in drawing units: the main sitter last, in front."""
    x, y, size = place(drawing)
    first = -_APART * (drawing.people - 1) / 2
    order = sorted(range(drawing.people), key=lambda i: i != 1)  # the middle one of three stands behind
    return "".join(
        group(_shaken(drawing, _one(drawing, dimmed(SITTERS[i], drawing.dim))),
              transform=f"translate({number(x + (first + i * _APART) * size)} {number(y)})scale({number(size)})")
        for i in order
    )  # fmt: skip


def _shaken(drawing: Drawing, sitter: str) -> str:
    if not drawing.blur:
        return sitter
    # Copies side by side rather than a filter: a filter needs an id, and older Safari knows none inside an SVG.
    shifts = [drawing.blur * 0.13 * (i / (_GHOSTS - 1) - 0.5) for i in range(_GHOSTS)]
    # The i-th copy covers the ones below by 1/i, so that all weigh the same in the end.
    return "".join(
        group(sitter, transform=f"translate({number(shift)} {number(shift / 3)})", opacity=1 / (i + 1))
        for i, shift in enumerate(shifts)
    )


def _one(drawing: Drawing, tones: Sitter) -> str:
    return "".join(
        (
            _legs(tones),
            group(
                _arms(drawing, tones),
                _torso(drawing, tones),
                transform=_about(COLLAR, -drawing.shoulder_tilt) + _turned(drawing.body_yaw),
            ),
            group(head(drawing, tones), transform=_about(NECK, -drawing.roll)),
            _hands(drawing, tones),
        )
    )


def _about(point: Point, degrees: float) -> str:
    return f"rotate({number(degrees)} {number(point[0])} {number(point[1])})"


def _turned(degrees: float) -> str:
    """A turned body is narrower, and its near side is the one turned away from."""
    across, aside = cos(radians(degrees)), -0.08 * sin(radians(degrees))
    return f"matrix({number(across)} 0 0 1 {number(aside)} 0)" if degrees else ""


def _legs(tones: Sitter) -> str:
    dark = mix(tones.sleeve, SHADE, 0.45)
    return "".join(
        line(*((side * JOINTS[j][0], JOINTS[j][1]) for j in ("hip", "knee", "ankle")), stroke=dark, stroke_width=0.5)
        + oval((side * 0.42, 7.36), 0.3, 0.14, mix(tones.hair, SHADE, 0.3))
        for side in (-1, 1)
    )


def _arms(drawing: Drawing, tones: Sitter) -> str:
    hanging = [side for side in (-1, 1) if side not in _raised(drawing)]
    return "".join(
        oval((side * 0.98, 4.16), 0.13, 0.22, tones.face)
        + line(*((side * JOINTS[j][0], JOINTS[j][1] + 0.1) for j in ("shoulder", "elbow", "wrist")),
               stroke=tones.sleeve, stroke_width=0.38)
        for side in hanging
    )  # fmt: skip


def _raised(drawing: Drawing) -> tuple[int, ...]:
    return ((), (1,), (-1, 1))[drawing.hands]


def _torso(drawing: Drawing, tones: Sitter) -> str:
    halves = {side: _half(side) for side in (-1, 1)}
    shirt = path(halves[-1] + halves[1], fill=tones.shirt)
    neck = path("M-.17 .8V1.16Q0 1.36 .17 1.16V.8Z", fill=mix(tones.face, SHADE, 0.22))
    side = shadow_side(drawing)
    if side is None:
        return shirt + neck
    dark = {"fill": SHADE, "fill_opacity": shadow_depth(drawing.light)}
    return (
        shirt + path(halves[side], **dark) + neck + path(f"M0 .8V1.26Q{side * 0.1} 1.24 {side * 0.17} 1.16V.8Z", **dark)
    )


def _half(side: int) -> str:
    points = ((0.19, 1.1), (0.24, 1.28), (0.5, 1.28), (0.76, 1.38), (0.98, 1.46), (1.02, 1.62), (1.02, 1.8),
              (0.66, 2.1), (0.58, 3.0), (0.62, 4.2))  # fmt: skip
    p = [f"{number(side * x)} {number(y)}" for x, y in points]
    return f"M0 1.1L{p[0]}C{p[1]} {p[2]} {p[3]}C{p[4]} {p[5]} {p[6]}L{p[7]}L{p[8]}L{p[9]}L0 4.2Z"


def _hands(drawing: Drawing, tones: Sitter) -> str:
    light = mix(tones.face, "#ffffff", 0.12)
    fold = mix(tones.face, SHADE, 0.35)
    return "".join(
        line((side * 1.0, 2.5), (side * 0.5, 1.3), stroke=mix(tones.sleeve, SHADE, 0.2), stroke_width=0.34)
        + oval((side * 0.38, 1.08), 0.16, 0.17, light)
        + "".join(
            line((side * (0.26 + 0.08 * i), 1.08), (side * (0.24 + 0.08 * i), 0.9 + 0.02 * i), stroke=light,
                 stroke_width=0.085)
            + line((side * (0.3 + 0.08 * i), 1.06), (side * (0.285 + 0.08 * i), 0.93 + 0.02 * i), stroke=fold,
                   stroke_width=0.016)
            for i in range(3)
        )
        for side in _raised(drawing)
    )  # fmt: skip
