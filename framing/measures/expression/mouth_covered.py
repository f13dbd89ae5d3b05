"""Whether a mask or a hand lies over the mouth."""

from __future__ import annotations

from framing import parts
from framing.types import Measure, Remedy, Shown


def mouth_covered(shown: Shown) -> float:
    """Mouths that cannot be seen, 0 or 1; under a beard or a moustache the lips are seen."""
    return 0.0 if shown.mouth else 1.0


MEASURE = Measure(
    name="mouth_covered",
    label="Mouth covered",
    unit="mouths",
    of=parts.shown,
    take=mouth_covered,
    rank=25,
    when_high=Remedy("Uncover the mouth: the whole face must show"),
    words=lambda value: "it is covered" if value else "no",
)
