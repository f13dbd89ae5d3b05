"""The weights of the verdict, all of them, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from framing.ramp import ramp
from framing.types import Absent, Readings

SLOPE = 2.0  # logits a point
DIFFERENCES = ("subjects", "crop", "mood", "environment", "creativity")

# What each difference says by itself, before its terms: one straight-on person before a plain wall leans to a headshot,
# a loose crop to a portrait. They add up to the fitted boundary of -0.5 points (MEASURES.md section 8e).
LEAD = {"subjects": 0.25, "crop": -1.25, "mood": 0.0, "environment": 0.25, "creativity": 0.25}

TIGHT = (0.25, 0.70)  # head over the shorter side: none of the headshots was looser, hardly one got tighter
TIGHT_POINTS = 2.0


class Values:
    """Readings as numbers for the terms: what is absent counts as the silence that the term states."""

    def __init__(self, readings: Readings) -> None:
        self._readings = readings

    def __call__(self, name: str, silence: float) -> float:
        """The reading's value, or `silence` where there is none."""
        value = self._readings[name].value
        return silence if isinstance(value, Absent) else value

    def part(self, name: str) -> object:
        """What the reading was taken of."""
        return self._readings[name].part

    def words(self, name: str) -> str:
        """The reading as the checklist says it, or why it is absent."""
        reading = self._readings[name]
        if isinstance(reading.value, Absent):
            return reading.value.why
        words = reading.measure.words
        return words(reading.value) if words else f"{reading.value:.2f} {reading.measure.unit}"


class Term(NamedTuple):
    """One weight: the difference it speaks for, its points at full strength, and its strength 0..1."""

    difference: str
    points: float
    strength: Callable[[Values], float]
    undone: str = ""  # what would silence it, in the sitter's terms


# Fitted on 249 labelled photographs, cross-validated by where they came from; the signs are the source article's.
TERMS = (
    Term("crop", TIGHT_POINTS, lambda v: ramp(v("tightness", 0.0), *TIGHT)),  # "tight: head and shoulders"
    Term("crop", -1.0, lambda v: ramp(abs(v("centring", 0.25)), 0.03, 0.25), "nearer the middle"),  # straightforward
    Term("mood", 1.0, lambda v: ramp(v("smile", 0.0), 0.1, 0.7)),  # friendly and composed: "professional"
    Term("mood", -2.0, lambda v: v("emotion", 0.0), "with a calmer face"),  # "little emotion"
    Term("subjects", -2.0, lambda v: float(v("subjects", 1.0) > 1), "with one person in it"),  # "one"
    Term("environment", -1.0, lambda v: v("detail", 0.0), "before a plain backdrop"),  # "generic, or cropped out"
    Term("creativity", -2.0, lambda v: float(v("hands", 0.0) > 0), "with the hands out of the picture"),  # props
    Term("creativity", -1.0, lambda v: ramp(abs(v("yaw", 40.0)), 8.0, 40.0), "facing the lens"),  # posing
    Term(
        "creativity",  # lighting
        -1.0,
        lambda v: max(ramp(v("key_to_fill", 0.0), 0.3, 1.8), ramp(v("darkness", 0.0), 0.1, 0.8)),
        "in brighter, more even light",
    ),
)


def points(difference: str, values: Values) -> float:
    """The points of one difference, + toward headshot; the five add up to the logit over SLOPE."""
    return LEAD[difference] + sum(t.points * t.strength(values) for t in TERMS if t.difference == difference)
