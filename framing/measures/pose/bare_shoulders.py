"""Whether the shoulders are bare: what is worn, or not, sets a mood that portraits seek."""

from __future__ import annotations

from framing import parts
from framing.types import Measure


def bare_shoulders(share: float) -> float:
    """The share of skin on the shoulders, 0..1, on that which shows less of it: under 0.2 clothed, over 0.6 bare.

    Skin is what the mask of the person and the colour of the sitter's own face agree on (docs/measures.md, "Bare
    shoulders").
    """
    return share


MEASURE = Measure(
    name="bare_shoulders",
    label="Shoulders",
    unit="of 1",
    of=parts.bare_shoulders,
    take=bare_shoulders,
    rank=95,
    words=lambda value: "covered" if value < 0.2 else "partly bare" if value < 0.5 else "bare",
)
