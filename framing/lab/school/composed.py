"""A scene in which a step is done as it is asked: what shows that its bands can be met, and met together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf

import numpy as np

from framing.perceive.fixed import sitter
from framing.school.values import Step
from framing.types import Band, Cheeks, Face, Light, LitFace, Scene

_HAIR = 1.15  # face heights T from the eyes to the top of the hair, of the composed sitter
_TURNED = 22.0  # degrees of a face that is turned on purpose
_ACROSS = 137.0  # degrees that an eye turns while its iris crosses it (docs/measures.md, "Eye contact")
_SKIN = (75, 225)  # grey levels between which the tones of a face lie
_LEVEL = 0.3  # linear light on a cheek
_SLOPE = 0.8  # stops of slope that make one stop between the cheeks, which look 39 degrees to either side


def composed(step: Step) -> Scene:
    """A person before a plain backdrop, placed, turned and lit by the middle of each band of the step."""
    bands = step.preset.musts
    aspect = step.preset.aspect
    height = _height(bands, aspect)
    headroom = middle(bands.get("headroom"), 0.08)
    scene = sitter(face_height=height, eye_line=headroom + _HAIR * height, aspect=aspect, yaw=_yaw(bands))
    return replace(scene, faces=(_at_the_lens(scene.faces[0]),), lit_face=_lit(scene.lit_face, bands, step.pattern))


def middle(band: Band | None, otherwise: float) -> float:
    """The middle of a band; of an open one `otherwise`, brought into it."""
    if band is None:
        return otherwise
    if band.low == -inf or band.high == inf:
        return min(max(otherwise, band.low), band.high)
    return (band.low + band.high) / 2.0


def _height(bands: Mapping[str, Band], aspect: float) -> float:
    """The face height T that fills both its own band and the one of the head with its hair."""
    low, high = bands.get("face_height", Band(0.0, 1.0))
    if "tightness" in bands:
        head = (1.0 + _HAIR) / min(aspect, 1.0)
        low, high = max(low, bands["tightness"].low / head), min(high, bands["tightness"].high / head)
    if high == 1.0:
        return 0.26
    # A webcam at arm's length shows a head no larger than the loosest headshot.
    return low + (0.1 if "camera_distance" in bands else 0.5) * (high - low)


def _at_the_lens(face: Face) -> Face:
    """The face with its eyes turned back to the lens."""
    points = face.points.copy()
    for iris, one, other in ((468, 33, 133), (473, 362, 263)):
        across = points[other] - points[one]
        points[iris : iris + 5] -= across * face.turn.yaw / _ACROSS
    return replace(face, points=points)


def _yaw(bands: Mapping[str, Band]) -> float:
    if "broad_short" in bands:
        return min(_TURNED, bands["yaw"].high if "yaw" in bands else _TURNED)
    return middle(bands.get("yaw"), 0.0)


def _lit(lit: object, bands: Mapping[str, Band], pattern: str) -> LitFace:
    assert isinstance(lit, LitFace)  # noqa: S101 - the composed sitter is lit
    stops = middle(bands.get("key_to_fill"), abs(middle(bands.get("key_side"), 0.0)))
    if middle(bands.get("key_side"), 0.0) < 0.0:
        stops = -stops
    short = bands.get("broad_short")
    if short is not None:
        stops = 1.0 if short.high == inf else -1.0
    light = Light(_SLOPE * stops, middle(bands.get("light_height"), 0.6), 0.9)
    cheeks = Cheeks(_LEVEL, _LEVEL * 2.0**stops)
    skin = np.repeat(np.linspace(*_SKIN, 1000, dtype=np.uint8)[:, None], 3, axis=1)
    return replace(lit, skin=skin, light=light, cheeks=cheeks, patches={**lit.patches, **_patches(cheeks, pattern)})


def _patches(cheeks: Cheeks, pattern: str) -> Mapping[str, float]:
    """The patches of the face by which a pattern is told: the shadow of the nose, and a lit triangle."""
    dark = "right" if cheeks.right < cheeks.left else "left"
    if pattern == "butterfly":
        return {"philtrum": _LEVEL / 2.0}
    if pattern == "Rembrandt":
        shade = min(cheeks) / 2.0
        return {f"{dark}_under_eye": min(cheeks), f"{dark}_jaw": shade, f"{dark}_nose_side": shade}
    return {}
