"""A window or lamp behind that outshines the sitter."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing import parts
from framing.pixels import light_of, luminance, stops
from framing.types import Backdrop, Band, LitFace, Measure, Remedy, Severity, filled

_OVER, _UNDER = "backdrop {stops:.1f} stops over the sitter", "backdrop {stops:.1f} stops under the sitter"
_SKIN = 0.06  # of the light, what the darkest skin reflects: an eighth of the lightest (docs/measures.md)


def backlight(lit: tuple[LitFace, Backdrop]) -> float:
    """Stops by which the bright part of the backdrop outshines the light on the sitter; above 0 it is brighter.

    The brightest of clothes and skin stands for that light, the skin taken for the darkest there is: dark skin before a
    white wall is not backlit (docs/measures.md). The whites of the eyes tell less: lids and brows shade them.
    """
    face, behind = lit
    skin = luminance(face.skin)
    lightness, there = _thinned(behind.lightness), _thinned(behind.person)
    person, free = lightness[there > 0.9], lightness[there < 0.1]
    if not len(skin) or not len(person) or not len(free):
        return 0.0
    on_skin = min(float(np.percentile(skin, 95)) / _SKIN, 1.0)
    lit_by = max(on_skin, light_of(float(np.percentile(person, 95))))
    return stops(light_of(float(np.percentile(free, 75))), lit_by)


def _thinned(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Every third value each way, as percentiles need no more, and in the mirror the same ones."""
    down, across = (2 * ((side - 1) % 3) % 3 for side in values.shape)
    return values[down::3, across::3]


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
    words=lambda value: filled(_OVER if value > 0 else _UNDER, stops=abs(value)),
)
