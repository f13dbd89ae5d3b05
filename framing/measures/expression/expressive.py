"""How much of the face speaks, as a small model of expressions sees it."""

from __future__ import annotations

from framing import parts
from framing.types import Measure


def expressive(share: float) -> float:
    """The share of the face's expression that is neither rest nor a smile, 0..1: under 0.2 composed, over 0.6 strong.

    It says that a face speaks, never what it says (docs/expression.md).
    """
    return share


MEASURE = Measure(
    name="expressive",
    label="Expressive face",
    unit="of 1",
    of=parts.expression,
    take=expressive,
    rank=82,
    words=lambda value: "hardly" if value < 0.2 else "somewhat" if value < 0.6 else "very",
)
