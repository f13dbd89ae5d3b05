"""Whether a turned face has room to look into."""

from __future__ import annotations

from framing import parts
from framing.types import Absent, Band, Measure, Remedy, Scene, filled

_TURNED = 15.0  # degrees of yaw below which a face looks at the camera rather than into the picture


def looking_aside(scene: Scene) -> parts.Placed | Absent:
    """The main face with the viewfinder's aspect, where it is turned."""
    placed = parts.placed_face(scene)
    if isinstance(placed, Absent) or abs(placed.face.turn.yaw) >= _TURNED:
        return placed
    return Absent("the face is not turned to a side")


def look_room(placed: parts.Placed) -> float:
    """Share of the width that lies before a turned face, from the eyes on; 1/2 is the middle, 2/3 the classic rule."""
    x = placed.face.eyes.x / placed.aspect
    return 1.0 - x if placed.face.turn.yaw > 0 else x


MEASURE = Measure(
    name="look_room",
    label="Look room",
    unit="viewfinder widths",
    of=looking_aside,
    take=look_room,
    rank=52,
    # Eyes lie before the middle of a turned head: even well placed ones read 0.42 (median of 27 turned photographs).
    band=Band(0.35, float("inf")),
    when_low=Remedy(
        "Turn the camera{a_little} the way {your} face looks, for room before it",
        aloud="Turn the camera{a_little} the way {your} face looks",
    ),
    words=lambda value: filled("{share:.0%} of the width before the face", share=value),
)
