"""A drill on the way, as a pure machine: events in, a new run out, and the clock is an argument.

Time runs only while somebody is before the camera: a sitter who goes for a chair costs nothing. It stands still in a
pause. A step that is handed in begins the next, and out of time hands in what is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf
from typing import Literal

from framing.school.before import as_before
from framing.school.corrections import Corrections, at_the_end, followed
from framing.school.sample import SECONDS, Seen, recent, sampled
from framing.school.values import Before, Drill, Sample
from framing.types import Absent

AWAY = 3.0  # seconds without anybody after which time stands still

Phase = Literal["ready", "going", "paused", "over"]


@dataclass(frozen=True, slots=True)
class Begin:
    """The trainee begins, with that one before the camera."""

    before: Before | None = None  # None: the drill's usual


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at the picture."""

    seen: Seen


@dataclass(frozen=True, slots=True)
class Passed:
    """Nothing but time: no picture came."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """The trainee holds it for right."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Time is to stand still."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Time goes on."""


@dataclass(frozen=True, slots=True)
class Again:
    """From the first step once more, at once."""


@dataclass(frozen=True, slots=True)
class Leave:
    """The drill is given up; there is no score of it."""


Event = Begin | Looked | Passed | HandIn | Pause | Resume | Again | Leave


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One step's picture as it was at the start and when it was handed in."""

    start: Sample
    sample: Sample
    corrections: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one drill; `Run(drill)` is ready to begin."""

    drill: Drill
    before: Before = "self"
    phase: Phase = "ready"
    handed: tuple[HandedIn, ...] = ()
    seconds: float = 0.0  # that count, of all steps
    left: bool = False  # given up: over, and nothing to score

    now: float = -inf  # up to when they are counted
    here: float = -inf  # when somebody was last before the camera
    began: float = 0.0  # `seconds` when the step under way began
    start: tuple[Seen, ...] = ()  # its first second of looks
    looks: tuple[Seen, ...] = ()  # its last looks, as far back as they may count
    corrections: Corrections = field(default_factory=Corrections)

    @property
    def step(self) -> int:
        """The step under way, from 0; the last one when all is over."""
        return min(len(self.handed), len(self.drill.steps) - 1)

    @property
    def remaining(self) -> float:
        """Seconds that are left, 0 or more."""
        return max(self.drill.seconds - self.seconds, 0.0)

    @property
    def corrected(self) -> int:
        """Corrections so far, of all steps."""
        return sum(one.corrections for one in self.handed) + self.corrections.count

    @property
    def can_hand_in(self) -> bool:
        """Whether the step under way has been looked at for a second: a key pressed twice hands in once."""
        if self.phase != "going" or not self.looks or not self.start:
            return False
        return self.looks[-1].guidance.time - self.start[0].guidance.time >= SECONDS


def step(run: Run, event: Event, now: float) -> Run:
    """The run after one event at `now`, seconds of a steady clock; what makes no sense in its phase changes nothing."""
    run = _passed(run, now)
    match event, run.phase:
        case Begin(before=who), "ready":
            who = who or run.drill.before[0]
            return _going(Run(as_before(run.drill, who), who), now)
        case Looked(seen=seen), "going":
            return _in_time(_looked(run, seen))
        case Passed(), "going":
            return _in_time(run)
        case HandIn(), "going" if run.can_hand_in:
            return _handed_in(run)
        case Pause(), "going":
            return replace(run, phase="paused", looks=())
        case Resume(), "paused":
            return replace(run, phase="going", here=now)
        case Again(), "going" | "paused" | "over":
            return _going(Run(run.drill, run.before), now)
        case Leave(), "ready" | "going" | "paused":
            return replace(run, phase="over", left=True)
        case _:
            return run


def _going(run: Run, now: float) -> Run:
    return replace(run, phase="going", now=now, here=now)


def _passed(run: Run, now: float) -> Run:
    """The run with the time since its last event counted, as far as somebody was there."""
    if now <= run.now:  # a clock that stands, or an event that comes late
        return run
    counts = run.phase == "going" and run.now > -inf
    passed = max(min(now, run.here + AWAY) - run.now, 0.0) if counts else 0.0
    return replace(run, now=now, seconds=min(run.seconds + passed, float(run.drill.seconds)))


def _looked(run: Run, seen: Seen) -> Run:
    time = seen.guidance.time
    if run.looks and time <= run.looks[-1].guidance.time:  # it has been seen already
        return run
    first = time if not run.start else run.start[0].guidance.time
    return replace(
        run,
        here=run.now if _somebody(seen) else run.here,
        start=(*run.start, seen) if time - first <= SECONDS else run.start,
        looks=(*recent(run.looks, time), seen),
        corrections=followed(run.corrections, seen.guidance),
    )


def _somebody(seen: Seen) -> bool:
    people = next((j.value for j in seen.guidance.judgements if j.measure.name == "subjects"), 0.0)
    return not isinstance(people, Absent) and people >= 1.0


def _in_time(run: Run) -> Run:
    """Out of time, what is there is handed in, and the steps that were not begun are over with it."""
    return replace(_handed_in(run), phase="over") if run.remaining <= 0.0 else run


def _handed_in(run: Run) -> Run:
    one = HandedIn(sampled(run.start), sampled(run.looks), at_the_end(run.corrections), run.seconds - run.began)
    handed = (*run.handed, one)
    over = len(handed) == len(run.drill.steps)
    return replace(
        run, handed=handed, phase="over" if over else "going", began=run.seconds, start=(), looks=(),
        corrections=Corrections(),
    )  # fmt: skip
