"""The head: hair, face and what the light and the mood make of it, in head units."""

from __future__ import annotations

from math import cos, radians, sin

from framing.page.drawing.place import EYE_GAP, EYE_LINE, face_shift
from framing.page.drawing.shapes import group, line, number, oval, path
from framing.page.drawing.tones import PAPER, RED, SHADE, Sitter
from framing.page.drawing.value import Drawing

_EVEN = 0.3  # stops between the cheeks that nobody sees
_MIDDLE, _RX, _RY = 0.6, 0.315, 0.4  # the face's oval
_TIP = 0.0035  # how far a degree of pitch moves the face's middle down


def head(drawing: Drawing, tones: Sitter) -> str:
    """The head from the front with the drawing's look, or from behind."""
    if drawing.away:
        return oval((-0.34, 0.62), 0.05, 0.09, tones.face) + oval((0.34, 0.62), 0.05, 0.09, tones.face) + _nape(tones)
    shift = face_shift(drawing.yaw)
    front = number(cos(radians(drawing.yaw)))  # a turned face is seen narrower
    looks = (
        _clipped(drawing),
        _eyes(drawing, tones),
        _brows(drawing, tones),
        _nose(drawing, tones),
        _mouth(drawing, tones),
        _over(drawing, tones),
    )
    return "".join(
        (
            path("M-.37 .62C-.42 .2-.28 0 0 0S.42 .2 .37 .62Z", fill=tones.hair),
            oval((shift * 0.35, _MIDDLE), _RX, _RY, tones.face),
            _ears(drawing, tones, shift),
            _hairline(tones, shift),
            _shade(drawing, shift),
            _raking(drawing, shift),
            group(*looks, transform=f"matrix({front} 0 0 1 {number(shift)} {number(_TIP * drawing.pitch)})"),
        )
    )


def shadow_side(drawing: Drawing) -> int | None:
    """The side that the light leaves dark: the sitter's right (-1), left (1), or None in even light."""
    return None if abs(drawing.light) < _EVEN else -1 if drawing.light > 0 else 1


def shadow_depth(stops: float) -> float:
    """How dark what the light leaves is, 0..0.8: a step for every stop."""
    return min(0.8, 0.1 + 0.23 * abs(stops))


def _nape(tones: Sitter) -> str:
    return path("M-.33 .8C-.46 .3-.32 0 0 0S.46 .3 .33 .8C.2 .92-.2 .92-.33 .8Z", fill=tones.hair)


def _ears(drawing: Drawing, tones: Sitter, shift: float) -> str:
    # The ear on the side that the face turns to goes out of sight.
    sides = [side for side in (-1, 1) if side * drawing.yaw < 15]
    return "".join(oval((side * 0.33 + 0.8 * shift, 0.6), 0.05, 0.09, tones.face) for side in sides)


def _hairline(tones: Sitter, shift: float) -> str:
    peak = [number(x + shift) for x in (0.22, 0.0, -0.22)]
    return path(
        "M-.36 .56C-.42 .16-.26 .02 0 .02S.42 .16 .36 .56C.33 .44 .3 .36"
        f" {peak[0]} .31Q{peak[1]} .22 {peak[2]} .31C-.3 .36-.33 .44-.36 .56Z",
        fill=tones.hair,
    )


def _shade(drawing: Drawing, shift: float) -> str:
    side = shadow_side(drawing)
    if side is None:
        return ""
    x = [number(shift + side * x) for x in (0.02, 0.0, 0.06, 0.01)]
    outside = "C.28 0 .42 .2 .37 .56L.38 .66L.32 .7C.28 .9 .16 1 0 1" if side > 0 else (
        "C-.28 0-.42 .2-.37 .56L-.38 .66L-.32 .7C-.28 .9-.16 1 0 1")  # fmt: skip
    nose = f"L{x[0]} .8L{x[1]} .74L{x[2]} .71L{x[3]} .5L{x[1]} .3Z"
    return path(f"M0 0{outside}{nose}", fill=SHADE, fill_opacity=shadow_depth(drawing.light))


def _raking(drawing: Drawing, shift: float) -> str:
    """What a light from above leaves dark: eye sockets, under nose and lip; what one from below does: the forehead."""
    if abs(drawing.above) < _EVEN:
        return ""
    dark = {"fill_opacity": shadow_depth(drawing.above)}
    if drawing.above < 0:
        return group(path("M-.31 .55Q0 .68 .31 .55C.31 .3 .2 .2 0 .2S-.31 .3-.31 .55Z", fill=SHADE, **dark),
                     transform=f"translate({number(shift)} 0)")  # fmt: skip
    hollows = ((-EYE_GAP, EYE_LINE, 0.1, 0.08), (EYE_GAP, EYE_LINE, 0.1, 0.08), (0.0, 0.755, 0.06, 0.035),
               (0.0, 0.915, 0.11, 0.03))  # fmt: skip
    return "".join(oval((x + shift, y), rx, ry, SHADE, **dark) for x, y, rx, ry in hollows)


def _clipped(drawing: Drawing) -> str:
    marks = ((-0.03, 0.37, 0.16, 0.07), (0.0, 0.6, 0.035, 0.12), (0.18, 0.7, 0.075, 0.09))
    size = drawing.burnt
    bright = "".join(oval((x, y), rx * size, ry * size, PAPER) for x, y, rx, ry in marks) if size else ""
    if not drawing.blocked:
        return bright
    x = number(0.32 - 0.28 * drawing.blocked)
    d = f"M.2 .3C.36 .42 .36 .72 .2 .91Q.1 1 0 1Q{x} .9 {x} .72L.02 .7Q{x} .5 0 .46Q.1 .44 .2 .3Z"
    return bright + path(d, fill="#000000", transform=f"scale({shadow_side(drawing) or 1} 1)")


def _eyes(drawing: Drawing, tones: Sitter) -> str:
    if drawing.eyes < 0.2:
        lids = (f"M{number(s * EYE_GAP - 0.065)} {EYE_LINE}q.065 .05 .13 0" for s in (-1, 1))
        return "".join(
            path(d, fill="none", stroke=tones.line, stroke_width=0.028, stroke_linecap="round") for d in lids
        )
    ry = 0.042 * drawing.eyes * (1.0 + 0.35 * drawing.emotion)
    if drawing.gaze:  # the white shows where the eye has turned from
        return "".join(
            oval((s * EYE_GAP, EYE_LINE), 0.075, ry, PAPER)
            + oval((s * EYE_GAP + 0.036 * drawing.gaze, EYE_LINE), 0.036, ry, tones.line)
            for s in (-1, 1)
        )
    return "".join(oval((s * EYE_GAP, EYE_LINE), 0.042, ry, tones.line) for s in (-1, 1)) + _catchlights(drawing)


def _catchlights(drawing: Drawing) -> str:
    if drawing.catchlight is None:
        return ""
    angle = radians(30.0 * drawing.catchlight)
    x, y = 0.024 * sin(angle), EYE_LINE - 0.024 * cos(angle)
    return "".join(oval((s * EYE_GAP + x, y), 0.017, 0.017, PAPER) for s in (-1, 1))


def _brows(drawing: Drawing, tones: Sitter) -> str:
    y = EYE_LINE - 0.095 - 0.05 * drawing.emotion
    inner = y + 0.005 - 0.05 * drawing.emotion  # joy and sorrow both lift the inner ends
    return "".join(
        line((s * 0.21, y + 0.012), (s * 0.09, inner), stroke=tones.hair, stroke_width=0.026) for s in (-1, 1)
    )


def _nose(drawing: Drawing, tones: Sitter) -> str:
    lean = face_shift(drawing.yaw) * 0.25 + 0.02
    return path(f"M{number(lean)} .6q.02 .08 .03 .1q-.03 .03-.08 .02", fill="none", stroke=tones.line,
                stroke_width=0.02, stroke_opacity=0.55, stroke_linecap="round")  # fmt: skip


def _mouth(drawing: Drawing, tones: Sitter) -> str:
    if drawing.emotion > 0.3:
        return oval((0.0, 0.845), 0.075, 0.085 * drawing.emotion, tones.line)
    half = 0.09 + 0.05 * drawing.smile
    dip = 0.13 * drawing.smile
    low = 0.82 - dip / 4
    bow = f"M{number(-half)} {number(low)}Q0 {number(low + dip)} {number(half)} {number(low)}"
    if drawing.smile > 0.8:
        teeth = f"{bow}Q0 {number(low + 0.02)} {number(-half)} {number(low)}Z"
        return path(teeth, fill=PAPER, stroke=tones.line, stroke_width=0.025, stroke_linejoin="round")
    return path(bow, fill="none", stroke=tones.line, stroke_width=0.028, stroke_linecap="round")


def _over(drawing: Drawing, tones: Sitter) -> str:
    """What lies over the face: dark lenses, lenses that mirror a lamp, a lock of hair, a mask; or pupils lit red."""
    y, lens = EYE_LINE + 0.01, (0.105, 0.075)
    match drawing.over:
        case "lenses":
            return "".join(oval((s * EYE_GAP, y), *lens, SHADE) for s in (-1, 1)) + _bridge(y)
        case "reflection":
            rims = "".join(oval((s * EYE_GAP, y), 0.115, 0.085, SHADE) for s in (-1, 1))
            return rims + "".join(oval((s * EYE_GAP, y), *lens, PAPER) for s in (-1, 1)) + _bridge(y)
        case "hair":
            return path("M-.05 .06C.02 .3 .1 .5 .08 .74C.24 .7 .3 .4 .22 .1Z", fill=tones.hair)
        case "mask":
            return path("M-.29 .7Q0 .62 .29 .7C.28 .92 .16 1.01 0 1.01S-.28 .92-.29 .7Z", fill=PAPER)
        case "red":
            return "".join(oval((s * EYE_GAP, EYE_LINE), 0.022, 0.022, RED) for s in (-1, 1))
    return ""


def _bridge(y: float) -> str:
    return line((-EYE_GAP + 0.1, y), (EYE_GAP - 0.1, y), stroke=SHADE, stroke_width=0.022)
