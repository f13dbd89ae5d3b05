"""From which side the key light comes."""

from __future__ import annotations

from framing import parts
from framing.pixels import stops
from framing.types import Band, Cheeks, Direction, Measure, Message, Remedy

_EVEN = 0.3  # stops below which neither side is the key (docs/measures.md, "Key and fill")


def key_side(cheeks: Cheeks) -> float:
    """Stops by which one cheek outshines the other, about -4..4, + where the key is on the sitter's left.

    The ratio cancels exposure and the skin's own reflectance (docs/measures.md, "Key and fill").
    """
    return stops(cheeks.left, cheeks.right)


def words(value: float) -> Message:
    """The side of the key, in the sitter's own left and right."""
    if abs(value) < _EVEN:
        return "even"
    return "from the sitter's left" if value > 0 else "from the sitter's right"


MEASURE = Measure(
    name="key_side",
    label="Key side",
    unit="stops",
    of=parts.cheeks,
    take=key_side,
    rank=60,  # before what is burnt: dimming a hard light from the side leaves the face too dark
    band=Band(-2.0, 2.0),  # beyond 4:1 is a style of its own (docs/practice.md, "Lighting ratios")
    when_low=Remedy(
        "Turn{a_little} toward the light on {your} right",
        Direction.TURN_RIGHT,
        straight=Remedy(
            "Move the light on {your} right{a_little} toward the camera, or turn chair and camera to it",
            aloud="Move the light on {your} right toward the camera",
        ),
    ),
    when_high=Remedy(
        "Turn{a_little} toward the light on {your} left",
        Direction.TURN_LEFT,
        straight=Remedy(
            "Move the light on {your} left{a_little} toward the camera, or turn chair and camera to it",
            aloud="Move the light on {your} left toward the camera",
        ),
    ),
    words=words,
)
