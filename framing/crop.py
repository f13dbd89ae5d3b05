"""The best crop of a finished photograph for a use: a search that asks the measures, not a second set of rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import isfinite

import numpy as np

from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.parts import figure
from framing.types import (
    Absent,
    Band,
    Body,
    Face,
    Judgement,
    Judgements,
    Point,
    Points,
    Preset,
    Readings,
    Scene,
    Severity,
    State,
    Viewfinder,
)

_CROP = {name for name, measure in MEASURES.items() if measure.group == "crop"}
_FACE_HEIGHTS = Band(0.035, 0.35)  # from head to foot to a tight headshot, where a use leaves the size open
_SIZES, _LINES, _FINER = 12, np.linspace(0.06, 0.62, 21), np.linspace(-0.02, 0.02, 9)
_FACE_OF_HEAD = 0.47  # the face's height over its head's under short hair, where none can be measured
_ACROSS = (0.0, -0.08, 0.08)  # off the middle, in widths


@dataclass(frozen=True, slots=True)
class Crop:
    """A rectangle of the photograph in the aspect of its use, and the crop readings it could not bring into band."""

    window: Viewfinder
    missed: tuple[Judgement, ...]


def suggest(scene: Scene, whole: Viewfinder, preset: Preset) -> Crop | Absent:
    """The crop that meets most of what the use asks for; Absent with nobody to crop to.

    `scene` was seen through `whole`, the whole picture in pixels. Musts come before styles, then what lies nearest to
    the middle of its bands, and of two alike the larger. MEASURES.md 8c says which bands can be met together.
    """
    centre = _centre(scene)
    if centre is None:
        return Absent("Nobody in the picture to crop to")
    before = read(scene)

    def cost(window: Viewfinder) -> tuple[float, ...]:
        return _cost(reframed(scene, whole, window), before, preset, window.height)

    coarse = min(_windows(centre, _share(scene), whole, preset), key=cost)
    best = min([coarse, *_nearby(coarse, whole)], key=cost)
    return Crop(best, _missed(_judgements(reframed(scene, whole, best), before, preset)))


def reframed(scene: Scene, old: Viewfinder, new: Viewfinder) -> Scene:
    """The scene as it stands in another viewfinder of the same picture; what lies outside is kept."""

    def moved(points: Points) -> Points:
        flat = new.to_units(old.to_pixels(points[:, :2]))
        return np.hstack([flat, points[:, 2:] * (old.height / new.height)])

    body = scene.body
    return replace(
        scene,
        aspect=new.aspect,
        faces=tuple(replace(face, points=moved(face.points)) for face in scene.faces),
        others=tuple(replace(face, points=moved(face.points)) for face in scene.others),
        body=replace(body, joints=moved(body.joints)) if isinstance(body, Body) else body,
    )


def _centre(scene: Scene) -> tuple[Point, float] | None:
    """Where to aim, and the size of a face there, both in the scene's units."""
    if scene.faces:
        left, right = min(f.eyes.x for f in scene.faces), max(f.eyes.x for f in scene.faces)
        top = min(scene.faces, key=lambda f: f.eyes.y).eyes.y
        return Point((left + right) / 2.0, top), scene.faces[0].height
    body = figure(scene)
    if isinstance(body, Absent):
        return None
    return Point(
        body.head_top.x, body.head_top.y + (1.0 - _FACE_OF_HEAD) * body.head_height
    ), _FACE_OF_HEAD * body.head_height


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


def _windows(centre: tuple[Point, float], share: float, whole: Viewfinder, preset: Preset) -> Iterator[Viewfinder]:
    at, face = centre
    sizes = np.geomspace(*_face_heights(preset, share), _SIZES)
    largest = Viewfinder.centred(whole.width, whole.height, preset.aspect).height
    x, y = whole.to_pixels(np.array([[at.x, at.y]]))[0]
    heights = {min(largest, round(face * whole.height / size)) for size in sizes} | {largest}
    for height, line, off in product(sorted(heights), _LINES, _ACROSS):
        width = round(height * preset.aspect)
        yield _inside(x - (0.5 + off) * width, y - line * height, width, height, whole)


def _nearby(window: Viewfinder, whole: Viewfinder) -> Iterator[Viewfinder]:
    for dx, dy in product(_FINER, _FINER):
        yield _inside(
            window.left + dx * window.width, window.top + dy * window.height, window.width, window.height, whole
        )


def _inside(left: float, top: float, width: int, height: int, whole: Viewfinder) -> Viewfinder:
    width, height = max(1, min(width, whole.width)), max(1, min(height, whole.height))
    return Viewfinder(
        int(np.clip(round(left), whole.left, whole.left + whole.width - width)),
        int(np.clip(round(top), whole.top, whole.top + whole.height - height)),
        width,
        height,
    )


def _judgements(scene: Scene, before: Readings, preset: Preset) -> Judgements:
    """Of the crop alone; what was read off pixels is taken over, for no pixel changes."""
    return judge({name: r for name, r in read(scene, before).items() if name in _CROP}, preset)


def _cost(scene: Scene, before: Readings, preset: Preset, height: int) -> tuple[float, ...]:
    judgements = _judgements(scene, before, preset)
    missed = _missed(judgements)
    musts = [j for j in missed if j.severity is Severity.ERROR]
    beyond = sum(_beyond(j) for j in musts)
    off = sum(_off_middle(j) for j in judgements)
    return (_cut_heads(scene.faces, scene.aspect), len(musts), round(beyond, 3), len(missed), round(off, 2), -height)


def _missed(judgements: Judgements) -> tuple[Judgement, ...]:
    return tuple(j for j in judgements if j.state in (State.LOW, State.HIGH))


def _cut_heads(faces: tuple[Face, ...], aspect: float) -> int:
    """Faces that an edge runs through: a group loses nobody. Hair may be cut where the use allows it."""
    return sum(
        bool((f.points[:, :2].min(axis=0) < 0.0).any() or f.points[:, 0].max() > aspect or f.chin.y > 1.0)
        for f in faces
    )


def _off_middle(judgement: Judgement) -> float:
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None or not (isfinite(band.low) and isfinite(band.high)):
        return 0.0
    return abs(value - (band.low + band.high) / 2.0) / max(band.high - band.low, 1e-6)


def _beyond(judgement: Judgement) -> float:
    value, band = judgement.value, judgement.band
    if isinstance(value, Absent) or band is None:
        return 0.0
    return max(band.low - value, value - band.high, 0.0)
