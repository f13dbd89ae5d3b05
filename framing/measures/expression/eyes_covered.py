"""Whether hair or anything else lies over an eye."""

from __future__ import annotations

from framing import parts
from framing.types import Hidden, Measure, Remedy, Shown


def eyes_covered(shown: Shown) -> float:
    """Eyes that something other than glasses lies over, 0 to 2: hair, a hand, a brim."""
    return float(shown.eyes.count(Hidden.SOMETHING))


MEASURE = Measure(
    name="eyes_covered",
    label="Eyes covered",
    unit="eyes",
    of=parts.shown,
    take=eyes_covered,
    rank=24,
    when_high=Remedy("Move the hair from {your} eyes: both must show"),
    words=lambda value: {0: "none", 1: "one is covered"}.get(round(value), "both"),
)
