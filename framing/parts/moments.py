"""When a part was looked at: some come on a slower beat than faces, and until the next one nothing of them is new."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from framing.parts.figure import bare_shoulders
from framing.parts.light import (
    backdrop,
    catchlights,
    cheeks,
    detailed_face,
    light,
    lit_face,
    lit_scene,
    tints,
    turned_light,
)
from framing.parts.people import expression
from framing.parts.showing import shown
from framing.types import Scene

_PIXELS = (backdrop, bare_shoulders, catchlights, cheeks, detailed_face, light, lit_face, lit_scene, tints)
_BEATS = MappingProxyType({**dict.fromkeys(_PIXELS, "pixels"), shown: "covers", expression: "expression"})


def looked_at(of: Callable[[Scene], Any], scene: Scene) -> float:
    """The moment, in seconds, at which what this part is made of was looked at; of most parts the scene's own."""
    if scene.looked_at is None:
        return scene.time
    if of is turned_light:
        return max(scene.looked_at.pixels, scene.looked_at.face)
    if of not in _BEATS:
        return scene.time
    moment: float = getattr(scene.looked_at, _BEATS[of])
    return moment
