"""How much of the backdrop is near black: low key, a mood of its own."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Backdrop, Measure


def darkness(behind: Backdrop) -> float:
    """Share of the backdrop darker than L* 20, 0..1; the backdrop only, since a face's own darkness says nothing."""
    free = behind.person < 0.5
    return float(np.mean(behind.lightness[free] < 20.0)) if free.any() else 0.0


MEASURE = Measure(
    name="darkness",
    label="Low key",
    unit="share of the backdrop",
    of=parts.backdrop,
    take=darkness,
    rank=76,
    words=lambda value: f"{value:.0%} near black",
)
