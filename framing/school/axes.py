"""The five axes of a scorecard: every measure belongs to exactly one."""

from __future__ import annotations

from collections.abc import Mapping

from framing.school.values import Axis
from framing.types import Measure

# What the camera does rather than the light, the place or the sitter: focus, exposure, colour, level and pixels.
_TECHNICAL = frozenset({
    "clipping_high", "clipping_low", "colour_cast", "colours", "exposure", "face_resolution", "motion", "roll",
    "sharpness", "tint", "tonal_range", "upright",
})  # fmt: skip
_BY_GROUP: Mapping[str, Axis] = {
    "crop": "crop",
    "light": "light",
    "background": "background",
    "pose": "pose",
    "expression": "pose",
}


def axis(measure: Measure) -> Axis:
    """The axis that a measure's points count in."""
    return "technical" if measure.name in _TECHNICAL else _BY_GROUP[measure.group]
