"""How much of the picture the head fills: what makes a crop read as a headshot."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Remedy, filled


def tightness(figure: parts.Figure) -> float:
    """Head with hair over the picture's shorter side, 0 or more: 0.5 is loose for a headshot, 0.9 fills the frame.

    The shorter side tells more than the height (docs/measures.md, "Face height").
    """
    return figure.head_height / min(figure.aspect, 1.0)


MEASURE = Measure(
    name="tightness",
    label="Tightness",
    unit="of the shorter side",
    of=parts.figure,
    take=tightness,
    rank=32,
    when_low=Remedy("Come{a_little} closer to the camera", Direction.NEARER),
    when_high=Remedy("Move back{a_little} from the camera", Direction.FARTHER),
    words=lambda value: filled("the head is {share:.0%} of the shorter side", share=value),
)
