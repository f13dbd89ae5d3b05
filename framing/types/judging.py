"""What is judged: measures, readings, bands, uses and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite
from typing import Any, Literal, NamedTuple

from framing.types.message import Message, filled
from framing.types.places import Absent
from framing.types.seeing import Scene


class Band(NamedTuple):
    """The values that are right, both ends included."""

    low: float
    high: float

    def state(self, value: float) -> State:
        """OK inside, LOW or HIGH outside."""
        return State.LOW if value < self.low else State.HIGH if value > self.high else State.OK

    def inner(self, before: State, share: float, least: float = 0.0) -> Band:
        """The band to be met by a value that was last outside: narrower by that share of its width, on that side only.

        A band with an open end has no width, and is narrower by `least` alone.
        """
        room = share * (self.high - self.low) if isfinite(self.high - self.low) else least
        if before is State.LOW:
            return Band(self.low + room, self.high)
        return Band(self.low, self.high - room) if before is State.HIGH else self


class State(StrEnum):
    """How a reading stands to its band."""

    OK = "ok"
    LOW = "low"
    HIGH = "high"
    ABSENT = "absent"


class Direction(StrEnum):
    """Where a cue points, in the sitter's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEARER = "nearer"
    FARTHER = "farther"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    TILT_LEFT = "tilt_left"
    TILT_RIGHT = "tilt_right"
    NONE = "none"


class Severity(StrEnum):
    """An error stands against the use; a style is a choice that may be mentioned."""

    ERROR = "error"
    STYLE = "style"


class Remedy(NamedTuple):
    """What to do, in the sitter's words: `{your}` becomes your or their, `{a_little}` how much."""

    text: str
    direction: Direction = Direction.NONE
    straight: Remedy | None = None  # what to do instead where the use insists on how the face is turned
    twice: str = ""  # what to do instead where it takes two steps or more
    aloud: str = ""  # the same for the ear, where it is longer than a listener keeps (docs/voice.md)
    fault: str = ""  # what a picture already taken suffers from, where label and reading do not say it by themselves

    @property
    def by_degrees(self) -> bool:
        """Whether its words tell how far to go."""
        return "{a_little}" in self.text


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing worth knowing about a picture: a part of the scene, a total function of it, and what to say of it."""

    name: str
    label: str  # for the checklist: "Eye line"
    unit: str
    of: Callable[[Scene], Any]  # the part, or Absent
    take: Callable[[Any], float]
    rank: int  # place in the strict order of cues (docs/guidance.md, "Order of cues")
    band: Band | None = None  # None: worth showing, not judging, unless a preset bands it
    when_low: Remedy | None = None
    when_high: Remedy | None = None
    severity: Severity = Severity.STYLE  # unless a preset says must
    inside: float = 0.0  # how far past an open band's limit a sitter outside is led, so that a breath does not undo it
    words: Callable[[float], Message] | None = None  # the value as a photographer says it
    group: str = ""  # crop, light, background, pose or expression: the folder it lies in


def in_words(measure: Measure, value: float) -> Message:
    """The value as a photographer says it; with its unit where the measure has no words."""
    return measure.words(value) if measure.words else filled("{value:.2f} {unit}", value=value, unit=measure.unit)


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure's value in one frame."""

    measure: Measure
    value: float | Absent
    part: Any = field(default=None, repr=False, compare=False)  # what it was taken of
    time: float = field(default=0.0, compare=False)  # when that was looked at, seconds

    def of(self, value: float) -> Reading:
        """The same reading with another value; `dataclasses.replace` takes three times as long, 130 times a look."""
        return Reading(self.measure, value, self.part, self.time)

    def no_new_look(self, before: Reading | None) -> bool:
        """Whether it was taken of the same look as the one before: what comes on a slower beat is there in between."""
        if before is None or isinstance(before.value, Absent) or isinstance(self.value, Absent):
            return False
        return before.time == self.time


Readings = Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reading held against the band that the use asks for."""

    measure: Measure
    value: float | Absent
    band: Band | None
    state: State
    severity: Severity
    ahead: bool = False  # the value is the one that it will have once the sitter has come nearer
    needed: bool = False  # a must of a document: what cannot be measured does not hold

    @property
    def missed(self) -> bool:
        """Whether it stands against the use: out of the band of a must, or not to be read where it has to be."""
        out = self.state in (State.LOW, State.HIGH)
        return self.severity is Severity.ERROR and (out or (self.needed and self.state is State.ABSENT))


Judgements = tuple[Judgement, ...]
Lean = Literal["headshot", "portrait", "none"]
ReadsAs = Literal["headshot", "portrait", "neither"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one of the five differences says, and the numbers behind it. Weight is in logits, + toward headshot."""

    difference: str  # subjects, crop, mood, environment, creativity
    lean: Lean
    because: tuple[Message, ...]  # what is seen, one after the other
    weight: float = 0.0
    numbers: tuple[Message, ...] = ()  # those that `because` leaves out: smile 0.90, emotion 0.03


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the picture reads as by itself, whatever it is meant for."""

    reads_as: ReadsAs
    probability: float | None  # that it is a headshot, 0..1; None for neither
    shot_size: str  # face_closeup, head_and_shoulders, bust_half, three_quarter, full_length, none
    evidence: tuple[Evidence, ...]
    boundary: Message  # what would change it, in the sitter's terms
    clear: bool = False  # no single change would
    weights: str = ""  # whose it was reached by, where they are not the guide's own


@dataclass(frozen=True, slots=True)
class Preset:
    """An intended use: what it should read as, its shape, and the bands it asks for."""

    name: str
    title: str
    aspect: float
    pixels: tuple[int, int]  # what it wants at most; where there are `most_pixels`, what its rule takes at least
    reads_as: Literal["headshot", "portrait", "either"]
    shape: Literal["rectangle", "circle"]
    source: str
    musts: Mapping[str, Band] = field(default_factory=dict)
    style: Mapping[str, Band] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()  # measured and drawn, never judged for this use
    dpi: int | None = None  # of the print, for uses that are printed at a size
    most_pixels: tuple[int, int] | None = None  # of a document by rule, which alone is scaled up, to `pixels`
    document: bool = False  # shown to an authority: a must that cannot be measured is not met
