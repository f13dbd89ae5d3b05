"""Whether hands show: gesture and props belong to portraits."""

from __future__ import annotations

from framing import parts
from framing.types import Absent, Measure, Message


def hands(figure: parts.Figure) -> float:
    """How surely a hand shows, 0..1: the visibility of the surest wrist or finger joint inside the picture.

    The eyes have set it to 0 where the pose model invents a hand (docs/people.md).
    """
    body = figure.body
    if isinstance(body, Absent):
        return 0.0
    return max((float(body.visibility[j]) for j in parts.HANDS if parts.inside(body, j, figure.aspect)), default=0.0)


def words(value: float) -> Message:
    """Shown, half hidden or not there."""
    return "hands show" if value >= parts.VISIBLE else "perhaps a hand" if value >= 0.3 else "no hands in view"


MEASURE = Measure(
    name="hands",
    label="Hands",
    unit="visibility",
    of=parts.whole_figure,
    take=hands,
    rank=78,
    words=words,
)
