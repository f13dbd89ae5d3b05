"""What the guide means by what it sees in a frame, and who looks at it; the words are chosen in `say`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from framing.types.judging import Direction, Judgement, Judgements, Preset, Remedy, Severity, Verdict
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

    def on_screen(self, direction: Direction) -> Direction:
        """The sitter's direction as the screen shows it to this viewer."""
        return direction if self.mirrored else _OTHER.get(direction, direction)

    @property
    def sitter(self) -> bool:
        """True where the sitter themselves read what is said, and are not spoken of."""
        return self is Viewer.FRONT


_SIDES = (
    (Direction.LEFT, Direction.RIGHT),
    (Direction.TURN_LEFT, Direction.TURN_RIGHT),
    (Direction.TILT_LEFT, Direction.TILT_RIGHT),
)
_OTHER = dict(_SIDES) | {right: left for left, right in _SIDES}


class HowFar(StrEnum):
    """How far a remedy is to be followed."""

    LITTLE = "little"
    SOME = "some"
    FAR = "far"


Asks = Literal["low", "high", "room", "unread", "unmet"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to change, and the judgement that asks for it."""

    judgement: Judgement
    # Where the reading lies; or `room` where two errors ask for opposite things, `unread` for what a document needs and
    # nobody can read, `unmet` for a must that has no remedy.
    asks: Asks
    remedy: Remedy
    steps: float = 1.0  # how far to go, in steps of somebody who is told to and not how far
    far: HowFar = HowFar.SOME

    @property
    def measure(self) -> str:
        """The name of the measure behind it."""
        return self.judgement.measure.name

    @property
    def id(self) -> str:
        """What is asked for, whatever its words: "headroom.low"."""
        return f"{self.measure}.{self.asks}"

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.judgement.severity

    @property
    def direction(self) -> Direction:
        """Where it points, in the sitter's own left and right."""
        return self.remedy.direction


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that one frame leads to, short of words and drawing."""

    time: float
    verdict: Verdict
    judgements: Judgements
    cues: tuple[Cue, ...]  # the first is the one to say
    ready: bool
    preset: Preset | None
    viewfinder: Viewfinder | None = None  # what all of this is said of, pixels of the frame; as `Scene.viewfinder`
