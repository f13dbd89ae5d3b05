"""Whether the picture is in colour, or black and white."""

from __future__ import annotations

from framing import parts
from framing.types import LitFace, Measure


def colours(face: LitFace) -> float:
    """How far the picture's colours lie apart, a* and b*, 0 or more: under 3 black and white or toned.

    A print toned brown or blue has one colour for each lightness, so the spread about that is told.
    """
    return face.tones.colours


MEASURE = Measure(
    name="colours",
    label="Colours",
    unit="a*",
    of=parts.lit_face,
    take=colours,
    rank=93,
    words=lambda value: "black and white" if value < 3.0 else "muted" if value < 15.0 else "in colour",
)
