"""Faces and bodies from picture pixels to viewfinder heights, shared by the eyes for stills and for streams."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive import hands, shoulders
from framing.perceive.canonical import canonical
from framing.perceive.headpose import head_turn
from framing.perceive.people import Head, head_size
from framing.perceive.spots import Spot
from framing.perceive.tasks import FoundBody, FoundFace, Tasks
from framing.types import Absent, Body, Face, Frame, Image, LitFace, Viewfinder

NO_BODY = Absent("no body in view")
NO_FACE = Absent("no readable face in view")

# The pose model turns everybody 6 degrees (sd 4) to their left, square or not: what is left over between 80 photographs
# and their mirror images.
_BIAS = np.radians(6.0)
_STRAIGHT = np.array([[np.cos(_BIAS), 0.0, -np.sin(_BIAS)], [0.0, 1.0, 0.0], [np.sin(_BIAS), 0.0, np.cos(_BIAS)]])


def cut(pixels: Image, window: Viewfinder) -> Image:
    """The pixels of one window, not copied."""
    return pixels[window.top : window.top + window.height, window.left : window.left + window.width]


def smaller(pixels: Image, by: int) -> Image:
    """The picture shrunk by a whole number of times, each pixel the mean of those it stands for."""
    size = (max(1, pixels.shape[1] // by), max(1, pixels.shape[0] // by))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def faces(tasks: Tasks, pixels: Image, window: Viewfinder, view: Viewfinder, time: float = 0.0) -> list[Face]:
    """The faces in one window of the picture, in viewfinder heights."""
    return [face(found, window, view) for found in tasks.faces(cut(pixels, window), time)]


def face(found: FoundFace, window: Viewfinder, view: Viewfinder) -> Face:
    """One find with its head pose, its hair still the fallback."""
    mesh = found.mesh + np.array([window.left, window.top, 0.0])
    face = Face(view.to_units(mesh), found.expression, head_turn(mesh, canonical()), eye_pixels=0.0)
    return replace(face, eye_pixels=face.eye_distance * view.height)


def place(spot: Spot, view: Viewfinder) -> Head:
    """The spot in viewfinder heights."""
    x, y = view.to_units(np.array([[spot.x, spot.y]]))[0]
    return Head(float(x), float(y), spot.side / view.height)


def moved_body(found: FoundBody | None, window: Viewfinder) -> FoundBody | None:
    """A body found in a window, in the pixels of the whole picture; what the window does not show is not seen."""
    if found is None:
        return None
    shown = ((found.joints[:, :2] >= 0.0) & (found.joints[:, :2] <= (window.width, window.height))).all(axis=1)
    return found._replace(
        joints=found.joints + np.array([window.left, window.top, 0.0]),
        visibility=np.where(shown, found.visibility, 0.0),
    )


def body(found: FoundBody | None, view: Viewfinder, age: float = 0.0) -> Body | Absent:
    """A body in viewfinder heights, `age` seconds old."""
    if found is None:
        return NO_BODY
    return Body(view.to_units(found.joints), found.visibility, found.world @ _STRAIGHT, age)


def with_seen_hands(
    body: Body | Absent, face: Face | None, frame: Frame, mask: NDArray[np.float32] | None
) -> Body | Absent:
    """The body, of its hands only those that are seen; `mask` is the person over the whole frame, of any size."""
    if isinstance(body, Absent):
        return body
    view = frame.viewfinder
    mesh = view.to_pixels(face.points) if face else None
    tall = (face.height if face else head_size(body)) * view.height
    visible = hands.seen(frame.pixels, mask, mesh, view.to_pixels(body.joints), body.visibility, tall)
    return replace(body, visibility=visible)


def bare_shoulders(
    body: Body | Absent, face: Face | None, frame: Frame, mask: NDArray[np.float32] | None, lit: LitFace | Absent
) -> float | Absent:
    """The share of skin on the body's shoulders by the face that is its own, 0..1; `mask` as for `with_seen_hands`."""
    if isinstance(body, Absent):
        return body
    if face is None or mask is None:
        return NO_FACE
    if isinstance(lit, Absent):
        return lit
    view = frame.viewfinder
    mesh, joints, tall = view.to_pixels(face.points), view.to_pixels(body.joints), face.height * view.height
    return shoulders.bare(frame.pixels, mask, mesh, joints, body.visibility, tall, lit.tones.colours)


def height(body: Body) -> float:
    """From the highest to the lowest joint that is sure, viewfinder heights, 0 or more."""
    sure = body.joints[body.visibility > 0.5]
    return float(np.ptp(sure[:, 1])) if len(sure) else 0.0


def on_mask(mesh: NDArray[np.float64], pixels: Image, mask: NDArray[np.float32]) -> NDArray[np.float64]:
    """The mesh in the mask's own pixels."""
    scale = (mask.shape[1] / pixels.shape[1], mask.shape[0] / pixels.shape[0])
    return np.asarray(mesh[:, :2] * scale, dtype=np.float64)
