"""How much brighter the lit side of the face is than the other."""

from __future__ import annotations

from framing import parts
from framing.pixels import stops
from framing.types import Band, LitFace, Measure, Remedy


def key_to_fill(face: LitFace) -> float:
    """Stops between the brighter and the darker cheek, 0 or more: 0 is 1:1, 1 is 2:1, 1.58 is 3:1, 3 is 8:1.

    The ratio cancels exposure and the skin's own reflectance (MEASURES.md sections 3 and 6).
    """
    return abs(stops(face.cheeks.left, face.cheeks.right))


MEASURE = Measure(
    name="key_to_fill",
    label="Key to fill",
    unit="stops",
    of=parts.lit_face,
    take=key_to_fill,
    rank=62,
    band=Band(0.0, 2.0),  # beyond 4:1 is a style of its own (MEASURES.md section 7)
    when_high=Remedy("Fill the shadow side: turn toward the light, or put something white opposite it"),
    words=lambda value: f"{2**value:.1f} to 1",
)
