"""Whether a photograph lies on its side or upside down: scans and old files carry no tag that says so.

The pose model finds a body however it lies, so the way from the nose to the shoulders says which way is down. The
landmarker finds faces on their side too, and takes some that are upside down for upright ones with a wrong mesh: a
turned picture counts only if the picture turned back shows a level face on that body.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, degrees

import numpy as np

from framing.perceive import detection, people, windows
from framing.perceive.tasks import Tasks
from framing.types import Absent, Body, Face, Image, Viewfinder

_NOSE, _SHOULDERS = 0, [11, 12]
_STANDS = 45.0  # degrees off the plumb line within which a body stands: leaning, or its head thrown back
_LEVEL = 25.0  # degrees of roll of the face, once turned


def quarter_turns(tasks: Tasks, pixels: Image, body: Body | Absent) -> int:
    """Clockwise quarter turns, 0..3, that put the picture upright; 0 also where it cannot be told.

    `body` is the most prominent one of the picture as it lies. Somebody lying down square to the picture is taken for a
    turned picture: head and body are all that there is to tell it by.
    """
    if isinstance(body, Absent):
        return 0
    turns = round(_off_plumb(body) / 90.0) % 4
    if abs(_off_plumb(body)) <= _STANDS or not turns:
        return 0
    return turns if _stands(tasks, turned(pixels, turns)) else 0


def turned(pixels: Image, turns: int) -> Image:
    """The picture after that many clockwise quarter turns."""
    return np.ascontiguousarray(np.rot90(pixels, -turns))


def _stands(tasks: Tasks, pixels: Image) -> bool:
    """Whether a body stands in the picture with a level face on it."""
    view = Viewfinder.whole(pixels)
    body = detection.body(tasks.body(pixels, 0.0), view)
    if isinstance(body, Absent) or abs(_off_plumb(body)) > _STANDS:
        return False
    head = windows.head_window(body, view, view.width, view.height)
    return _level(detection.faces(tasks, pixels, view, view), body) or _level(
        detection.faces(tasks, pixels, head, view), body
    )


def _level(faces: Iterable[Face], body: Body) -> bool:
    return any(abs(face.turn.roll) <= _LEVEL and people.belongs(body, face) for face in faces)


def _off_plumb(body: Body) -> float:
    """Degrees from straight down to the way from the nose to the shoulders, -180..180, + toward the picture's right.

    A picture that a clockwise turn puts upright has its shoulders at the right: what points right then points down.
    """
    across, down = body.joints[_SHOULDERS, :2].mean(axis=0) - body.joints[_NOSE, :2]
    return degrees(atan2(float(across), float(down)))
