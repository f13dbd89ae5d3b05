"""Whether a flash has lit the pupils red."""

from __future__ import annotations

from framing import parts
from framing.types import Measure, Remedy, Shown


def red_eyes(shown: Shown) -> float:
    """Pupils lit red by a flash beside the lens, 0 to 2: far redder than any iris, and than the lids round them."""
    return float(shown.red)


MEASURE = Measure(
    name="red_eyes",
    label="Red eyes",
    unit="eyes",
    of=parts.shown,
    take=red_eyes,
    rank=27,
    when_high=Remedy("Red eyes: no flash straight from the camera"),
    words=lambda value: "pupils lit red" if value else "none",
)
