"""The pattern of light on the face, by its photographer's name: evidence for the verdict, never right or wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from framing.pixels import stops
from framing.ramp import ramp
from framing.types import Absent, Cheeks, Light, LitFace, Message

_MOST = 0.8  # beard, fringe, make-up and glasses break the patches (docs/measures.md, "Patterns of light")
_LEAST = 0.3  # confidence below which no name is worth saying
_SIDED = ("under_eye", "nose_side", "jaw")
_NEEDED = ("philtrum", *(f"{side}_{patch}" for side in ("right", "left") for patch in _SIDED))


_SAID = {
    "flat": "looks like flat light",
    "loop": "looks like loop light",
    "Rembrandt": "looks like Rembrandt light",
    "butterfly": "looks like butterfly light",
    "split": "looks like split light",
    "under-lit": "looks like under-lit",
}


class Pattern(NamedTuple):
    """What the light looks like, and how far to trust that."""

    name: str  # flat, loop, Rembrandt, butterfly, split or under-lit
    confidence: float  # 0..1

    @property
    def said(self) -> Message:
        """As it is said: "looks like loop light", which is never sure."""
        return _SAID[self.name]


def pattern(face: LitFace) -> Pattern | Absent:
    """The pattern that fits best, confidence 0.3..0.8, or why none can be named."""
    fits = fitting(face)
    return fits if isinstance(fits, Absent) else named(fits)


def fitting(face: LitFace) -> Mapping[str, float] | Absent:
    """How well each pattern fits, 0..1 by its name, or why that cannot be told.

    Each pattern is as good as the weakest of its conditions. All are ratios within the face, so neither exposure nor
    skin counts; a mirror changes nothing (docs/measures.md, "Patterns of light").
    """
    if isinstance(face.light, Absent):
        return face.light
    if isinstance(face.cheeks, Absent):
        return face.cheeks
    if any(name not in face.patches for name in _NEEDED):
        return Absent("too little of the face is in view to name its light")
    return _fits(face.light, face.cheeks, face.patches)


def named(fits: Mapping[str, float]) -> Pattern | Absent:
    """The pattern that fits best, or why none can be named."""
    (name, best), (_, second) = sorted(fits.items(), key=lambda fit: -fit[1])[:2]
    confidence = _MOST * best * (1.0 - second / 2.0)
    return Pattern(name, confidence) if confidence >= _LEAST else Absent("no clear pattern of light")


def _fits(light: Light, cheeks: Cheeks, patches: Mapping[str, float]) -> dict[str, float]:
    ratio = abs(stops(cheeks.left, cheeks.right))
    nose_shadow = stops((cheeks.left * cheeks.right) ** 0.5, patches["philtrum"])
    sideways = abs(light.across) / max(abs(light.above), 0.1)
    sure = ramp(light.fit, 0.1, 0.4)  # that the light has a direction at all; flat light need have none
    return {
        "flat": min(1.0 - ramp(ratio, 0.3, 0.6), 1.0 - ramp(light.strength, 0.8, 1.2)),
        "under-lit": min(sure, ramp(-light.above, 0.3, 0.8)),
        "butterfly": min(sure, 1.0 - ramp(ratio, 0.4, 0.7), ramp(light.above, 0.9, 1.5), ramp(nose_shadow, 0.2, 0.6)),
        "loop": min(sure, ramp(ratio, 0.3, 0.5), 1.0 - ramp(ratio, 1.1, 1.5), ramp(light.above, 0.1, 0.5)),
        "Rembrandt": min(
            sure,
            ramp(ratio, 1.0, 1.4),
            1.0 - ramp(ratio, 2.3, 2.8),
            ramp(light.above, 0.3, 0.7),
            _triangle(cheeks, patches),
        ),
        "split": min(sure, ramp(ratio, 1.6, 2.2), ramp(sideways, 1.5, 2.5)),
    }


def _triangle(cheeks: Cheeks, patches: Mapping[str, float]) -> float:
    """How clearly a lit triangle stands under the eye of the shadow side, 0..1."""
    side = "right" if cheeks.right < cheeks.left else "left"
    lit = patches[f"{side}_under_eye"]
    around = max(patches[f"{side}_jaw"], patches[f"{side}_nose_side"])
    return ramp(stops(lit, around), 0.2, 0.6)
