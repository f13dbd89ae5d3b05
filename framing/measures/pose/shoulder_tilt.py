"""Whether one shoulder is higher than the other."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Band, Direction, Measure, Remedy


def shoulder_tilt(shoulders: parts.Shoulders) -> float:
    """Degrees of the shoulder line, -90..90, + when the sitter's left is higher; errs by 3 to 9 in bulky clothes."""
    rise = shoulders.right.y - shoulders.left.y
    return float(np.degrees(np.arctan2(rise, max(abs(shoulders.right.x - shoulders.left.x), 1e-6))))


def words(value: float) -> str:
    """Which shoulder is higher."""
    return "level" if abs(value) < 3 else f"{'left' if value > 0 else 'right'} higher by {abs(value):.0f}°"


MEASURE = Measure(
    name="shoulder_tilt",
    label="Shoulder line",
    unit="degrees",
    of=parts.shoulders,
    take=shoulder_tilt,
    rank=82,
    band=Band(-10.0, 10.0),
    when_low=Remedy("Lower {your} right shoulder{a_little}", Direction.TILT_RIGHT),
    when_high=Remedy("Lower {your} left shoulder{a_little}", Direction.TILT_LEFT),
    words=words,
)
