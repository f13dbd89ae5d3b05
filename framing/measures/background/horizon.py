"""A level line at the height of the head: a horizon, a shelf, a window sill."""

from __future__ import annotations

from framing import parts
from framing.types import Backdrop, Band, Measure, Remedy

_LONG = 1.5  # eye distances on each side; what is longer disturbs no more


def horizon(behind: Backdrop) -> float:
    """Eye distances of level line at head or neck, both sides together, 0..3; above 0.75 it cuts the head off.

    In a tight picture less than 1.5 can be seen on a side: a line that takes all of it counts as one that goes on.
    """
    sides = ([n for n in behind.lines if n.side < 0], [n for n in behind.lines if n.side >= 0])
    return sum(_LONG * max((n.strength * n.level * n.share for n in side), default=0.0) for side in sides)


MEASURE = Measure(
    name="horizon",
    label="Horizon",
    unit="eye distances",
    of=parts.backdrop,
    take=horizon,
    rank=72,
    band=Band(0.0, 0.75),
    when_high=Remedy(
        "Raise or lower the camera so that the line behind passes above or below {your} head",
        aloud="Raise or lower the camera: a line cuts {your} head",
    ),
    words=lambda value: "clear" if value < 0.2 else "a short line" if value <= 0.75 else "through the head",
)
