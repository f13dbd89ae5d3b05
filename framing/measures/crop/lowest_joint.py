"""How far down the body is really seen."""

from __future__ import annotations

from framing import parts
from framing.types import Direction, Measure, Message, Remedy

# Heads below the crown at which each joint lies on a standing adult (docs/practice.md, "Crop ladder").
_HEADS = {11: 1.5, 12: 1.5, 13: 2.8, 14: 2.8, 23: 4.0, 24: 4.0, 25: 5.5, 26: 5.5, 27: 7.0, 28: 7.0}
_NAMES = {1.0: "none", 1.5: "shoulders", 2.8: "elbows", 4.0: "hips", 5.5: "knees", 7.0: "ankles"}


def lowest_joint(figure: parts.Figure) -> float:
    """Heads from the crown to the lowest joint in the picture: shoulder 1.5, hip 4, knee 5.5, ankle 7; 1 if none.

    Only a joint inside the picture and visible counts, since pose models invent the others with high confidence.
    """
    return max((heads for joint, heads in _HEADS.items() if figure.in_view(joint)), default=1.0)


def words(value: float) -> Message:
    """The joint's name."""
    return next((name for heads, name in reversed(_NAMES.items()) if value >= heads), "none")


MEASURE = Measure(
    name="lowest_joint",
    label="Lowest joint",
    unit="heads",
    of=parts.whole_figure,
    take=lowest_joint,
    rank=48,
    when_low=Remedy("Move back{a_little} from the camera", Direction.FARTHER),
    when_high=Remedy("Come{a_little} closer to the camera", Direction.NEARER),
    words=words,
)
