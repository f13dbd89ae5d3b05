"""How many stops of tone the face spans."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.pixels import luminance, stops
from framing.types import Band, LitFace, Measure, Remedy, filled


def tonal_range(face: LitFace) -> float:
    """Stops from the darkest to the brightest tones of the face (2nd to 98th percentile), 0 or more; 2.5 to 6 is usual.

    A ratio, so that neither exposure nor the skin's reflectance counts (docs/measures.md, "Tonal range").
    """
    if not len(face.skin):
        return 0.0
    dark, bright = np.percentile(luminance(face.skin), (2, 98))
    return stops(float(bright), float(dark))


MEASURE = Measure(
    name="tonal_range",
    label="Tonal range",
    unit="stops",
    of=parts.lit_face,
    take=tonal_range,
    rank=69,
    band=Band(1.5, float("inf")),
    when_low=Remedy(
        "Wipe the lens, and shade it from light that shines into it",
        aloud="Wipe the lens, and shade it from light",
    ),
    words=lambda value: filled("{stops:.1f} stops", stops=value),
)
