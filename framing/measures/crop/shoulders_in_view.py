"""Whether the shoulders are in the picture."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Remedy


def shoulders_in_view(figure: parts.Figure) -> float:
    """Shoulder joints inside the picture and really seen: 0, 1 or 2."""
    return float(sum(figure.in_view(j) for j in (parts.LEFT_SHOULDER, parts.RIGHT_SHOULDER)))


MEASURE = Measure(
    name="shoulders_in_view",
    label="Shoulders",
    unit="shoulders",
    of=parts.whole_figure,
    take=shoulders_in_view,
    rank=47,
    when_low=Remedy("Move back until both shoulders show", Direction.FARTHER),
    words=lambda value: ("neither in view", "one in view", "both in view")[round(value)],
)
