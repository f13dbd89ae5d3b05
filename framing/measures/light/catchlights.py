"""Where the eyes mirror the lamp."""

from __future__ import annotations

from cmath import exp, phase
from math import pi

from framing import parts
from framing.types import Measure, filled


def catchlights(hours: tuple[float, ...]) -> float:
    """Where on the iris the lamp is mirrored, hours from 12, -6..6, + toward the sitter's left; both eyes' mean.

    Only shown, and never missed: glasses, soft light and small eyes hide them (docs/measures.md, "Catchlights").
    """
    return phase(sum(exp(1j * pi * hour / 6.0) for hour in hours)) * 6.0 / pi


MEASURE = Measure(
    name="catchlights",
    label="Catchlights",
    unit="hours from 12 o'clock",
    of=parts.catchlights,
    take=catchlights,
    rank=59,
    words=lambda value: filled("at {hour:d} o'clock", hour=(round(value) - 1) % 12 + 1),
)
