"""The room at the sitter's left side: a face cut by that edge shows here."""

from __future__ import annotations

from framing import parts
from framing.span import beside
from framing.types import Band, Direction, Measure, Remedy, Severity


def margin_left(heads: parts.Heads) -> float:
    """The sitter's left eye to the edge on that side, in eye distances; below 0 the eye is outside."""
    return min((heads.aspect - h.left_eye.x) / max(h.eye_distance, 1e-6) for h in heads.all)


MEASURE = Measure(
    name="margin_left",
    label="Room left",
    unit="eye distances",
    of=parts.heads,
    take=margin_left,
    rank=13,
    band=Band(0.9, float("inf")),  # OFIQ's limit, corrected to the near eye (docs/measures.md, "Margins")
    when_low=Remedy("Move{a_little} to {your} right", Direction.RIGHT),
    severity=Severity.ERROR,
    inside=0.2,
    words=beside,
)
