"""The best place for a viewfinder that only slides: the crop's own search, in one size and along one way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np

from framing.crop.cost import cost, of_a_crop
from framing.crop.cut import holds, uncut
from framing.crop.reframe import reframed
from framing.crop.solve import aim
from framing.judge import asked
from framing.measures import MEASURES
from framing.types import Preset, Scene, Viewfinder

_LINES = np.linspace(0.2, 0.6, 5)  # of the height down to the eyes: where a search up and down begins
_FINER = (0.08, 0.02, 0.005)  # of the window's side: the steps by which the best place is bettered


def largest(picture: Viewfinder, aspect: float) -> Viewfinder:
    """The largest centred rectangle of that aspect ratio in the picture, itself a rectangle of the frame, in pixels."""
    return Viewfinder.centred(picture.width, picture.height, aspect).moved(picture.left, picture.top)


def wanted(scene: Scene, preset: Preset) -> Scene:
    """The scene with the people that the use wants: the main subject alone, where it wants one person."""
    band = asked(MEASURES["subjects"], preset)[0]
    if band is None or band.high > 1.0 or len(scene.faces) < 2:
        return scene
    return replace(scene, faces=scene.faces[:1], people=1)


def place_of(scene: Scene, seen: Viewfinder) -> tuple[tuple[float, float], float]:
    """Where the eyes of the people in the scene are, of several their middle, and T there: pixels of the frame."""
    at, face = aim(scene)
    x, y = seen.to_pixels(np.array([[at.x, at.y]]))[0]
    return (float(x), float(y)), face * seen.height


def slid(scene: Scene, window: Viewfinder, picture: Viewfinder, preset: Preset) -> Viewfinder:
    """The window where along its free way it serves the use best; of two places as good, about the middle of the eyes.

    `scene` was seen through `scene.viewfinder` and shows somebody; the window has the picture's own height or width.
    """
    asks, seen = of_a_crop(preset), scene.viewfinder or window
    heads = seen.to_pixels(uncut(scene, preset))
    (x, y), _ = place_of(scene, seen)

    @cache
    def worth(at: Viewfinder) -> tuple[float, ...]:
        return (not holds(at, heads), *cost(reframed(scene, seen, at), asks, at.height))

    best = min(_starts(x, y, window, picture), key=worth)
    for step in _FINER:
        while (better := min((best, *_beside(best, step, picture)), key=worth)) != best:
            best = better
    return best


def serves_less(scene: Scene, one: Viewfinder, other: Viewfinder, preset: Preset) -> bool:
    """Whether the use misses more musts through one window than through the other, or as many and more styles."""
    asks, seen = of_a_crop(preset), scene.viewfinder or one
    first, second = (cost(reframed(scene, seen, window), asks, window.height) for window in (one, other))
    return (first[0], first[2]) > (second[0], second[2])


def cuts(scene: Scene, window: Viewfinder, preset: Preset) -> bool:
    """Whether the window cuts a head of the scene."""
    return not holds(window, (scene.viewfinder or window).to_pixels(uncut(scene, preset)))


def placed(window: Viewfinder, left: float, top: float, picture: Viewfinder) -> Viewfinder:
    """The window with its corner there, as far as the picture has room."""
    right, bottom = picture.left + picture.width - window.width, picture.top + picture.height - window.height
    return Viewfinder(
        min(max(round(left), picture.left), right),
        min(max(round(top), picture.top), bottom),
        window.width,
        window.height,
    )


def _starts(x: float, y: float, window: Viewfinder, picture: Viewfinder) -> Iterator[Viewfinder]:
    lines = _LINES if window.height < picture.height else [0.0]
    for line in lines:
        yield placed(window, x - window.width / 2.0, y - line * window.height, picture)


def _beside(window: Viewfinder, step: float, picture: Viewfinder) -> Iterator[Viewfinder]:
    across, down = (step * side for side in (window.width, window.height))
    for way in (-1, 1):
        yield placed(window, window.left + way * across, window.top + way * down, picture)
