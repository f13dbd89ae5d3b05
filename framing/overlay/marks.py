"""From what was seen and what is told, the display list of one picture."""

from __future__ import annotations

from enum import StrEnum

from framing.overlay.guides import contours, eye_level, shoulder_line, targets
from framing.overlay.shapes import Box, Caption, Marks, Spot, Status, Stroke
from framing.parts import figure, shoulders
from framing.say import Told, translate
from framing.say.told import ToldCue
from framing.types import Absent, Guidance, Scene, Viewer

ROOM = 0.1  # kept free round a head, in face heights: a line that ends right at the skin looks drawn over it
LEAST = 0.012  # of it, in viewfinder heights: lines and their halos have a width, however small the head


class Landmarks(StrEnum):
    """How much of what the guide sees is drawn.

    Light keeps off the face: the level of the eyes beside the head, and the shoulders. Full adds the contours of each
    face, the only thing ever drawn over it, because the person has asked to see them there.
    """

    OFF = "off"
    LIGHT = "light"
    FULL = "full"


def marks(
    scene: Scene,
    guidance: Guidance,
    told: Told,
    viewer: Viewer,
    landmarks: Landmarks = Landmarks.LIGHT,
    *,
    captions: bool = True,
) -> Marks:
    """What to draw over this frame, in viewfinder heights of the unmirrored picture; total.

    Without captions it is for a screen that says their words beside the picture.
    """
    clear = _heads(scene)
    strokes, labels = targets(scene, guidance, translate(told.language, "eyes here"))
    if landmarks is not Landmarks.OFF:
        strokes += _landmarks(scene, guidance, clear)
    return Marks(
        shade="rectangle" if guidance.preset is None else guidance.preset.shape,
        strokes=strokes,
        labels=labels,
        over_face=tuple(s for f in scene.faces for s in contours(f)) if landmarks is Landmarks.FULL else (),
        captions=_captions(told, viewer) if captions else (),
        clear=clear,
        mirrored=viewer.mirrored,
    )


def _heads(scene: Scene) -> tuple[Box, ...]:
    """The heads with some room round them; the one a body must have, where no face can be read."""
    body = figure(scene)
    if scene.faces or isinstance(body, Absent):
        return tuple(_widened(face.box, face.height) for face in scene.faces)
    (x, top), height = body.head_top, body.head_height
    return (_widened((x - 0.4 * height, top, x + 0.4 * height, top + height), 0.5 * height),)


def _widened(box: tuple[float, float, float, float], face_height: float) -> Box:
    left, top, right, bottom = box
    room = max(ROOM * face_height, LEAST)
    return Box(left - room, top - room, right + room, bottom + room)


def _landmarks(scene: Scene, guidance: Guidance, clear: tuple[Box, ...]) -> tuple[Stroke, ...]:
    strokes = tuple(s for face, box in zip(scene.faces, clear, strict=False) for s in eye_level(face, box))
    found = shoulders(scene)
    return strokes if isinstance(found, Absent) else (*strokes, shoulder_line(found, guidance))


def _captions(told: Told, viewer: Viewer) -> tuple[Caption, ...]:
    """The one thing to say first, because it chooses its place first; then the verdict."""
    badge = _badge(told, viewer)
    return (badge,) if told.cue is None else (_cue(told.cue), badge)


_STATUS = {"must": Status.CARE, "ok": Status.GOOD}


def _cue(cue: ToldCue) -> Caption:
    status = _STATUS.get(cue.kind, Status.PLAIN)
    return Caption(cue.text, Spot.LOW, status, cue.hint, cue.arrow, must_show=True)


def _badge(told: Told, viewer: Viewer) -> Caption:
    """What it reads as; a tick only once it is ready, and a number only on a still.

    A moving picture is painted before its number can stand beside it, and two numbers would be seen for one verdict.
    """
    headline = told.headline
    sure = headline.sure if viewer is Viewer.STILL else ""
    settled = told.ready and not headline.beside
    status = Status.GOOD if settled else Status.PLAIN if headline.agrees or not headline.beside else Status.CARE
    return Caption(headline.name.upper(), Spot.TOP_LEFT, status, " · ".join(filter(None, (sure, headline.beside))))
