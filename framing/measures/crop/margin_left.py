"""The room at the sitter's left side: a face cut by that edge shows here."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Direction, Measure, Remedy, Severity


def margin_left(everyone: parts.Everyone) -> float:
    """The sitter's left eye to the edge on that side, in eye distances; below 0 the eye is outside."""
    return min((everyone.aspect - f.left_eye.x) / max(f.eye_distance, 1e-6) for f in everyone.faces)


MEASURE = Measure(
    name="margin_left",
    label="Room left",
    unit="eye distances",
    of=parts.everyone,
    take=margin_left,
    rank=46,
    band=Band(0.9, float("inf")),  # OFIQ's limit, corrected to the near eye (MEASURES.md section 1, quirk 2)
    when_low=Remedy("Move{a_little} to {your} right", Direction.RIGHT),
    severity=Severity.ERROR,
)
