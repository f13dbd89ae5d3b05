"""How clearly the head stands out from what is behind it."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.backdrop.rim import rim
from framing.types import Backdrop, Band, Measure, Remedy


def separation(behind: Backdrop) -> float:
    """The step in lightness that half of the head's outline reaches, L* 0..100; 10 or more reads clearly.

    Only above the chin: shoulders may melt away, a head may not (docs/measures.md, "Separation").
    """
    steps = rim(behind).steps
    return float(np.median(np.abs(steps))) if len(steps) else 100.0


MEASURE = Measure(
    name="separation",
    label="Separation",
    unit="L*",
    of=parts.backdrop,
    take=separation,
    rank=73,
    band=Band(6.0, float("inf")),
    when_low=Remedy("Step away from the backdrop, or light it apart from {you}"),
    words=lambda value: "blends in" if value < 6.0 else "a little apart" if value < 15.0 else "stands out",
)
