"""Shadows on the face that hold nothing."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.pixels import brightest, linear
from framing.types import Band, LitFace, Measure, Remedy, filled

_BLOCKED = 0.0015  # linear light in the brightest channel: code 5 of 255 (docs/measures.md, "Exposure and clipping")
_BELOW = 2.0**-8  # of the face's own middle tone: eight stops, so that dark skin does not count as shadow


def clipping_low(face: LitFace) -> float:
    """Share of the face's pixels that are black, 0..1; under 0.02 is good.

    Black is also far below the face's own middle tone, unless that is black itself.
    """
    if not len(face.skin):
        return 0.0
    light = linear(brightest(face.skin))
    middle = float(np.median(light))
    return float(np.mean(light <= (min(_BLOCKED, _BELOW * middle) if middle > _BLOCKED else _BLOCKED)))


MEASURE = Measure(
    name="clipping_low",
    label="Shadows",
    unit="share of the face",
    of=parts.lit_face,
    take=clipping_low,
    rank=62,
    band=Band(0.0, 0.02),
    when_high=Remedy("Bring more light onto {your} face"),
    words=lambda value: filled("{share:.1%} blocked up", share=value),
)
