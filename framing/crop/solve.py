"""The best crop of a finished photograph for a use: a search that asks the measures, not a second set of rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import isfinite

import numpy as np

from framing.crop.cost import cost, judged, missed, of_a_crop
from framing.crop.cut import holds, uncut
from framing.crop.reframe import reframed
from framing.crop.refuse import refusal
from framing.judge import asked
from framing.measures import MEASURES
from framing.parts import figure
from framing.types import Absent, Band, Judgement, Point, Points, Preset, Scene, Viewfinder

_FACE_HEIGHTS = Band(0.035, 0.35)  # from head to foot to a tight headshot, where a use leaves the size open
_SIZES, _LINES = 12, np.linspace(0.06, 0.62, 21)
_FINER = (0.04, 0.02, 0.01, 0.005, 0.0025)  # of the window: the steps by which the best of the coarse ones is bettered
_FACE_OF_HEAD = 0.47  # the face's height over its head's under short hair, where none can be measured


@dataclass(frozen=True, slots=True)
class Crop:
    """A rectangle of the photograph in the aspect of its use, and the crop readings it could not bring into band."""

    window: Viewfinder
    missed: tuple[Judgement, ...]


def suggest(scene: Scene, whole: Viewfinder, preset: Preset) -> Crop | Absent:
    """The crop that meets most of what the use asks for; Absent where none can be offered, and why.

    `scene` was seen through `whole`, the whole picture in pixels. No crop cuts a face or a chin, nor a crown unless
    the use allows it. Then musts come before styles, then what lies nearest to the middle of its bands, and of two
    alike the larger. docs/measures.md says which bands can be met together.
    """
    why = refusal(scene, preset)
    if why is not None:
        return why
    wanted, heads = of_a_crop(preset), whole.to_pixels(uncut(scene, preset))
    box = np.vstack([heads.min(axis=0), heads.max(axis=0)]) if len(heads) else heads

    @cache
    def worth(window: Viewfinder) -> tuple[float, ...]:
        return cost(reframed(scene, whole, window), wanted, window.height)

    windows = [window for window in dict.fromkeys(_windows(scene, whole, wanted, box)) if holds(window, box)]
    if not windows:
        return Absent("The picture is too tight: any crop in the shape of this use cuts the head")
    best = min(windows, key=worth)
    for step in _FINER:
        while (better := min((best, *_nearby(best, step, whole, preset.aspect, box)), key=worth)) != best:
            best = better
    return Crop(best, missed(judged(reframed(scene, whole, best), wanted)))


def aim(scene: Scene) -> tuple[Point, float]:
    """Where to aim, and the size of a face there, both in the scene's units; there must be somebody."""
    if scene.faces:
        left, right = min(f.eyes.x for f in scene.faces), max(f.eyes.x for f in scene.faces)
        top = min(scene.faces, key=lambda f: f.eyes.y).eyes.y
        return Point((left + right) / 2.0, top), scene.faces[0].height
    body = figure(scene)
    if isinstance(body, Absent):
        return Point(scene.aspect / 2.0, 0.5), 1.0
    face = _FACE_OF_HEAD * body.head_height
    return Point(body.head_top.x, body.head_top.y + body.head_height - face), face


def _share(scene: Scene) -> float:
    """The face's height over its head's, hair included."""
    return scene.faces[0].height / scene.faces[0].head_height if scene.faces else _FACE_OF_HEAD


def _face_heights(preset: Preset, share: float) -> Band:
    """The face heights worth trying, as asked for or by the tightness asked for; `share` is the face over its head."""
    wanted, tight = asked(MEASURES["face_height"], preset)[0], asked(MEASURES["tightness"], preset)[0]
    if wanted is None and tight is not None:
        wanted = Band(*(end * min(preset.aspect, 1.0) * share for end in tight))
    wanted = wanted or _FACE_HEIGHTS
    low = max(wanted.low, _FACE_HEIGHTS.low)
    return Band(low, wanted.high if isfinite(wanted.high) else _FACE_HEIGHTS.high)


def _windows(scene: Scene, whole: Viewfinder, preset: Preset, heads: Points) -> Iterator[Viewfinder]:
    """Windows of many sizes and places, and of each size the one about the middle of all heads."""
    at, face = aim(scene)
    sizes = np.geomspace(*_face_heights(preset, _share(scene)), _SIZES)
    largest = Viewfinder.centred(whole.width, whole.height, preset.aspect).height
    x, y = whole.to_pixels(np.array([[at.x, at.y]]))[0]
    heights = {min(largest, round(face * whole.height / size)) for size in sizes} | {largest}
    if len(heads):
        middle, centre = heads.mean(axis=0)
        for height in sorted(heights):
            yield _inside(middle - height * preset.aspect / 2.0, centre - height / 2.0, height, whole, preset.aspect)
    for height, line in product(sorted(heights), _LINES):
        yield _inside(x - 0.5 * height * preset.aspect, y - line * height, height, whole, preset.aspect)


def _nearby(window: Viewfinder, step: float, whole: Viewfinder, aspect: float, heads: Points) -> Iterator[Viewfinder]:
    """The windows a step aside, higher, lower, larger and smaller, a pixel at least, as far as they hold all heads.

    Those straight above and below come first: of two as good, none is pushed aside for nothing.
    """
    move = max(step * window.height, 1.0)
    largest = Viewfinder.centred(whole.width, whole.height, aspect).height
    for across, down, grown in product((0, -1, 1), repeat=3):
        height = min(window.height + round(grown * move), largest)
        left = window.left + across * move - (height - window.height) * aspect / 2.0
        near = _inside(left, window.top + (down - grown / 2.0) * move, height, whole, aspect)
        if holds(near, heads):
            yield near


def _inside(left: float, top: float, height: int, whole: Viewfinder, aspect: float) -> Viewfinder:
    width, height = max(1, min(round(height * aspect), whole.width)), max(1, min(height, whole.height))
    return Viewfinder(
        min(max(round(left), whole.left), whole.left + whole.width - width),
        min(max(round(top), whole.top), whole.top + whole.height - height),
        width,
        height,
    )
