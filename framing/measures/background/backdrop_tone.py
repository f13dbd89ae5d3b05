"""How light the backdrop is: low key and high key are moods of their own."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Backdrop, Measure, Message, Remedy


def backdrop_tone(behind: Backdrop) -> float:
    """Mean lightness of the backdrop, L* 0..100; the backdrop only, since a face's own lightness says nothing."""
    free = behind.person < 0.5
    return float(np.mean(behind.lightness[free])) if free.any() else 50.0


def words(value: float) -> Message:
    """Dark, mid-toned or light."""
    return "dark" if value < 25.0 else "mid-toned" if value < 65.0 else "light"


MEASURE = Measure(
    name="backdrop_tone",
    label="Backdrop tone",
    unit="L*",
    of=parts.backdrop,
    take=backdrop_tone,
    rank=76,
    when_low=Remedy("Bring more light onto the backdrop"),
    when_high=Remedy("Keep light from the backdrop, or move away from it"),
    words=words,
)
