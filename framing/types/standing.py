"""How a picture that was taken stands, by itself and among the others of its burst."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from framing.types.guidance import Guidance
from framing.types.judging import Judgement
from framing.types.message import Message

# Of the detail of the sharpest one, the same face in the same light (docs/photograph.md, "Sharp beside the others").
SOFT = 0.5  # below, a picture is out of focus, or it has moved
TOUCH = 0.75  # below, it is a touch softer: nine in ten sharp pictures of a burst lie above

class Fault(StrEnum):
    """What makes a picture worth taking again, the gravest first."""

    NOBODY = "nobody"
    PEOPLE = "people"  # more of them than the use wants, or fewer
    EYES = "eyes"  # closed, or closing
    SHARP = "sharp"  # out of focus, or moved
    EXPRESSION = "expression"
    POSE = "pose"
    FRAMING = "framing"
    LIGHT = "light"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A fault, and the judgement that tells of it; None where only the other pictures do."""

    fault: Fault
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks for and against one picture."""

    name: str
    guidance: Guidance
    faults: tuple[Wrong, ...]  # the gravest first
    doubts: tuple[Message, ...]  # why it cannot be told whether it is good: "the right eye is covered"
    place: int = 1  # in the burst, 1 for the best
    softer: float = 1.0  # its fine detail over that of the sharpest in the burst, 0..1; 1 where none is sharper
    sharpest: bool = False  # it is that one, and others can be compared with it

    @property
    def good(self) -> bool:
        """Whether nothing speaks against it, and all that has to be seen was seen."""
        return not self.faults and not self.doubts

    @property
    def a_touch_softer(self) -> bool:
        """Whether one in the burst is sharper by more than pictures of one face differ by themselves."""
        return self.softer < TOUCH

    @property
    def unsure(self) -> bool:
        """Whether no fault was found, but not all could be seen."""
        return bool(self.doubts) and not self.faults
