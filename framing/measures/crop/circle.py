"""Whether a circular picture holds the head and shoulders."""

from __future__ import annotations

import numpy as np

from framing import parts
from framing.types import Direction, Measure, Remedy


def circle(outline: parts.Outline) -> float:
    """The farthest of hair, chin and both shoulders from the middle, in radii of the inscribed circle; 1 is on it.

    A shoulder counts to its middle. No circle holds the joints as well from a head of 0.55 of the height on
    (MEASURES.md section 8c), and a head smaller than that is lost in a profile picture.
    """
    radius = min(outline.aspect, 1.0) / 2.0
    middle = np.array([outline.aspect / 2.0, 0.5])
    return float(max(np.hypot(*(np.array(p) - middle)) for p in outline.points) / radius)


MEASURE = Measure(
    name="circle",
    label="In the circle",
    unit="radii",
    of=parts.outline,
    take=circle,
    rank=50,
    inside=0.02,
    when_low=Remedy("Come{a_little} closer until head and shoulders fill the circle", Direction.NEARER),
    when_high=Remedy("Move back{a_little} until the circle holds head and shoulders", Direction.FARTHER),
)
