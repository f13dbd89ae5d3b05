"""The sitters of the packaged photographs before a plain wall, for things that the tests put behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.lab.prove import behind
from framing.measures import MEASURES
from framing.perceive import regions
from framing.types import Absent, Backdrop, Face, Image, Scene
from tests.builders import there
from tests.photographs import astronaut, astronaut_scene, hopper, hopper_scene, whole

PHOTOGRAPHS = {"astronaut": (astronaut, astronaut_scene), "hopper": (hopper, hopper_scene)}


class Before:
    """The sitter of a packaged photograph before a flat grey wall with air above, and whatever is drawn on it."""

    def __init__(self, photograph: Callable[[], Image], scene: Callable[[], Scene]) -> None:
        pixels, found = photograph(), scene()
        height, width = pixels.shape[:2]
        person = np.asarray(cv2.resize(there(found.backdrop).person, (width, height)), np.float32)
        air = round(2 * found.faces[0].eye_distance * height)
        self.person = np.pad(person, ((air, 0), (0, 0)))
        self.wall = np.full((height + air, width, 3), 170, np.uint8)
        self.wall[air:][person > 0.5] = pixels[person > 0.5]
        points = (found.faces[0].points * height + (0, air, 0)) / (height + air)
        self.face = replace(found.faces[0], points=points)
        self.unit = self.face.eye_distance * (height + air)
        self.x, self.y = (float(v) * (height + air) for v in self.face.eyes)

    def seen(self, pixels: Image, cut: tuple[slice, slice] = (slice(None), slice(None))) -> Backdrop:
        """What is seen of the picture, or of the part of it between these rows and columns."""
        rows, columns = (range(n)[part] for n, part in zip(pixels.shape, cut, strict=False))
        points = (self.face.points * pixels.shape[0] - (columns[0], rows[0], 0)) / len(rows)
        face = replace(self.face, points=points)
        return backdrop_of(pixels[cut], self.person[cut], face)

    def with_pole(self, x: float, width: float = 0.15) -> Image:
        """The wall and a dark pole that many eye distances to the sitter's left of the eyes."""
        return behind.pole(self.wall, self.person, self.x + x * self.unit, width * self.unit, 40)

    def pole(self, x: float, width: float = 0.15) -> Backdrop:
        return self.seen(self.with_pole(x, width))

    def with_horizon(self, y: float) -> Image:
        """The wall and a dark level bar that many eye distances below the eyes."""
        return behind.horizon(self.wall, self.person, self.y + y * self.unit, 0.12 * self.unit, 40)

    def horizon(self, y: float) -> Backdrop:
        return self.seen(self.with_horizon(y))

    def top(self, x: float) -> int:
        """The row at which the head begins, that many eye distances to the sitter's left of the eyes."""
        return int(np.argmax(self.person[:, round(self.x + x * self.unit)] > 0.5))

    def sides(self, y: float) -> tuple[int, int]:
        """The columns between which the sitter stands, that many eye distances below the eyes."""
        there = np.flatnonzero(self.person[round(self.y + y * self.unit)] > 0.5)
        return int(there[0]), int(there[-1])


def backdrop_of(pixels: Image, person: NDArray[np.float32], face: Face) -> Backdrop:
    """What is seen behind that face in the picture."""
    return there(regions.backdrop(whole(pixels), person, face, Absent("not needed")))


def value(name: str, found: Backdrop) -> float:
    return MEASURES[name].take(found)


def off(name: str, found: Backdrop) -> bool:
    return MEASURES[name].band.state(value(name, found)) != "ok"
