"""A line that seems to grow from the head: a pole, a frame, an edge."""

from __future__ import annotations

from framing.ramp import ramp
from framing.types import Backdrop

_MIDDLE = (-0.25, -0.05)  # eye distances: a line in the middle counts for both sides, and one of the two cues is given


def merger(behind: Backdrop, side: float) -> float:
    """How clearly a line runs into the head on one side, 0..1; `side` is 1 for the sitter's left, -1 for the right."""
    return max((n.strength * (1.0 - n.level) * ramp(side * n.side, *_MIDDLE) for n in behind.lines), default=0.0)


def merger_words(value: float) -> str:
    """Clear, a hint of a line, or a line that meets the head."""
    return "clear" if value < 0.1 else "hint of a line" if value <= 0.5 else "meets the head"
