"""A window or lamp behind that outshines the sitter."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.pixels import light_of, luminance, stops
from framing.types import Absent, Backdrop, Band, LitFace, Measure, Remedy, Severity

_SCLERA = 0.6  # of white in the same light: the whites of the eyes
_SKIN = 0.12  # of light skin: what the darkest skin reflects (MEASURES.md section 6)


def backlight(lit: tuple[LitFace, Backdrop]) -> float:
    """Stops by which the bright part of the backdrop outshines the light on the sitter; above 0 it is brighter.

    The brightest of face, clothes and whites of the eyes stands for that light; where the eyes are too small to tell,
    the skin is taken for the darkest there is. Dark skin before a white wall is not backlit (MEASURES.md section 6).
    """
    face, behind = lit
    skin = luminance(face.skin)
    lightness, there = behind.lightness[::3, ::3], behind.person[::3, ::3]  # percentiles need no more
    person, free = lightness[there > 0.9], lightness[there < 0.1]
    if not len(skin) or not len(person) or not len(free):
        return 0.0
    on_skin = float(np.percentile(skin, 95))
    on_eyes = on_skin / _SKIN if isinstance(face.sclera, Absent) else face.sclera.light / _SCLERA
    lit_by = min(max(on_skin, on_eyes, light_of(float(np.percentile(person, 95)))), 1.0)
    return stops(light_of(float(np.percentile(free, 75))), lit_by)


MEASURE = Measure(
    name="backlight",
    label="Backlight",
    unit="stops",
    of=parts.lit_scene,
    take=backlight,
    rank=20,
    band=Band(float("-inf"), 1.2),
    when_high=Remedy("The light is behind {you}: face it, or draw the curtain"),
    severity=Severity.ERROR,
    words=lambda value: f"backdrop {abs(value):.1f} stops {'over' if value > 0 else 'under'} the sitter",
)
