"""The weights of the verdict, all of them, each with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from framing.ramp import ramp
from framing.types import Absent, Message, Readings, in_words

SLOPE = 2.0  # logits a point
DIFFERENCES = ("subjects", "crop", "mood", "environment", "creativity")

# What each difference says by itself, before its terms: one straight-on person before a plain wall leans to a headshot,
# a loose crop and an unsmiling face to a portrait. Only their sum is fitted; how it is shared out is for the reasons.
LEAD = {"subjects": 0.25, "crop": -1.75, "mood": -1.0, "environment": 0.25, "creativity": 0.25}

TIGHT = (0.3, 0.75)  # head over the shorter side: none of the headshots was looser, hardly one got tighter
TIGHT_POINTS = 3.0
BARE = (0.2, 0.6)  # share of skin on the shoulders
_SHARP = 0.015  # index of sharpness that reads "sharp"


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

    def words(self, name: str) -> Message:
        """The reading as the checklist says it, or why it is absent."""
        reading = self._readings[name]
        if isinstance(reading.value, Absent):
            return reading.value.why
        return in_words(reading.measure, reading.value)


class Term(NamedTuple):
    """One weight: its name, the difference it speaks for, its points at full strength, and its strength 0..1."""

    name: str  # in a studio's file of weights
    difference: str
    points: float  # the guide's own; a studio may have fitted others (`framing.verdict.weights`)
    strength: Callable[[Values], float]
    undone: str = ""  # what is said where silencing it would cross the boundary, in the sitter's terms
    least: float = 0.0  # points that the article asks for, where too few photographs can say


def drama(values: Values) -> float:
    """How dramatic the light and the colours are, 0..1: hard light from the side, low key, or no colour at all.

    Each by itself makes the mood, so the strongest counts. Hard begins at 3:1 and is full past 5:1, in stops.
    """
    return max(
        ramp(values("key_to_fill", 0.0), 1.6, 2.4),
        ramp(values("low_key", 0.0), 0.3, 0.9),
        1.0 - ramp(values("colours", 40.0), 2.0, 6.0),
    )


def held_away(values: Values) -> float:
    """How far the eyes look beside the lens, 0..1, where they are sharp: in a soft picture it is a missed moment."""
    return ramp(abs(values("eye_contact", 0.0)), 8.0, 20.0) if values("sharpness", 0.0) >= _SHARP else 0.0


def cut_on_purpose(values: Values) -> float:
    """How far an edge cuts the face, 0..1, where it is sharp: a photographer's choice; soft, somebody was moving."""
    return ramp(values("face_cut", 0.0), 0.03, 0.2) if values("sharpness", 0.0) >= _SHARP else 0.0


def posed(values: Values) -> float:
    """How far the sitter faces or looks elsewhere, 0..1."""
    return max(ramp(abs(values("yaw", 40.0)), 10.0, 40.0), held_away(values))


# The signs are the article's (docs/guidance.md), the ramps are in docs/measures.md, "Verdict"; only the points
# are fitted (`python -m framing fit`), to a quarter, cross-validated by where the photographs came from.
TERMS = (
    Term("tightness", "crop", TIGHT_POINTS, lambda v: ramp(v("tightness", 0.0), *TIGHT)),  # "tight: head and shoulders"
    Term(
        "centring", "crop", -0.75, lambda v: ramp(abs(v("centring", 0.25)), 0.05, 0.25),  # straightforward
        "It would read as a headshot nearer the middle",
    ),
    Term("smile", "mood", 0.75, lambda v: ramp(v("smile", 0.0), 0.1, 0.7)),  # friendly and composed: "professional"
    Term("backdrop_tone", "mood", 0.5, lambda v: ramp(v("backdrop_tone", 50.0), 10.0, 80.0)),  # "well-lit, bright"
    Term(
        "emotion", "mood", -1.75, lambda v: v("emotion", 0.0),  # "little emotion", by single features
        "It would read as a headshot with a calmer face",
    ),
    Term(
        "expressive", "mood", -1.25, lambda v: ramp(v("expressive", 0.0), 0.1, 0.7),  # and by all together
        "It would read as a headshot with a calmer face",
    ),
    Term(
        "subjects", "subjects", -2.0, lambda v: float(v("subjects", 1.0) > 1),  # "one"
        "It would read as a headshot with one person in it", least=2.0,
    ),
    Term(
        "detail", "environment", -0.75, lambda v: ramp(v("detail", 0.0), 0.3, 1.0),  # "generic"
        "It would read as a headshot before a plain backdrop",
    ),
    Term(
        "hands", "creativity", -1.5, lambda v: ramp(v("hands", 0.0), 0.3, 0.9),  # props
        "It would read as a headshot with the hands out of the picture",
    ),
    Term(
        "posed", "creativity", -0.75, posed,  # posing
        "It would read as a headshot facing the lens",
    ),
    # Clothing; nobody is told to wear anything else.
    Term("bare_shoulders", "creativity", -0.5, lambda v: ramp(v("bare_shoulders", 0.0), *BARE), least=0.5),
    Term(
        "face_cut", "creativity", -0.75, cut_on_purpose,  # composition
        "It would read as a headshot with the whole face in the picture", least=0.75,
    ),
    Term(
        "drama", "creativity", -1.0, drama,  # lighting, colour
        "It would read as a headshot in plain light and in colour",
    ),
)
