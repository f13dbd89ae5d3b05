"""How far the picture is from reading as the other thing, in the sitter's terms."""

from __future__ import annotations

from math import inf

from framing.ramp import ramp
from framing.types import Message, filled
from framing.verdict.terms import TERMS, TIGHT, Values
from framing.verdict.weights import GUIDES, Weights

# Metres at which a face fills a given share of the height: T is 12 cm and a webcam sees some 43 degrees upward
# (docs/measures.md, "Camera distance"). A webcam's true angle is unknown, so steps are only ever said roughly.
_METRES_AT_FULL = 0.152
_STEP = 0.6
_DISTANCES: tuple[tuple[float, Message], ...] = (
    (0.1, "a hand's breadth"), (0.45, "half a step"), (0.9, "one step"), (1.5, "two steps"),
)  # fmt: skip
_MOVED = {
    ("back", "portrait"): "About {distance} back, and it reads as a portrait",
    ("back", "headshot"): "About {distance} back, and it reads as a headshot",
    ("closer", "portrait"): "About {distance} closer, and it reads as a portrait",
    ("closer", "headshot"): "About {distance} closer, and it reads as a headshot",
}

UNDECIDED = "It could read as either"
"""Said of a stream on the boundary, whose name is held."""


def so_far(reads_as: str) -> Message:
    """What is said of a stream that is clear, but has not been for long."""
    return "It reads as a headshot so far" if reads_as == "headshot" else "It reads as a portrait so far"


def recut(reads_as: str) -> Message:
    """What is said where another use shows another part of the picture and so changes what it reads as."""
    if reads_as == "headshot":
        return "This use shows another part of the picture, and that part reads as a headshot"
    return "This use shows another part of the picture, and that part reads as a portrait"


def boundary(values: Values, total: float, weights: Weights = GUIDES) -> tuple[Message, bool]:
    """The least change that would cross the boundary, one sentence, and whether there is none in sight.

    `total` is points above the boundary, + for headshot.
    """
    other = "portrait" if total > 0 else "headshot"
    tight = ramp(values("tightness", 0.0), *TIGHT)
    needed = tight - total / weights.tight if weights.tight else inf  # where tightness weighs nothing, no step tells
    if 0.0 <= needed <= 1.0:
        return _by_distance(values, needed, other), False
    if total > 0:
        return "Clearly a headshot: distance alone would not make it a portrait", True
    speaking = ((p * term.strength(values), term) for term, p in zip(TERMS, weights.points, strict=True))
    for weight, term in sorted(speaking, key=lambda one: one[0]):
        if term.undone and -weight >= -total:
            return term.undone, False
    return "Clearly a portrait: no single change would make it a headshot", True


def _by_distance(values: Values, needed: float, other: str) -> Message:
    now = max(values("tightness", 0.0), 1e-3)
    wanted = TIGHT[0] + needed * (TIGHT[1] - TIGHT[0])
    metres = _METRES_AT_FULL / max(values("face_height", 0.47 * now), 1e-3)
    moved = abs(metres * now / wanted - metres)
    many = filled("{steps:.0f} steps", steps=moved / _STEP)
    distance = next((words for limit, words in _DISTANCES if moved < limit), many)
    return filled(_MOVED["back" if wanted < now else "closer", other], distance=distance)
