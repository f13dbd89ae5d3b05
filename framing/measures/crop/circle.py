"""Whether a circular picture has room for the head and shoulders."""

from __future__ import annotations

import cv2
import numpy as np

from framing import parts
from framing.types import Direction, Measure, Remedy


def circle(outline: parts.Outline) -> float:
    """The smallest circle round hair, chin and both shoulders, in radii of the picture's own; up to 1 it can hold them.

    Whether it does is a matter of place, and for `centring` and `headroom` to say: measured about the picture's middle,
    a sitter too low in it was asked to move back. A shoulder counts to its middle: no circle holds the joints too
    from a head of 0.55 of the height on, and a smaller head is lost in a profile picture (docs/measures.md).
    """
    _, radius = cv2.minEnclosingCircle(np.array(outline.points, np.float32))
    return float(radius) / (min(outline.aspect, 1.0) / 2.0)


MEASURE = Measure(
    name="circle",
    label="In the circle",
    unit="radii",
    of=parts.outline,
    take=circle,
    rank=34,
    inside=0.02,
    when_low=Remedy(
        "Come{a_little} closer until head and shoulders fill the circle", Direction.NEARER,
        aloud="Come{a_little} closer to the camera",
    ),
    when_high=Remedy(
        "Move back{a_little} until the circle holds head and shoulders", Direction.FARTHER,
        aloud="Move back{a_little} from the camera",
    ),
    words=lambda value: "too large" if value > 1.0 else "fills it" if value >= 0.7 else "small",
)
