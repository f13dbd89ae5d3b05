"""Whether the face is lit evenly, as documents ask."""

from __future__ import annotations

from framing import parts
from framing.types import Light, Measure, Remedy, filled

# Which way the four zones of the ICAO rule look on a frontal face: forehead, both cheeks, chin (canonical face).
_ZONES = ((0.0, 0.25), (-0.62, 0.02), (0.62, 0.02), (0.0, -0.3))


def evenness(light: Light) -> float:
    """Stops between the brightest and the darkest of forehead, cheeks and chin, 0 or more; up to 2.2 by the ICAO rule.

    The rule's squares are filled with the light that was fitted to the face's bare skin: a fringe, a cap or a beard in
    a square is not uneven light. Half the code value, as the rule has it, is 2.2 stops (docs/measures.md).
    """
    levels = [light.across * across + light.above * above for across, above in _ZONES]
    return max(levels) - min(levels)


MEASURE = Measure(
    name="evenness",
    label="Evenness",
    unit="stops",
    of=parts.light,
    take=evenness,
    rank=66,
    when_high=Remedy(
        "Even out the light: face it, or bring a white sheet to the darker side of {your} face",
        aloud="Even out the light: face it",
    ),
    words=lambda value: filled("{ratio:.1f} to 1 across the face", ratio=2**value),
)
