"""Where the key light stands, seen from above and from the side, and where it should stand."""

from __future__ import annotations

from math import isfinite, tanh

from framing.overlay.sketch import Blot, Ink, Sketch, Trace, Turned, Word, arc, box
from framing.types import Absent, Band, Judgement, Judgements, Message, Point, State, Viewer, filled

ASPECT = 3.0
PLAN, PROFILE = Point(0.66, 0.34), Point(2.07, 0.52)  # the middle of the head from above and from the side
HEAD, AWAY = 0.14, 0.43  # its radius, and from there to the lamp, heights of the drawing
_CAMERA_BELOW, _CAMERA_RIGHT = 90.0, 0.0  # degrees from 3 o'clock at which the camera stands
_EVEN = 0.3  # stops below which there is no side to speak of (docs/measures.md, "Key and fill")
_DEEP = 3.0  # stops at which a shadow is drawn as dark as it gets: 8 to 1
_WITHIN = 0.3  # of the band's width: where in it a lamp is wanted that stands outside

_FRONT: tuple[Message, ...] = ("the front", "the front and above", "the front and below")
_YOURS: tuple[tuple[Message, ...], ...] = (
    _FRONT,
    ("your left", "your left and above", "your left and below"),
    ("your right", "your right and above", "your right and below"),
)
_THEIRS: tuple[tuple[Message, ...], ...] = (
    _FRONT,
    ("their left", "their left and above", "their left and below"),
    ("their right", "their right and above", "their right and below"),
)


def lamp(judgements: Judgements, viewer: Viewer) -> Sketch | Absent:
    """The key light about the sitter as that viewer sees them; Absent where the light on the face is not read.

    From above always, from the side where its height is read. Where a reading misses its band, a lamp in outline stands
    inside it, and a tip points there.
    """
    read = {j.measure.name: j for j in judgements}
    side, height = read["key_side"], read["light_height"]
    if isinstance(side.value, Absent):
        return side.value
    leftward = 1.0 if viewer.mirrored else -1.0
    depth = min(1.0, abs(side.value) / _DEEP)
    plan = (*_from_above(), *_lit(PLAN, _CAMERA_BELOW, leftward, side, side.value, depth))
    ratio = Word(filled("{ratio:.1f}:1", ratio=2 ** abs(side.value)), Point(1.48, 0.5), 0.2, Ink.NUMBER)
    if isinstance(height.value, Absent):
        return Sketch(ASPECT, (*plan, ratio), _says(side.value, 0.0, viewer))
    profile = (*_from_the_side(), *_lit(PROFILE, _CAMERA_RIGHT, -1.0, height, height.value, depth))
    return Sketch(ASPECT, (*plan, ratio, *profile), _says(side.value, height.value, viewer))


def asked_lamp(side: float, above: float, turn: float, viewer: Viewer) -> Sketch:
    """A lamp as an exercise asks for it, seen from above, in stops as `lamp` reads them; the head turned by degrees.

    `turn` is + to the sitter's left.
    """
    leftward = 1.0 if viewer.mirrored else -1.0
    way, camera, shoulders, nose, head = _parts_from_above()
    hood, beam, shade = _lamp_at(PLAN, min(1.0, abs(side) / _DEEP))
    shapes = (
        way, *camera, shoulders, Turned(PLAN, leftward * turn, (nose, head)),
        Turned(PLAN, _CAMERA_BELOW + leftward * degrees(side), (beam, shade, hood)),
    )  # fmt: skip
    return Sketch(2.0 * PLAN.x, shapes, _says(side, above, viewer))


def degrees(stops: float) -> float:
    """How far off the camera's side the light stands, -90..90; a face shows stops, of which this makes an angle.

    A photographer's patterns come to stand at their angles: loop (0.8 stops) at 34, Rembrandt (1.2) at 48, split (2 and
    more) from 69 on (docs/practice.md, "Patterns").
    """
    return 90.0 * tanh(stops / 2.0)


def _lit(head: Point, camera: float, way: float, judged: Judgement, value: float, depth: float) -> tuple[Turned, ...]:
    """The lamp with its light and shade on the head, drawn at 3 o'clock and turned; then where it should stand."""
    lamp, beam, shade = _lamp_at(head, depth)
    hood, lit = lamp.points, (beam, shade, lamp)
    off = judged.band is not None and judged.state in (State.LOW, State.HIGH)
    goal = _inside(judged.band, judged.state) if judged.band is not None and off else value
    there = 1.0 if off else 0.0
    from_there = -15.0 if (goal - value) * way > 0 else 15.0  # degrees; the tip stands on the lamp's side of its goal
    tip_at = arc(head, AWAY, AWAY, from_there, from_there * 2.1)
    tip = (_beside(tip_at[-1], head, 0.07), tip_at[0], _beside(tip_at[-1], head, -0.07))
    wanted = (Trace((*hood, hood[0]), Ink.WANTED, there), Blot(tip, Ink.WANTED, there))
    return Turned(head, camera + way * degrees(value), lit), Turned(head, camera + way * degrees(goal), wanted)


def _lamp_at(head: Point, depth: float) -> tuple[Blot, Blot, Blot]:
    """A lamp at 3 o'clock of the head, its beam, and what it leaves dark."""
    near, far = head.x + AWAY - 0.06, head.x + AWAY + 0.06
    hood = tuple(Point(x, head.y + y) for x, y in ((near, -0.12), (far, -0.05), (far, 0.05), (near, 0.12)))
    beam = (hood[0], Point(head.x, head.y - HEAD), Point(head.x, head.y + HEAD), hood[3])
    shade = arc(head, HEAD, HEAD, 90.0, 270.0)
    return Blot(hood, Ink.LIGHT), Blot(beam, Ink.LIGHT, 0.16), Blot(shade, Ink.SHADE, 0.85 * depth)


def _inside(band: Band, state: State) -> float:
    """A place well inside the band, at the side that was missed; an open band has only its end."""
    room = _WITHIN * (band.high - band.low)
    room = room if isfinite(room) else 0.0
    return band.low + room if state is State.LOW else band.high - room


def _beside(place: Point, head: Point, by: float) -> Point:
    """The place moved straight away from the head."""
    share = 1.0 + by / AWAY
    return Point(head.x + (place.x - head.x) * share, head.y + (place.y - head.y) * share)


def _from_above() -> tuple[Blot | Trace, ...]:
    """The same as one list."""
    way, camera, shoulders, nose, head = _parts_from_above()
    return way, *camera, shoulders, nose, head


def _parts_from_above() -> tuple[Trace, tuple[Blot, Blot], Blot, Blot, Blot]:
    """The way round the sitter, the camera below, shoulders, nose and head."""
    x, y = PLAN
    nose = Point(x - 0.035, y + HEAD - 0.01), Point(x, y + HEAD + 0.05), Point(x + 0.035, y + HEAD - 0.01)
    return (
        Trace(arc(PLAN, AWAY, AWAY, 0.0, 180.0), Ink.STAGE),
        _camera(Point(x, 0.955), 0.07, 0.045, Point(x, 0.9)),
        Blot(arc(Point(x, y - 0.05), 0.29, 0.1), Ink.STAGE),
        Blot(nose, Ink.SITTER),
        Blot(arc(PLAN, HEAD, HEAD), Ink.SITTER),
    )


def _from_the_side() -> tuple[Blot | Trace, ...]:
    """The same with the camera at the right."""
    x, y = PROFILE
    nose = Point(x + HEAD - 0.02, y - 0.02), Point(x + HEAD + 0.045, y + 0.04), Point(x + HEAD - 0.02, y + 0.06)
    bust = (-0.08, 0.08), (0.06, 0.1), (0.06, 0.2), (0.17, 0.28), (0.2, 0.48), (-0.25, 0.48), (-0.2, 0.28), (-0.1, 0.2)
    return (
        Trace(arc(PROFILE, AWAY, AWAY, -75.0, 75.0), Ink.STAGE),
        *_camera(Point(2.86, y), 0.045, 0.07, Point(2.8, y)),
        Blot(tuple(Point(x + across, y + down) for across, down in bust), Ink.STAGE),
        Blot(nose, Ink.SITTER),
        Blot(arc(PROFILE, HEAD, HEAD), Ink.SITTER),
    )


def _camera(at: Point, across: float, down: float, lens: Point) -> tuple[Blot, Blot]:
    body = box(at.x - across, at.y - down, at.x + across, at.y + down)
    return Blot(body, Ink.STAGE), Blot(arc(lens, 0.03, 0.03), Ink.STAGE)


def _says(side: float, height: float, viewer: Viewer) -> Message:
    across = 0 if abs(side) < _EVEN else 1 if side > 0 else 2
    up = 0 if abs(height) < _EVEN else 1 if height > 0 else 2
    place = (_YOURS if viewer.sitter else _THEIRS)[across][up]
    return filled("The light comes from {place}, {ratio:.1f} to 1", place=place, ratio=2 ** abs(side))
