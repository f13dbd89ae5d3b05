"""What the guide says of a frame, and who looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.judging import Direction, Judgements, Preset, Severity, Verdict
from framing.types.places import Viewfinder


class Viewer(StrEnum):
    """Who looks: the sitter in a mirror (front camera), or somebody looking at them."""

    FRONT = "front"
    REAR = "rear"
    STILL = "still"
    OTHER = "other"

    @property
    def mirrored(self) -> bool:
        """True where the picture is shown as in a mirror: the sitter's left is screen left."""
        return self is Viewer.FRONT


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to change, said to the person who looks, with the number behind it."""

    text: str
    measure: str
    severity: Severity
    direction: Direction
    because: str
    steps: float = 1.0  # how far to go, in steps of somebody who is told to and not how far


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that one frame leads to, short of the drawing."""

    time: float
    verdict: Verdict
    judgements: Judgements
    cues: tuple[Cue, ...]  # the first is the one to say
    ready: bool
    preset: Preset | None
    viewfinder: Viewfinder | None = None  # what all of this is said of, pixels of the frame; as `Scene.viewfinder`
