"""From what was seen and what is to be said, the display list of one picture."""

from __future__ import annotations

from enum import StrEnum

from framing.overlay.guides import contours, eye_level, shoulder_line, targets
from framing.overlay.shapes import Box, Caption, Marks, Spot, Status, Stroke
from framing.overlay.trim import trimmed
from framing.parts import figure, shoulders
from framing.types import Absent, Cue, Guidance, Scene, Severity, Viewer

ROOM = 0.1  # kept free round a head, in face heights: a line that ends at the very skin still looks drawn over it
LEAST = 0.012  # of it, in viewfinder heights: lines and their halos have a width, however small the head


class Landmarks(StrEnum):
    """How much of what the guide sees is drawn.

    Light keeps off the face: the level of the eyes beside the head, and the shoulders. Full adds the contours of each
    face, the one thing ever drawn over it, because whoever asked for it wants to see them there.
    """

    OFF = "off"
    LIGHT = "light"
    FULL = "full"


def marks(
    scene: Scene,
    guidance: Guidance,
    viewer: Viewer,
    landmarks: Landmarks = Landmarks.LIGHT,
    *,
    captions: bool = True,
) -> Marks:
    """What to draw over this frame, in viewfinder heights of the unmirrored picture; total."""
    clear = _heads(scene)
    strokes, labels = targets(scene, guidance)
    if landmarks is not Landmarks.OFF:
        strokes += _landmarks(scene, guidance, clear)
    return Marks(
        shade="rectangle" if guidance.preset is None else guidance.preset.shape,
        strokes=trimmed(strokes, clear),
        labels=labels,
        over_face=tuple(s for f in scene.faces for s in contours(f)) if landmarks is Landmarks.FULL else (),
        captions=_captions(scene, guidance, viewer) if captions else (),
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


def _captions(scene: Scene, guidance: Guidance, viewer: Viewer) -> tuple[Caption, ...]:
    """The one thing to say first, for it chooses its place first; then the verdict."""
    ready = Caption("Ready", Spot.LOW, Status.GOOD, must_show=True)
    badge = _badge(scene, guidance)
    if guidance.cues:
        # What the use must have may hold while a matter of style is still worth a word: then both are said.
        chip = (Caption("Ready", Spot.TOP_RIGHT, Status.GOOD),) if guidance.ready else ()
        return (_cue(guidance.cues[0]), badge, *chip)
    if guidance.ready:
        return (ready, badge)
    # All is well, but not yet for long enough. A photograph holds still by itself; without a use nothing is waited for.
    if scene.people and guidance.preset is not None and viewer is not Viewer.STILL:
        return (Caption("Hold still", Spot.LOW, Status.PLAIN, must_show=True), badge)
    return (badge,)


def _cue(cue: Cue) -> Caption:
    status = Status.CARE if cue.severity is Severity.ERROR else Status.PLAIN
    return Caption(cue.text, Spot.LOW, status, direction=cue.direction, must_show=True)


def _badge(scene: Scene, guidance: Guidance) -> Caption:
    verdict, preset = guidance.verdict, guidance.preset
    if scene.people == 0:
        return Caption("NOBODY IN VIEW", Spot.TOP_LEFT, Status.PLAIN)
    if verdict.reads_as == "neither":
        return Caption("NEITHER", Spot.TOP_LEFT, Status.PLAIN, "a headshot nor a portrait")
    sure = ""
    if verdict.probability is not None:
        share = verdict.probability if verdict.reads_as == "headshot" else 1.0 - verdict.probability
        sure = f"{min(share, 0.99):.0%}"  # nobody is ever quite sure
    detail = f"reads so at {sure}" if sure else ""
    if preset is None or preset.reads_as == "either":
        return Caption(verdict.reads_as.upper(), Spot.TOP_LEFT, Status.PLAIN, detail)
    if preset.reads_as == verdict.reads_as:
        return Caption(verdict.reads_as.upper(), Spot.TOP_LEFT, Status.GOOD, detail)
    wanted = f"wanted: a {preset.reads_as}"
    # Beside "Ready" a warning would contradict it: every must holds, and what the picture reads as is then for taste.
    status = Status.PLAIN if guidance.ready else Status.CARE
    return Caption(verdict.reads_as.upper(), Spot.TOP_LEFT, status, f"{sure} · {wanted}" if sure else wanted)
