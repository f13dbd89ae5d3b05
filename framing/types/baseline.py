"""What is known of this sitter and this camera before a frame is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from framing.types.places import Absent

_SHUT = 0.025  # face heights: a lid gap under every open eye's, whatever its shape (docs/measures.md, "Eyes open")
DROOP = 0.6  # eyes under this share of their own opening are closing (docs/measures.md, "Eyes open")

# Brows read as lowered or lifted on many a face at rest: the highest tenth of 73 photographs labelled neutral.
_RESTING = {"browDownLeft": 0.5, "browDownRight": 0.5, "browInnerUp": 0.25}

NOT_CALIBRATED = Absent("the camera does not know its distance: say once how far away the sitter is")


@dataclass(frozen=True, slots=True)
class Baseline:
    """How this sitter looks at rest, straight into the lens. The defaults stand for everybody and err on silence."""

    pitch: tuple[float, float] = (-3.0, 14.0)  # degrees between which a level head reads (docs/measures.md)
    eye_gap: float = _SHUT / DROOP  # face heights T between the lids of the open eyes
    expression: Mapping[str, float] = field(default_factory=_RESTING.copy)  # blendshape name -> 0..1; the rest 0


EVERYBODY = Baseline()
