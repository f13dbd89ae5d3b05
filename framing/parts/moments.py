"""When a part was looked at: pixels come on a slower beat than faces, and until the next one nothing of them is new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from framing.parts.light import backdrop, catchlights, cheeks, detailed_face, light, lit_face, lit_scene, tints
from framing.parts.showing import shown
from framing.types import Scene

_PIXELS = frozenset({backdrop, catchlights, cheeks, detailed_face, light, lit_face, lit_scene, tints})


def looked_at(of: Callable[[Scene], Any], scene: Scene) -> float:
    """The moment, in seconds, at which what this part is made of was looked at: the scene's own for all but pixels."""
    if of in _PIXELS:
        return scene.pixels_time
    return scene.shown_time if of is shown else scene.time
