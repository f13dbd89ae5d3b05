"""Burnt highlights on the face."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.pixels import brightest
from framing.types import Band, LitFace, Measure, Remedy, filled

_BURNT = 252  # of 255 in the brightest channel: nothing is left to print (docs/measures.md, "Exposure and clipping")


def clipping_high(face: LitFace) -> float:
    """Share of the face's pixels with a channel at the end of the scale, 0..1; 0.01 is good, 0.03 bad in a document."""
    return float(np.mean(brightest(face.skin) >= _BURNT)) if len(face.skin) else 0.0


MEASURE = Measure(
    name="clipping_high",
    label="Highlights",
    unit="share of the face",
    of=parts.lit_face,
    take=clipping_high,
    rank=61,
    band=Band(0.0, 0.05),  # glints and a rim light burn as much on one well-exposed face in twelve
    when_high=Remedy("Dim the light on {your} face, or move it away"),
    words=lambda value: filled("{share:.1%} burnt out", share=value),
)
