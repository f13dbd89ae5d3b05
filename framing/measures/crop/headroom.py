"""The room above the hair."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Measure, Remedy, filled


def headroom(everyone: parts.Everyone) -> float:
    """From the top edge down to the top of the highest hair: 0 touches the edge, below 0 is cut. Viewfinder heights."""
    return min(face.hair_top.y for face in everyone.faces)


MEASURE = Measure(
    name="headroom",
    label="Headroom",
    unit="viewfinder heights",
    of=parts.everyone,
    take=headroom,
    rank=41,
    band=Band(0.01, 0.20),  # wide: a sliver is a school of its own (docs/practice.md, "Headroom")
    when_low=Remedy("Tilt the camera up{a_little}", Direction.UP, fault="Too little room above the head"),
    when_high=Remedy("Tilt the camera down{a_little}", Direction.DOWN, fault="Too much room above the head"),
    words=lambda value: "the hair is cut" if value < 0 else filled("{share:.0%} above the hair", share=value),
)
