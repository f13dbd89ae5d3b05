"""A photograph as a small light studio: its own light taken away, and a lamp moved round the sitter in its place.

For those who practise light without a model. What comes is a webcam's picture, which the guide sees as any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from framing.crop import suggest
from framing.errors import PhotoError
from framing.pixels import encoded, linear
from framing.relight.lamp import Lamp, shade
from framing.relight.surface import Surface, surface
from framing.relight.turn import MOST, turned, turned_mesh
from framing.scenery import HEIGHT, WIDTH, Camera, Scenery, around, noisy
from framing.types import Absent, Image, Light, Points, Preset, Scene, Viewfinder

_FULL = 90  # percentile of the face's light that comes out as bright as in the photograph: a tenth is lit in full
_LEVELS = 4095  # steps of linear light, so that the darkest codes are told apart
_CODES = encoded(np.arange(_LEVELS + 1) / _LEVELS)
_STEP = 5.0  # degrees from turn to turn: each is a picture of its own, kept once made
_MARGIN = 2  # pixels round what is seen, for what lies between pixels


@dataclass(frozen=True, slots=True)
class Setup:
    """How the studio is set up: the lamp, the light on the backdrop, and how the sitter turns the head."""

    lamp: Lamp = field(default_factory=Lamp)
    behind: float = 0.0  # stops more on the backdrop than in the photograph
    turn: float = 0.0  # degrees, + to the sitter's left, -20..20 in steps of 5


class Studio:
    """One photographed person among soft surroundings, lit as one likes."""

    def __init__(self, photograph: Image, scene: Scene) -> None:
        """Take the photograph's own light away; raises PhotoError where its face or its light cannot be read.

        `scene` is what was seen in the whole photograph.
        """
        lit, behind = scene.lit_face, scene.backdrop
        if len(scene.faces) != 1 or isinstance(lit, Absent) or isinstance(lit.light, Absent):
            raise PhotoError("a photograph of one person with a readable face", "another one", "choose another")
        self._scene, self._whole = scene, Viewfinder.whole(photograph)
        self._scenery: Scenery = around(photograph)
        person = np.ones((1, 1), np.float32) if isinstance(behind, Absent) else behind.person
        shape = surface(self._whole.to_pixels(scene.faces[0].points), person, photograph.shape[:2])
        own = self._scenery.pixels[self._scenery.above :, self._scenery.side :][:, : photograph.shape[1]]
        self._shape, self._unlit = shape, _unlit(linear(own).astype(np.float32), shape, lit.light)
        self._turned = lru_cache(maxsize=round(2 * MOST / _STEP) + 1)(self._at)

    def shown(self, setup: Setup, camera: Camera, number: int = 0) -> Image:
        """What a webcam shows, 1280x720 RGB; pictures in a row differ in their noise."""
        unlit, shape = self._turned(_steps(setup.turn))
        light = shade(shape, setup.lamp)
        light /= np.percentile(light[shape.face], _FULL)
        gain = light * shape.person + np.float32(2.0**setup.behind) * (1.0 - shape.person)
        above, side = self._scenery.above, self._scenery.side
        rows, columns = self._in_view(camera)
        gain = np.pad(gain, ((above, 0), (side, side)), mode="edge")[rows, columns]
        levels = np.minimum(unlit[rows, columns] * gain[..., None], 1.0) * _LEVELS
        lit = Scenery(_CODES[levels.astype(np.uint16)], side - columns.start, above - rows.start, self._scenery.size)
        return noisy(lit.view(camera), number)

    def as_it_is(self, camera: Camera) -> Image:
        """What a webcam shows in the photograph's own light, 1280x720 RGB."""
        return noisy(self._scenery.view(camera), 0)

    def mesh(self, turn: float, camera: Camera) -> Points:
        """The mesh of the face of a sitter so turned, (468, 3) in pixels of what the camera shows."""
        mesh = self._turned(_steps(turn))[1].mesh
        to = self._scenery.placing(camera)
        places = mesh[:, :2] + np.array([self._scenery.side, self._scenery.above])
        return np.column_stack([places @ to[:, :2].T + to[:, 2], mesh[:, 2] * np.hypot(*to[0, :2])])

    def camera(self, preset: Preset) -> Camera:
        """The camera that shows the sitter as that use wants them, as far as the photograph has it."""
        crop = suggest(self._scene, self._whole, preset)
        if isinstance(crop, Absent):
            return Camera()
        kept, size = crop.window, self._whole.height
        kept_of_view = Viewfinder.centred(WIDTH, HEIGHT, preset.aspect).height / HEIGHT
        x, y = kept.left + kept.width / 2, kept.top + kept.height / 2
        return Camera(x / size, y / size, kept.height / size / kept_of_view)

    def _at(self, steps: int) -> tuple[NDArray[np.float32], Surface]:
        """Linear colours of all of the scenery without the light, and the shape of the sitter, turned so far."""
        unlit, shape, degrees = self._unlit, self._shape, steps * _STEP
        if steps:
            unlit = turned(unlit, shape, degrees)
            shape = surface(turned_mesh(shape, degrees), shape.person, shape.face.shape)
        whole = linear(self._scenery.pixels).astype(np.float32)
        whole[self._scenery.above :, self._scenery.side :][:, : unlit.shape[1]] = unlit
        return whole, shape

    def _in_view(self, camera: Camera) -> tuple[slice, slice]:
        """Rows and columns of the scenery that the camera sees something of."""
        to = self._scenery.placing(camera)
        corners = np.array([(x, y) for x in (0, WIDTH) for y in (0, HEIGHT)], np.float64)
        there = (corners - to[:, 2]) @ np.linalg.inv(to[:, :2]).T
        height, width = self._scenery.pixels.shape[:2]
        (left, top), (right, bottom) = there.min(axis=0) - _MARGIN, there.max(axis=0) + _MARGIN
        return _within(top, bottom, height), _within(left, right, width)


def _within(low: float, high: float, end: int) -> slice:
    return slice(int(np.clip(low, 0, end - 1)), int(np.clip(high, 1, end)))


def _steps(turn: float) -> int:
    return round(min(max(turn, -MOST), MOST) / _STEP)


def _unlit(colours: NDArray[np.float32], shape: Surface, light: Light) -> NDArray[np.float32]:
    """Linear colours without the slope of that light over the sitter's normals."""
    slope = shape.normals[..., 0] * light.across + shape.normals[..., 1] * light.above
    return np.asarray(colours / np.exp2(slope * shape.person)[..., None], np.float32)
