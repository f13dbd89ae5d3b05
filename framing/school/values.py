"""What a drill asks, what was seen when it was handed in, and what that is worth; all frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from framing.types import Absent, Band, Message, Preset, Reading, Verdict
from framing.verdict.pattern import Pattern

Axis = Literal["crop", "light", "background", "pose", "technical"]
NamedLight = Literal["flat", "loop", "Rembrandt", "butterfly", "split"]  # light from below is nothing to aim at
Shown = Literal["cues", "wrong", "nothing"]  # all cues; only that something is wrong; nothing until it is handed in
Before = Literal["self", "sitter", "mannequin", "lamp"]
Level = Literal["not yet", "fair", "good", "sure"]
Fix = Literal["nothing", "correctable", "spoilt", "unread"]

AXES: tuple[Axis, ...] = ("crop", "light", "background", "pose", "technical")
TITLES: Mapping[Axis, Message] = {
    "crop": "Crop",
    "light": "Light",
    "background": "Background",
    "pose": "Pose and expression",
    "technical": "Technical",
}
LEVELS: Mapping[Level, Message] = {"not yet": "not yet", "fair": "fair", "good": "good", "sure": "sure"}


@dataclass(frozen=True, slots=True)
class Rubric:
    """How much each axis counts, and from how many points on a level is reached."""

    weights: Mapping[Axis, float] = field(default_factory=lambda: dict.fromkeys(AXES, 1.0))  # 0: it does not count
    fair: float = 50.0
    good: float = 70.0
    sure: float = 90.0

    def level(self, points: float) -> Level:
        """The level that so many points reach, 0..100."""
        if points >= self.good:
            return "sure" if points >= self.sure else "good"
        return "fair" if points >= self.fair else "not yet"


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of what a step asks for, in a photographer's words: "Loop", and what loop light is."""

    what: Message
    how: Message


@dataclass(frozen=True, slots=True)
class Step:
    """One picture to be handed in.

    `preset` is its use with the bands of the step among its musts, and all that does not count only shown: as it is, it
    goes into `Settings.preset`, and the chain gives the cues.
    """

    goal: str
    preset: Preset
    counts: frozenset[str]  # the measures that are scored
    needs: frozenset[str] = frozenset()  # those of them that have to be read: unread, they cost all their points
    pattern: str = ""  # the pattern of light that is asked for, as `verdict.pattern` names it; "" for any
    asked: tuple[Asked, ...] = ()
    before: tuple[Before, ...] = ()  # who can do it; () for all of the drill's: a photograph turns no head


@dataclass(frozen=True, slots=True)
class Drill:
    """One exercise, as its file has it."""

    id: str
    title: str
    goal: str
    order: int  # from easy to hard, from 1
    teaches: tuple[Axis, ...]  # the axis that it is for first
    shown: Shown
    seconds: int  # the time limit, of all steps together
    before: tuple[Before, ...]  # who may be before the camera, the usual first
    steps: tuple[Step, ...]
    alike: Mapping[str, float] = field(default_factory=dict)  # measure -> by how much it may differ over the steps
    short: bool = False  # one of the short drills of the loop
    rubric: Rubric = Rubric()


@dataclass(frozen=True, slots=True)
class Sample:
    """What was seen over the last second, as medians: it is what a step is scored by."""

    readings: Mapping[str, Reading]  # of every measure
    pattern: Pattern | Absent  # how the light looks, by name
    fits: Mapping[str, float] = field(default_factory=dict)  # how well each pattern of light fits, 0..1; {} if unread
    verdict: Verdict | None = None

    @property
    def values(self) -> Mapping[str, float | Absent]:
        """The value of every measure, by its name."""
        return {name: reading.value for name, reading in self.readings.items()}


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reading is worth, and why."""

    measure: str  # its name; "pattern" for the pattern of light
    label: Message
    value: float | Absent
    band: Band | None
    points: float  # 0..100, by itself
    costs: float  # points of the axis; what all marks of an axis cost is what it is short of 100
    fix: Fix  # whether what is wrong can be put right in the picture that was taken
    because: Message  # the number, and what was asked for
    remedy: Message = ""  # what to do in the picture, or before it is taken again; "" where nothing is wrong


@dataclass(frozen=True, slots=True)
class AxisScore:
    """One axis: `points` and `level` are None where the step asks nothing of it."""

    axis: Axis
    points: float | None
    level: Level | None
    weight: float
    marks: tuple[Mark, ...]  # the worst first

    @property
    def fix(self) -> Fix:
        """The gravest of its marks' fixes: spoilt, then unread, then correctable, then nothing."""
        found = {mark.fix for mark in self.marks}
        order: tuple[Fix, ...] = ("spoilt", "unread", "correctable")
        return next((fix for fix in order if fix in found), "nothing")


@dataclass(frozen=True, slots=True)
class Score:
    """What a whole drill came to."""

    points: float  # 0..100, the weighted mean of its axes
    axes: tuple[AxisScore, ...]  # in the order of AXES, all steps together
    seconds: float  # without pauses
    corrections: int  # cues that were followed until they were gone
    usual: int  # how many the simulated sitter needs from the same start, their median
    steps: tuple[tuple[AxisScore, ...], ...]
