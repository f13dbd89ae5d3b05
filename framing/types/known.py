"""What is known of this sitter and this camera before a frame is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from framing.types.places import Absent

_SHUT = 0.025  # face heights: a lid gap under every open eye's, whatever its shape (OFIQ; MEASURES.md section 6)
DROOP = 0.6  # eyes under this share of their own opening are closing (MEASURES.md section 8 row 13)

NOT_CALIBRATED = Absent("the camera's distance has not been set once by hand")


@dataclass(frozen=True, slots=True)
class Baseline:
    """How this sitter looks at rest, straight into the lens. The defaults stand for everybody and err on silence."""

    pitch: float = 7.0  # degrees that a level head reads, + down: -3 to 14 (MEASURES.md section 3, Zero offset)
    eye_gap: float = _SHUT / DROOP  # face heights T between the lids of the open eyes
    expression: Mapping[str, float] = field(default_factory=dict)  # blendshape name -> 0..1


EVERYBODY = Baseline()
