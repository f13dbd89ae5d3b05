"""The room at the sitter's right side: a face cut by that edge shows here."""

from __future__ import annotations

from framing import parts
from framing.span import beside
from framing.types import Band, Direction, Measure, Remedy, Severity


def margin_right(heads: parts.Heads) -> float:
    """The sitter's right eye to the edge on that side, in eye distances; below 0 the eye is outside."""
    return min(h.right_eye.x / max(h.eye_distance, 1e-6) for h in heads.all)


MEASURE = Measure(
    name="margin_right",
    label="Room right",
    unit="eye distances",
    of=parts.heads,
    take=margin_right,
    rank=12,
    band=Band(0.9, float("inf")),  # OFIQ's limit, corrected to the near eye (docs/measures.md, "Margins")
    when_low=Remedy("Move{a_little} to {your} left", Direction.LEFT),
    severity=Severity.ERROR,
    inside=0.2,
    words=beside,
)
