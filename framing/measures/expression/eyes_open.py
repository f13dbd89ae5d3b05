"""Whether the eyes are open."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import DROOP, Band, Face, Measure, Remedy

_RIGHT = ((160, 144), (159, 145), (158, 153))
_LEFT = ((385, 380), (386, 374), (387, 373))


def eyes_open(known: parts.Known) -> float:
    """How far the less open eye is open, 0 or more: 1 is as open as this sitter's own, under 0.6 it is closing.

    Eye shapes differ and none is a fault (docs/measures.md): until the sitter has looked into the lens, the
    narrowest open eye there is stands for their own, so that most read well above 1.
    """
    return eye_gap(known.face) / max(known.baseline.eye_gap, 1e-6)


def eye_gap(face: Face) -> float:
    """The less open eye's widest lid gap in face heights T, 0 or more: open 0.06 to 0.12, closed under 0.025 (OFIQ)."""
    gaps = [
        max(float(np.hypot(*(face.points[a, :2] - face.points[b, :2]))) for a, b in pairs) for pairs in (_RIGHT, _LEFT)
    ]
    return min(gaps) / max(face.height, 1e-6)


MEASURE = Measure(
    name="eyes_open",
    label="Eyes",
    unit="open eyes",
    of=parts.seen_eyes,
    take=eyes_open,
    rank=84,
    band=Band(DROOP, float("inf")),
    inside=0.1,
    when_low=Remedy("Eyes open, please", fault="Eyes closed"),
    words=lambda value: "open" if value >= DROOP else "closed",
)
