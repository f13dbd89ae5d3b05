"""Shadows on the face that hold nothing."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.pixels import brightest
from framing.types import Band, LitFace, Measure, Remedy

_BLOCKED = 5  # of 255 in the brightest channel (MEASURES.md section 8 row 20)


def clipping_low(face: LitFace) -> float:
    """Share of the face's pixels whose brightest channel is at the dark end, 0..1; under 0.02 is good."""
    return float(np.mean(brightest(face.skin) <= _BLOCKED)) if len(face.skin) else 0.0


MEASURE = Measure(
    name="clipping_low",
    label="Shadows",
    unit="share of the face",
    of=parts.lit_face,
    take=clipping_low,
    rank=61,
    band=Band(0.0, 0.02),
    when_high=Remedy("Bring more light onto {your} face"),
    words=lambda value: f"{value:.1%} blocked up",
)
