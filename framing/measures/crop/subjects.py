"""How many people the picture is of."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Message, Remedy, Scene, Severity, counted


def subjects(scene: Scene) -> float:
    """People who count as subjects, 0 or more; a face under half the main one's size stands in the background."""
    return float(scene.people)


def words(value: float) -> Message:
    """The count as one says it."""
    return counted("one person", "{people:d} people", people=round(value)) if round(value) else "nobody in view"


MEASURE = Measure(
    name="subjects",
    label="People",
    unit="people",
    of=parts.people,
    take=subjects,
    rank=10,
    band=Band(1, float("inf")),  # a picture may be of several; a use that may not says so
    # To the one who is missing: the sitter, or one of the group.
    when_low=Remedy("Step into the picture", fault="Somebody is missing"),
    when_high=Remedy("Only one person in the picture, please", fault="More than one person"),
    severity=Severity.ERROR,
    words=words,
)
