"""Whether a reflection in the glasses hides the eyes."""

from __future__ import annotations

from framing import parts
from framing.types import Hidden, Measure, Remedy, Shown


def lens_reflection(shown: Shown) -> float:
    """Eyes that a reflection hides, 0 to 2; one that leaves iris and lids to be seen counts for nothing."""
    return float(shown.eyes.count(Hidden.REFLECTION))


MEASURE = Measure(
    name="lens_reflection",
    label="Reflections",
    unit="eyes",
    of=parts.shown,
    take=lens_reflection,
    rank=26,
    when_high=Remedy(
        "Turn the lamp or tilt the glasses: a reflection hides the eyes",
        aloud="Turn the lamp or tilt the glasses",
    ),
    words=lambda value: "over the eyes" if value else "none",
)
