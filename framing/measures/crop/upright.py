"""Whether the picture stands upright, or was scanned on its side or upside down."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Remedy, Scene, Severity


def upright(scene: Scene) -> float:
    """Quarter turns to the right that put the picture upright, -1 to 2; 0 as it should be."""
    return float(-1 if scene.quarter_turns == 3 else scene.quarter_turns)


def words(value: float) -> str:
    """How it lies."""
    return {0: "upright", 2: "upside down"}.get(round(value), "on its side")


MEASURE = Measure(
    name="upright",
    label="Upright",
    unit="quarter turns",
    of=parts.people,
    take=upright,
    rank=9,  # before everything: whatever else is read of a picture on its side is wrong
    band=Band(0, 0),
    when_low=Remedy("Turn the picture a quarter to the left"),
    when_high=Remedy("Turn the picture a quarter to the right", twice="Turn the picture upside down"),
    severity=Severity.ERROR,
    words=words,
)
