"""Whether the eyes are open."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Band, Face, Measure, Remedy

_RIGHT = ((160, 144), (159, 145), (158, 153))
_LEFT = ((385, 380), (386, 374), (387, 373))


def eyes_open(face: Face) -> float:
    """The less open eye's widest lid gap in face heights T, 0 or more: open 0.06 to 0.12, closed under 0.025 (OFIQ).

    The limit is far below any open eye's, because eye shapes differ and none is a fault (MEASURES.md section 6).
    """
    gaps = [
        max(float(np.hypot(*(face.points[a, :2] - face.points[b, :2]))) for a, b in pairs) for pairs in (_RIGHT, _LEFT)
    ]
    return min(gaps) / max(face.height, 1e-6)


MEASURE = Measure(
    name="eyes_open",
    label="Eyes",
    unit="face heights",
    of=parts.face,
    take=eyes_open,
    rank=85,
    band=Band(0.025, float("inf")),
    when_low=Remedy("Eyes open, please"),
    words=lambda value: "open" if value >= 0.025 else "closed",
)
