"""How much brighter the lit side of the face is than the other."""

from __future__ import annotations

from framing import parts
from framing.pixels import stops
from framing.types import Cheeks, Measure, Remedy, filled


def key_to_fill(cheeks: Cheeks) -> float:
    """Stops between the brighter and the darker cheek, 0 or more: 0 is 1:1, 1 is 2:1, 1.58 is 3:1, 3 is 8:1.

    Only shown, unless a drill asks for a ratio: `key_side` has the same stops with the side.
    """
    return abs(stops(cheeks.left, cheeks.right))


MEASURE = Measure(
    name="key_to_fill",
    label="Key to fill",
    unit="stops",
    of=parts.cheeks,
    take=key_to_fill,
    rank=63,
    when_low=Remedy("Take fill away from the dark side of {your} face, or move the lamp{a_little} to the side",
                    aloud="Take fill away, or move the lamp aside"),
    when_high=Remedy("Bring fill to the dark side of {your} face, or move the lamp{a_little} toward the camera",
                     aloud="Bring fill, or move the lamp toward the camera"),
    words=lambda value: filled("{ratio:.1f} to 1 ({stops:.1f} stops)", ratio=2**value, stops=value),
)
