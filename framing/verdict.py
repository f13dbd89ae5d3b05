"""Headshot or portrait: a few weighted terms over the readings, grouped by the five differences.

Points add up; P(headshot) is the logistic of how far they lie above the boundary. The picture alone is judged: what its
use wants is set beside the verdict, never mixed into it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from framing.measures.crop.heads_shown import SPOKEN, crop_name
from framing.ramp import ramp
from framing.types import Absent, Evidence, Lean, Readings, Verdict

SLOPE = 2.0  # logits a point
BOUNDARY = 0.5  # points at which a headshot is as likely as a portrait
_SILENT = 0.25  # points below which a difference leans neither way


class Term(NamedTuple):
    """One weighted term: which difference it speaks for, its points at full strength, and its strength 0..1."""

    difference: str
    points: float
    strength: Callable[[Values], float]
    reason: str


class Values:
    """Readings as numbers: what is absent counts as the stated silence."""

    def __init__(self, readings: Readings) -> None:
        """Keep the readings."""
        self._readings = readings

    def __call__(self, name: str, silence: float) -> float:
        """The reading's value, or `silence` where there is none."""
        value = self._readings[name].value
        return silence if isinstance(value, Absent) else value

    def words(self, name: str) -> str:
        """The reading as the checklist says it, or why it is absent."""
        reading = self._readings[name]
        if isinstance(reading.value, Absent):
            return reading.value.why
        words = reading.measure.words
        return words(reading.value) if words else f"{reading.value:.2f} {reading.measure.unit}"


# Fitted on 249 labelled photographs, cross-validated by source (MEASURES.md section 8e); the article gives the signs.
TERMS = (
    Term("crop", +2.0, lambda v: ramp(v("tightness", 0.0), 0.25, 0.70), "a headshot is cropped tight"),
    Term("mood", +1.0, lambda v: ramp(v("smile", 0.0), 0.1, 0.7), "a friendly, composed face is professional"),
    Term("creativity", -2.0, lambda v: float(v("hands", 0.0) > 0), "hands and props belong to portraits"),
    Term("mood", -2.0, lambda v: v("emotion", 0.0), "a headshot shows little emotion"),
    Term("subjects", -2.0, lambda v: float(v("subjects", 1.0) > 1), "a headshot is of one person"),
    Term("creativity", -1.0, lambda v: ramp(abs(v("yaw", 40.0)), 8.0, 40.0), "a headshot looks at the lens"),
    Term("environment", -1.0, lambda v: v("detail", 0.0), "a headshot's place is generic"),
    Term(
        "creativity",
        -1.0,
        lambda v: max(ramp(v("key_to_fill", 0.0), 0.3, 1.8), ramp(v("darkness", 0.0), 0.1, 0.8)),
        "dramatic light is a portrait's",
    ),
    Term("crop", -1.0, lambda v: ramp(abs(v("centring", 0.25)), 0.03, 0.25), "a headshot is centred"),
)


def verdict(readings: Readings) -> Verdict:
    """Headshot, portrait or neither, with P(headshot) 0..1, the reasons, and what would change it."""
    values = Values(readings)
    if values("subjects", 0.0) == 0:
        return Verdict("neither", None, "none", _nobody(), "Step in front of the camera to be read")
    total = sum(t.points * t.strength(values) for t in TERMS)
    probability = 1.0 / (1.0 + math.exp(-SLOPE * (total - BOUNDARY)))
    crop = crop_name(values("heads_shown", 1.0))
    reads_as = "headshot" if probability >= 0.5 else "portrait"
    evidence = tuple(_evidence(d, values, crop) for d in DIFFERENCES)
    return Verdict(reads_as, probability, crop, evidence, _boundary(values, total))


DIFFERENCES = ("subjects", "crop", "mood", "environment", "creativity")


def _nobody() -> tuple[Evidence, ...]:
    return tuple(Evidence(d, "none", "no one is in view") for d in DIFFERENCES)


def _evidence(difference: str, values: Values, crop: str) -> Evidence:
    points = sum(t.points * t.strength(values) for t in TERMS if t.difference == difference) 
    lean: Lean = "none" if abs(points) < _SILENT else "headshot" if points > 0 else "portrait"
    return Evidence(difference, lean, difference, points)


def _boundary(values: Values, total: float) -> str:
    return ""
