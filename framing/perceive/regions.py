"""The pixels that measures need, cut and scaled once: the lit face and the backdrop."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.parts import FINE_EYES
from framing.perceive.eyeballs import catchlights, sclera
from framing.perceive.lines import lines
from framing.perceive.patches import cheek_tint, cheeks, patches
from framing.perceive.shading import light
from framing.perceive.showing import shown
from framing.perceive.tones import tones
from framing.pixels import inside
from framing.types import Absent, Backdrop, Body, Face, Frame, LitFace, Point, Shown, Viewfinder

_SLIVER = 16  # pixels of the fine face along a side below which its detail says nothing
_FACE_SIDE = 128  # pixels of the thinned face at most: medians of patches need no more
_BACKDROP_EYES = 40.0  # pixels between the eyes at which clutter is defined
_BACKDROP_SIDE = 640  # pixels at most, for a small face in a large picture
_TALL = 2.1  # T in eye distances, the most that was seen from the front (docs/measures.md, "The canonical face")
_LEAST = 0.01  # share of the picture below which what is seen of the backdrop says nothing
_FEWEST = 12  # pixels between the eyes below which a face's light cannot be read
_Pixel = TypeVar("_Pixel", np.uint8, np.float32)


def lit_face(
    frame: Frame, face: Face, mask: NDArray[np.float32] | None = None, showing: Shown | Absent | None = None
) -> LitFace | Absent:
    """The face's pixels, every n-th of them so that clipped ones stay clipped, and what its light does.

    `mask` is as for `backdrop`; without it the clothes are not told from the backdrop. `showing` is what is known of
    eyes and mouth already: looking for what covers them costs as much as all the rest.
    """
    if face.eye_pixels < _FEWEST:
        return Absent("too few pixels on the face to read its light")
    mesh = frame.viewfinder.to_pixels(face.points)
    crop, origin = _cut(frame.pixels, mesh[:, :2])
    if crop.shape[0] < 8 or crop.shape[1] < 8:
        return Absent("the face is outside the picture")
    ends = tones(frame, mesh[:468, :2], mask)
    mesh = mesh - np.array([*origin, 0.0])
    step = math.ceil(max(crop.shape[:2]) / _FACE_SIDE)
    thin, points = np.ascontiguousarray(crop[::step, ::step]), mesh / step
    levels, cheek = patches(thin, points[:, :2]), cheek_tint(thin, points[:, :2])
    return LitFace(
        skin=thin[inside(thin, points[:468, :2])],
        cheeks=cheeks(levels),
        eye_pixels=face.eye_pixels,
        fine=_fine(crop, face.eye_pixels),
        light=light(thin, points),
        patches=levels,
        tint=cheek,
        sclera=sclera(crop, mesh[:, :2], cheek),
        tones=ends,
        catchlights=catchlights(crop, mesh[:, :2]),
        shown=shown(crop, mesh[:, :2], face.turn.yaw) if showing is None else showing,
    )


def _cut(pixels: NDArray[np.uint8], mesh: NDArray[np.float64]) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    h, w = pixels.shape[:2]
    x0, y0 = np.clip(np.floor(mesh.min(axis=0)), 0, (w, h)).astype(int)
    x1, y1 = np.clip(np.ceil(mesh.max(axis=0)), 0, (w, h)).astype(int)
    return pixels[y0:y1, x0:x1], np.array([x0, y0], dtype=np.float64)


def _fine(crop: NDArray[np.uint8], eye_pixels: float) -> NDArray[np.uint8]:
    if eye_pixels < FINE_EYES:
        return np.empty((0, 0), dtype=np.uint8)
    scale = FINE_EYES / eye_pixels
    if scale * min(crop.shape[:2]) < _SLIVER:
        return np.empty((0, 0), dtype=np.uint8)
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    # Averaged in one go, unlike the backdrop: halving first would keep finer detail than the thresholds were set on.
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def backdrop(
    frame: Frame, mask: NDArray[np.float32] | None, face: Face | None, body: Body | Absent
) -> Backdrop | Absent:
    """Lightness and person map of the viewfinder, scaled by the sitter's eye distance, never enlarged.

    `mask` is the person's confidence over the whole frame, (h, w) in 0..1, of any size.
    """
    if mask is None:
        return Absent("the backdrop has not been looked at yet")
    if face is not None:
        # Turned away, the eyes come together and the head keeps its size.
        apart, chin, eyes = max(face.eye_distance, face.height / _TALL), face.chin.y, face.eyes
    elif not isinstance(body, Absent):
        apart = 0.28 * float(np.hypot(*(body.joints[11, :2] - body.joints[12, :2])))
        nose = Point(*map(float, body.joints[0, :2]))
        chin, eyes = nose.y + 1.4 * apart, Point(nose.x, nose.y - 0.5 * apart)
    else:
        return Absent("nobody stands before the backdrop")
    view = frame.viewfinder
    scale = min(1.0, _BACKDROP_EYES / max(apart * view.height, 1.0), _BACKDROP_SIDE / max(view.width, view.height))
    size = (max(8, round(view.width * scale)), max(8, round(view.height * scale)))
    picture = _shrunk(_crop(frame.pixels, view), size)
    lightness = cv2.cvtColor(picture, cv2.COLOR_RGB2LAB)[:, :, 0].astype(np.float32) * np.float32(100 / 255)
    person = np.asarray(
        cv2.resize(_crop(mask, _scaled(view, frame.pixels, mask)), size, interpolation=cv2.INTER_LINEAR), np.float32
    )
    if float(np.mean(person < 0.5)) < _LEAST:
        return Absent("the sitter hides the backdrop")
    unit = size[1]  # map pixels per viewfinder height
    found = Backdrop(lightness, person, apart * unit, chin * unit, Point(eyes.x * unit, eyes.y * unit))
    return replace(found, lines=lines(found))


def _shrunk(picture: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """The picture at that width and height, no larger than it is: by halves first, ten times as fast as all at once."""
    while picture.shape[1] >= 2 * size[0] and picture.shape[0] >= 2 * size[1]:
        half = (picture.shape[1] // 2, picture.shape[0] // 2)
        picture = np.asarray(cv2.resize(picture[: 2 * half[1], : 2 * half[0]], half, interpolation=cv2.INTER_AREA))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _crop(picture: NDArray[_Pixel], view: Viewfinder) -> NDArray[_Pixel]:
    return picture[view.top : view.top + view.height, view.left : view.left + view.width]


def _scaled(view: Viewfinder, pixels: NDArray[np.uint8], mask: NDArray[np.float32]) -> Viewfinder:
    """The viewfinder in the mask's own pixels."""
    fy, fx = mask.shape[0] / pixels.shape[0], mask.shape[1] / pixels.shape[1]
    return Viewfinder(
        int(view.left * fx), int(view.top * fy), max(1, round(view.width * fx)), max(1, round(view.height * fy))
    )
