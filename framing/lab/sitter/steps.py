"""From what a cue says to what a sitter does: by what it asks for alone, never by what would be right."""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import NamedTuple

from framing.lab.sitter.stance import ASPECT, Stance
from framing.school.follower import SIZES
from framing.types import Cue, Direction


class Step(NamedTuple):
    """What is changed, and by how much of a full step: below 0 the other way."""

    what: str  # a name in FULL
    by: float


# What somebody does who is told to, in one go.
FULL = {
    "sideways": 0.2,  # heights of the picture toward the sitter's own left, as they see themselves in it
    "tilt": 0.15,  # heights of the picture by which a camera tilted up lowers what it shows: some 6 degrees
    "distance": 0.25,  # share of the way to the camera
    "lean": 9.0,  # degrees toward the sitter's right shoulder
    "turn": 1.0,  # stops by which the light moves to the sitter's left cheek as they turn away to their right
    "exposure": 0.8,  # stops
    "lamp": 0.8,  # stops more from above
    "aside": 1.0,  # stops by which the lamp's light becomes stronger from its own side
    "even": 0.5,  # share of the light from the side that is taken away, whichever side it is
}
MOVES = frozenset({"sideways", "tilt", "distance"})  # what changes the crop; the rest changes lean and light
_BY_DIRECTION = {
    Direction.LEFT: Step("sideways", 1.0),
    Direction.RIGHT: Step("sideways", -1.0),
    Direction.UP: Step("tilt", 1.0),
    Direction.DOWN: Step("tilt", -1.0),
    Direction.NEARER: Step("distance", 1.0),
    Direction.FARTHER: Step("distance", -1.0),
    Direction.TILT_LEFT: Step("lean", -1.0),
    Direction.TILT_RIGHT: Step("lean", 1.0),
}
# What asks for another light; a photographed face cannot turn, but its light can.
_LIGHT = {
    "key_side.low": Step("turn", 1.0),
    "key_side.high": Step("turn", -1.0),
    "clipping_high.high": Step("exposure", -1.0),
    "clipping_low.high": Step("exposure", 1.0),
    "exposure.high": Step("exposure", -1.0),
    "exposure.low": Step("exposure", 1.0),
    "light_height.low": Step("lamp", 1.0),
    "light_height.high": Step("lamp", -1.0),
    "evenness.high": Step("even", 1.0),
    "key_to_fill.low": Step("aside", 1.0),
    "key_to_fill.high": Step("aside", -1.0),
}
# A step aside together with the camera changes what stands behind, and nothing in front of it.
_WITH_THE_CAMERA = {"merger_left", "merger_right"}


def step(cue: Cue) -> Step | None:
    """The step that the cue asks for; None where one photograph leaves nothing to be done about it."""
    found = _LIGHT.get(cue.id)
    if found is None and cue.measure not in _WITH_THE_CAMERA:
        found = _BY_DIRECTION.get(cue.direction)
    return found and found._replace(by=found.by * SIZES[cue.far])


def taken(stance: Stance, step: Step) -> Stance:
    """Where that step leads: distances shrink toward the middle of the picture, a head leans about its own eyes."""
    by = step.by * FULL[step.what]
    match step.what:
        case "sideways":
            return replace(stance, x=stance.x + by)
        case "tilt":
            return replace(stance, y=stance.y + by)
        case "distance":
            nearer = exp(by)
            middle = ASPECT / 2
            return replace(
                stance,
                x=middle + (stance.x - middle) * nearer,
                y=0.5 + (stance.y - 0.5) * nearer,
                face=stance.face * nearer,
            )
        case "lean":
            return replace(stance, roll=stance.roll + by)
        case "turn":
            return replace(stance, across=stance.across + by)
        case "aside":
            return replace(stance, across=stance.across + (by if stance.across >= 0.0 else -by))
        case "even":
            return replace(stance, across=stance.across * (1.0 - by))
        case "exposure":
            return replace(stance, exposure=stance.exposure + by)
        case _:
            return replace(stance, above=stance.above + by)
