"""Headshot or portrait: a few weighted terms over the readings, grouped by the article's five differences.

The points of the five add up to the logit of P(headshot), so the reasons shown are all there is to the verdict. The
picture alone is judged: what its use wants is set beside the verdict, never mixed into it.
"""

from __future__ import annotations

import math

from framing.measures.crop.heads_shown import shot_size
from framing.types import Readings, Verdict
from framing.verdict.boundary import boundary
from framing.verdict.reasons import reasons, silent
from framing.verdict.terms import DIFFERENCES, SLOPE, Values
from framing.verdict.weights import GUIDES, Weights


def verdict(readings: Readings, weights: Weights = GUIDES) -> Verdict:
    """Headshot, portrait or neither, with P(headshot) 0..1, the five reasons, and what would change it."""
    values = Values(readings)
    if values("subjects", 0.0) < 1:
        return Verdict("neither", None, "none", silent(), "With somebody in view there is something to read")
    total = sum(weights.total(d, values) for d in DIFFERENCES)
    words, clear = boundary(values, total, weights)
    return Verdict(
        reads_as="headshot" if total > 0 else "portrait",
        probability=1.0 / (1.0 + math.exp(-SLOPE * total)),
        shot_size=shot_size(values("heads_shown", 1.0)),
        evidence=reasons(values, weights),
        boundary=words,
        clear=clear,
        weights=weights.name,
    )
