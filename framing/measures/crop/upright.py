"""Whether the picture stands upright, or was scanned on its side or upside down."""

from __future__ import annotations

from framing.types import Absent, Band, Measure, Message, Remedy, Scene, Severity


def somebody(scene: Scene) -> Scene | Absent:
    """The whole scene, if anybody is in it, also on their side."""
    return scene if scene.people or scene.quarter_turns else Absent("no one is in view")


def upright(scene: Scene) -> float:
    """Quarter turns to the right that put the picture upright, -1 to 2; 0 as it should be."""
    return float(-1 if scene.quarter_turns == 3 else scene.quarter_turns)


def words(value: float) -> Message:
    """How it lies."""
    return {0: "upright", 2: "upside down"}.get(round(value), "on its side")


MEASURE = Measure(
    name="upright",
    label="Upright",
    unit="quarter turns",
    of=somebody,
    take=upright,
    rank=9,  # before everything: whatever else is read of a picture on its side is wrong
    band=Band(0, 0),
    when_low=Remedy("Turn the picture a quarter to the left"),
    when_high=Remedy(
        "Turn the picture a quarter to the right", twice="Turn the picture half way round: it is upside down"
    ),
    severity=Severity.ERROR,
    words=words,
)
