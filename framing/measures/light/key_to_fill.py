"""How much brighter the lit side of the face is than the other."""

from __future__ import annotations

from framing import parts
from framing.pixels import stops
from framing.types import Cheeks, Measure, filled


def key_to_fill(cheeks: Cheeks) -> float:
    """Stops between the brighter and the darker cheek, 0 or more: 0 is 1:1, 1 is 2:1, 1.58 is 3:1, 3 is 8:1.

    Only shown: `key_side` has the same stops with the side, and so the remedy.
    """
    return abs(stops(cheeks.left, cheeks.right))


MEASURE = Measure(
    name="key_to_fill",
    label="Key to fill",
    unit="stops",
    of=parts.cheeks,
    take=key_to_fill,
    rank=63,
    words=lambda value: filled("{ratio:.1f} to 1 ({stops:.1f} stops)", ratio=2**value, stops=value),
)
