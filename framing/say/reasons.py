"""The five differences in words: what is seen, and the numbers behind it."""

from __future__ import annotations

from math import exp

from framing.say.language import Language, listed, translate
from framing.say.told import Reason
from framing.types import Evidence, Message

_TITLES: dict[str, Message] = {
    "subjects": "Subjects",
    "crop": "Crop",
    "mood": "Mood",
    "environment": "Environment",
    "creativity": "Creativity",
}
_STEEPEST = 20.0  # logits beyond which the scale's end is reached


def reason(evidence: Evidence, language: Language) -> Reason:
    """One of them, with its place on the scale from portrait, 0, to headshot, 100."""
    weight = max(-_STEEPEST, min(_STEEPEST, evidence.weight))
    return Reason(
        difference=evidence.difference,
        title=translate(language, _TITLES[evidence.difference]),
        lean=evidence.lean,
        at=round(100.0 / (1.0 + exp(-weight)), 1),
        because=seen(evidence, language),
        numbers=listed(language, evidence.numbers),
    )


def seen(evidence: Evidence, language: Language) -> str:
    """What is seen, one thing after the other."""
    return listed(language, evidence.because)
