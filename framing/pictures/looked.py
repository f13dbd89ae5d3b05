"""One picture looked at by the eyes for photographs: what was seen in it, and what the guide says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from framing.crop import reframed
from framing.guide import guide
from framing.measures.light.sharpness import detail
from framing.perceive import Eyes
from framing.photo import Photo
from framing.pictures.announced import Announced
from framing.pictures.box import Box, around
from framing.types import Absent, Baseline, Face, Frame, Guidance, Image, Preset, Scene, Viewfinder
from framing.verdict.weights import GUIDES, Weights

SCALES = (32, 48, 64, 96, 128, 192)  # pixels between the eyes at which the detail of two pictures is compared
_SLIVER = 16  # pixels of the scaled face along a side below which its detail says nothing


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Looked:
    """What was seen in a picture, without a pixel of it."""

    announced: Announced
    size: tuple[int, int]  # width and height of the picture itself, upright
    seen: Viewfinder  # all of the picture as it was looked at, thinned where it is large
    window: Viewfinder | None  # the viewfinder that was shown, in pixels of the picture; None where none fits
    scene: Scene = field(repr=False)
    guidance: Guidance = field(repr=False)
    detail: Mapping[int, float]  # of the main face, by the scales that it has the pixels for

    @property
    def eyes(self) -> Box | None:
        """The box round both eyes and half an eye distance about them; None without a face that can be read."""
        if not self.scene.faces:
            return None
        face = self.scene.faces[0]
        reach = 0.5 * face.eye_distance
        about = np.array([(-reach, -reach), (reach, reach)])
        corners = np.vstack([about + np.array([eye.x, eye.y]) for eye in (face.right_eye, face.left_eye)])
        return around(self._view.to_pixels(corners), self.seen)

    @property
    def faces(self) -> tuple[Box, ...]:
        """The box round each subject's face, the main one first."""
        return tuple(around(self._view.to_pixels(face.points), self.seen) for face in self.scene.faces)

    def through(self, window: Viewfinder) -> Scene:
        """The scene as it stands in another window, told in pixels of the picture."""
        return reframed(self.scene, self._view, thinned(window, self.seen, self.size))

    @property
    def bare(self) -> Scene:
        """The scene as it stands in all of the picture that is no bar."""
        return reframed(self.scene, self._view, self.scene.picture or self.seen)

    @property
    def _view(self) -> Viewfinder:
        return self.scene.viewfinder or self.seen

    @property
    def preset(self) -> Preset | None:
        """The use that it was taken for."""
        return self.guidance.preset


def look(
    photo: Photo,
    announced: Announced,
    eyes: Eyes,
    preset: Preset | None,
    known: tuple[Baseline, float | Absent],
    weights: Weights = GUIDES,
) -> Looked:
    """What the eyes see in the picture through the viewfinder that was shown with it.

    `known` is the sitter's baseline, and the focal length of the camera in picture heights.
    """
    pixels, size, (baseline, focal) = photo.frame.pixels, photo.size, known
    window = shown(announced, size, preset)
    whole = Viewfinder.whole(pixels)
    view = thinned(window, whole, size) if window else Viewfinder.centred(*_aspect(whole, preset))
    scene = eyes.see(Frame(pixels, view))
    length = focal if isinstance(focal, Absent) else view.from_picture_heights(focal, pixels)
    scene = replace(scene, baseline=baseline, focal=length, viewfinder=scene.viewfinder or view)
    fine = _detail(pixels, scene.viewfinder or view, scene.faces[0]) if scene.faces else {}
    return Looked(announced, size, whole, window, scene, guide(scene, preset, weights), fine)


def shown(announced: Announced, size: tuple[int, int], preset: Preset | None) -> Viewfinder | None:
    """The viewfinder that was shown, where it lies in a picture of that size and has the shape of its use; else None.

    A photograph that the camera took by itself may show more than its stream, and an announcement may be wrong.
    """
    window, (width, height) = announced.window, size
    if window is None or (announced.width, announced.height) != size:
        return None
    if window.left + window.width > width or window.top + window.height > height:
        return None
    if preset is not None and abs(window.width - window.height * preset.aspect) > 1.0 + preset.aspect:
        return None  # off by more than a pixel of rounding on each side
    return window


def _aspect(whole: Viewfinder, preset: Preset | None) -> tuple[int, int, float]:
    return whole.width, whole.height, whole.aspect if preset is None else preset.aspect


def thinned(window: Viewfinder, whole: Viewfinder, size: tuple[int, int]) -> Viewfinder:
    """A window of a picture of that (width, height), in pixels of the same picture thinned to `whole`."""
    by = whole.height / size[1]
    left, top = round(window.left * by), round(window.top * by)
    width = max(1, min(round(window.width * by), whole.width - left))
    return Viewfinder(left, top, width, max(1, min(round(window.height * by), whole.height - top)))


def _detail(pixels: Image, view: Viewfinder, face: Face) -> Mapping[int, float]:
    """The face's fine detail in the direction that shows least of it, at each scale that it need not be enlarged to."""
    mesh = view.to_pixels(face.points)[:, :2]
    height, width = pixels.shape[:2]
    (left, top), (right, bottom) = mesh.min(axis=0), mesh.max(axis=0)
    rows, columns = (
        slice(int(np.clip(low, 0, end)), int(np.clip(np.ceil(high), 0, end)))
        for low, high, end in ((top, bottom, height), (left, right, width))
    )
    crop = pixels[rows, columns]
    if not crop.size:
        return {}
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    found = {}
    for apart in SCALES:
        scale = apart / max(face.eye_pixels, 1e-6)
        if scale > 1.0 or scale * min(grey.shape) < _SLIVER:
            continue
        fine = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        found[apart] = float(detail(np.asarray(fine, np.uint8)).min())
    return found
