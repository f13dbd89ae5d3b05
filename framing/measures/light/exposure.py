"""Whether the picture is too dark or too bright, whatever the sitter's skin."""

from __future__ import annotations

from math import log2

from framing import parts
from framing.pixels import BLACK
from framing.types import Absent, Band, LitFace, Measure, Message, Remedy, filled

_TOLERATED = 0.02  # share of the sitter that may burn out: glints on skin, a fold of a white shirt
_SCLERA = 0.6  # light of the whites of the eyes under which white would just be white; most lie below


def exposure(face: LitFace) -> float:
    """Stops by which the highlights miss the top of the scale, about -10..5: below 0 too dark, above 0 burnt out.

    Dark is where nothing around the face comes near white, nor the whites of the eyes; each doubling of what is burnt
    beyond a few percent of the sitter counts a stop. How bright the skin is counts for nothing (docs/measures.md).
    """
    eyes = 0.0 if isinstance(face.sclera, Absent) else face.sclera.light / _SCLERA
    white = min(max(face.tones.white, eyes, BLACK), 1.0)
    return log2(white) + log2(1.0 + face.tones.burnt / _TOLERATED)


def words(value: float) -> Message:
    """How far off, in stops."""
    if -1.0 <= value <= 1.0:
        return "well exposed"
    return filled("{off:.1f} stops too dark" if value < 0 else "{off:.1f} stops too bright", off=abs(value))


MEASURE = Measure(
    name="exposure",
    label="Exposure",
    unit="stops",
    of=parts.lit_face,
    take=exposure,
    rank=22,
    band=Band(-1.4, 1.0),
    when_low=Remedy("Bring more light onto {you}, or raise the camera's exposure"),
    when_high=Remedy("Less light on {you}, or lower the camera's exposure and lock it", aloud="Less light on {you}"),
    words=words,
)
