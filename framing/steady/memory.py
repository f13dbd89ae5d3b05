"""What live guidance remembers from one frame to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from framing.types import Cue, Direction, Message, Point, Readings, State, Verdict

Samples = tuple[tuple[float, float], ...]
"""Moments in seconds and the values read at them, the newest last."""
Asked = tuple[str, Direction]
"""What a cue asks for, whatever its words: what is to change, and which way."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the main face was."""

    time: float
    eyes: Point
    height: float  # face height T, viewfinder heights


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits there: where their face was in the last seconds, and whether it goes to and fro."""

    places: tuple[Place, ...] = ()
    seen: float = -inf  # when somebody last was in view
    restless: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The cue on top, and since when each thing is asked for."""

    cue: Cue | None = None
    since: float = -inf  # since when the same thing stands on top
    worded: float = 1.0  # how far it was, in steps, when its words were chosen
    more_since: float | None = None  # since when it is clearly farther
    met_since: float | None = None  # since when it is no longer asked for
    asked: Mapping[Asked, float] = field(default_factory=dict)  # since when each thing is, without a break
    left: Mapping[Asked, float] = field(default_factory=dict)  # when each last stood on top


@dataclass(frozen=True, slots=True)
class Named:
    """The verdict that is shown."""

    verdict: Verdict | None = None
    since: float = -inf  # since when it has this name
    rival_since: float | None = None  # since when another name is seen
    clear_since: float | None = None  # since when no single change would give it another
    told: Message = ""  # what was said would change it
    told_since: float = -inf
    recut: float = -inf  # when another use began to show another part of the picture
    before: str = ""  # the name until then


@dataclass(frozen=True, slots=True)
class Memory:
    """All of it; `Memory()` is a fresh start."""

    readings: Readings = field(default_factory=dict)  # of the last frame, as they were taken
    quick: Mapping[str, Samples] = field(default_factory=dict)  # the last few of each reading
    mood: Mapping[str, Samples] = field(default_factory=dict)  # those of the last seconds, for the verdict
    felt: Mapping[str, float] = field(default_factory=dict)  # what each of those comes to
    states: Mapping[str, State] = field(default_factory=dict)
    sitter: Sitter = Sitter()
    standing: Standing = Standing()
    named: Named = Named()
    musts_since: float | None = None  # since when all musts hold
