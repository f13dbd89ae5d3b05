"""The lines of the overlay: where eyes and head should be, and where eyes and shoulders are."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from framing.judge import in_force
from framing.overlay.shapes import Box, Label, Role, Stroke
from framing.parts import Shoulders
from framing.types import Band, Face, Guidance, Point, Preset, Scene, State

HAIR = 1.15  # short hair, until there is a face to ask (docs/measures.md, "Hair and crown")
AROUND = 0.12  # room between the head and its brackets, in face heights
HALF_WIDTH = 0.85  # of the brackets, in face heights: a head in its place stands free of them
SHOULDERS = (0.75, 1.8)  # their middles, on a sitter who faces the camera: beside and below the eyes, in face heights
LEG = 0.26  # of a bracket, in face heights

# Ways along MediaPipe's 478 points; a way that ends where it began is closed.
_OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
         150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109, 10)  # fmt: skip
_LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 61)
_RIGHT_EYE = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246, 33)
_LEFT_EYE = (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466, 263)
_RIGHT_BROW = (70, 63, 105, 66, 107)
_LEFT_BROW = (300, 293, 334, 296, 336)
_NOSE = (168, 6, 197, 195, 5, 4, 1)
_CONTOURS = (_OVAL, _LIPS, _RIGHT_EYE, _LEFT_EYE, _RIGHT_BROW, _LEFT_BROW, _NOSE)


def targets(scene: Scene, guidance: Guidance, eyes_here: str) -> tuple[tuple[Stroke, ...], tuple[Label, ...]]:
    """The dashed eye line with its label, and the four brackets of the head, as far as the use asks for them."""
    preset, bands = guidance.preset, in_force(guidance.preset)
    height = _aim(bands.get("face_height"))
    # Between the widest band of a tight crop (a factor of 1.5) and a use that leaves the size open there is a wide gap:
    # brackets for the latter would ask for what nobody asked for.
    if height is not None and bands["face_height"].high > 2.0 * bands["face_height"].low:
        height = None
    eyes = _aim(bands.get("eye_line"))
    room = _aim(bands.get("headroom"))
    hair = scene.faces[0].hair if scene.faces else HAIR
    # A use bands the headroom or the eye line; a default of the other one does not stand against what it asks for.
    if room is not None and height is not None and (eyes is None or _by_headroom(preset)):
        eyes = room + hair * height
    if eyes is None and height is not None and preset is not None and preset.shape == "circle":
        eyes = _eyes_in_circle(height, hair)
    if eyes is None:
        return (), ()
    line = Stroke((Point(0.0, eyes), Point(scene.aspect, eyes)), Role.EYE_LINE)
    group = len(scene.faces) > 1 or bands.get("subjects", Band(1, 1)).low > 1
    if height is None or group:
        return (line,), (Label(eyes_here, eyes),)
    head = Box(-HALF_WIDTH * height, -(hair + AROUND) * height, HALF_WIDTH * height, (1.0 + AROUND) * height)
    return (line, *_brackets(head, Point(scene.aspect / 2.0, eyes), LEG * height)), (Label(eyes_here, eyes),)


def _by_headroom(preset: Preset | None) -> bool:
    """Whether a use places the head by the room above it and leaves the eye line open."""
    own = set() if preset is None else {*preset.musts, *preset.style}
    return "headroom" in own and "eye_line" not in own


def eye_level(face: Face, clear: Box) -> tuple[Stroke, ...]:
    """Two short strokes beside the head that carry on the line through the eyes: level and height at a glance."""
    (right, y), (left, other) = face.right_eye, face.left_eye
    across, down = left - right, other - y
    length = 0.22 * face.height
    # A head on its side has no ends of that line beside it, and a far one has no room for them.
    if across < 0.3 * float(np.hypot(across, down)) or length < 0.02:
        return ()
    slope = down / across
    return tuple(
        Stroke(tuple(Point(x, y + slope * (x - right)) for x in (edge, edge + way)), Role.LEVEL)
        for edge, way in ((clear.left, -length), (clear.right, length))
    )


def shoulder_line(found: Shoulders, guidance: Guidance) -> Stroke:
    """An arc from shoulder to shoulder, 9 points: steady where the tilt is right or not judged, else askew."""
    right, left = np.array(found.right), np.array(found.left)
    middle = (right + left) / 2.0 - (0.0, 0.12 * float(np.hypot(*(left - right))))
    t = np.linspace(0.0, 1.0, 9)[:, None]
    arc = (1 - t) ** 2 * right + 2 * t * (1 - t) * middle + t**2 * left
    tilt = next((j.state for j in guidance.judgements if j.measure.name == "shoulder_tilt"), State.ABSENT)
    role = Role.ASKEW if tilt in (State.LOW, State.HIGH) else Role.STEADY
    return Stroke(tuple(Point(float(x), float(y)) for x, y in arc), role)


def contours(face: Face) -> tuple[Stroke, ...]:
    """Outline, brows, eyes, nose and lips of a face."""
    places = [Point(float(x), float(y)) for x, y in face.points[:, :2]]
    return tuple(Stroke(tuple(places[i] for i in way), Role.MESH) for way in _CONTOURS)


def _aim(band: Band | None) -> float | None:
    """The middle of a band; none where an end is open, because then there is no one place to aim at."""
    return None if band is None or not np.isfinite(band).all() else (band.low + band.high) / 2.0


def _eyes_in_circle(height: float, hair: float) -> float:
    """The eye line at which the top of the hair is as far from the middle of the picture as the shoulders are."""
    across, down = SHOULDERS
    above, below = 0.5 + hair * height, down * height - 0.5
    return (above**2 - below**2 - (across * height) ** 2) / (2.0 * (above + below))


def _brackets(box: Box, at: Point, leg: float) -> tuple[Stroke, ...]:
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    around = [Point(at.x + x, at.y + y) for x, y in (corners[-1], *corners, corners[0])]
    return tuple(
        Stroke((_toward(here, before, leg), here, _toward(here, after, leg)), Role.HEAD)
        for (before, here), (_, after) in pairwise(pairwise(around))
    )


def _toward(start: Point, end: Point, length: float) -> Point:
    share = length / max(float(np.hypot(end.x - start.x, end.y - start.y)), 1e-9)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
