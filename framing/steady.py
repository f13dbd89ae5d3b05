"""What keeps live guidance from flickering: state in, state out, and the clock is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from framing.types import Absent, Cue, Judgements, Reading, Readings, Severity, State, Verdict

LOOKS = 3  # of which the middle one counts: one bad look is outvoted, and a change waits for one look only
RECENT = 0.45  # seconds back to which a look counts as one of them
BLINK = 0.8  # seconds of looks at an expression, which speaks and blinks, whose middle counts
DWELL = (
    1.5  # seconds a cue stands at least while it is asked for, or it cannot be read (DESIGN.md, How the guide talks)
)
GLANCE = 0.6  # seconds it stands although it has been met: whoever follows must see at once that it is enough
HOLD = 0.7  # seconds a new verdict must last before it is shown (MEASURES.md section 5)
READY = 1.5  # seconds for which all musts must hold

_Look = tuple[float, float | Absent]


@dataclass(frozen=True, slots=True)
class Memory:
    """What live guidance remembers from one frame to the next; `Memory()` is a fresh start."""

    readings: Readings = field(default_factory=dict)  # of the last frame, as they were taken
    past: Mapping[str, tuple[_Look, ...]] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    cue: Cue | None = None
    cue_since: float = 0.0
    verdict: Verdict | None = None
    rival_since: float | None = None  # since when another verdict than the shown one is seen
    musts_since: float | None = None  # since when all musts hold


def smooth(memory: Memory, readings: Readings, now: float) -> tuple[Memory, Readings]:
    """Each reading as the middle one of its last three looks, an expression of its last 0.8 s; absence has its vote.

    A reading taken over unchanged is no new look: what is looked at on a slower beat counts from its first look on.
    `memory.readings` are those of the frame before.
    """
    past = {name: _past(memory, name, reading, now) for name, reading in readings.items()}
    steadied = {name: Reading(reading.measure, _middle(past[name])) for name, reading in readings.items()}
    return replace(memory, readings=readings, past=past), steadied


def _past(memory: Memory, name: str, reading: Reading, now: float) -> tuple[_Look, ...]:
    before = memory.past.get(name, ())
    if before and memory.readings.get(name) is reading:
        return before
    speaks = reading.measure.group == "expression"
    recent = tuple(look for look in before if now - look[0] < (BLINK if speaks else RECENT))
    return (*(recent if speaks else recent[1 - LOOKS :]), (now, reading.value))


def _middle(past: tuple[_Look, ...]) -> float | Absent:
    """The median of the looks, or absent where most of them are; the oldest has no vote where they are even."""
    votes = [value for _, value in (past if len(past) % 2 else past[1:])]
    there = [value for value in votes if not isinstance(value, Absent)]
    if 2 * len(there) < len(votes):
        return next(value for value in reversed(votes) if isinstance(value, Absent))
    there = there if len(there) % 2 else there[1:]
    return sorted(there)[len(there) // 2]


def hold_cue(memory: Memory, cues: tuple[Cue, ...], now: float) -> tuple[Memory, tuple[Cue, ...]]:
    """The cues with the standing one on top for its 1.5 s, or 0.6 s once it is met, unless it has become wrong.

    A cue gives way at once when its own measure now asks for the opposite, or when nobody is in view any more. While
    the same thing is asked for, its words stand as long and only the number behind them follows.
    """
    first, standing = (cues[0] if cues else None), memory.cue
    asked = standing is not None and any(_same(c, standing) for c in cues)
    fresh = standing is not None and now - memory.cue_since < (DWELL if asked else GLANCE)
    if standing is not None and fresh and not _overruled(standing, cues):
        if first is None or not _same(first, standing):
            return memory, (standing, *(c for c in cues if c.measure != standing.measure))
        first = replace(first, text=standing.text)
    if first is None or standing is None or first.text != standing.text:
        memory = replace(memory, cue_since=now)
    return replace(memory, cue=first), ((first, *cues[1:]) if first is not None else ())


def _same(one: Cue, other: Cue) -> bool:
    return (one.measure, one.direction) == (other.measure, other.direction)


def _overruled(standing: Cue, cues: tuple[Cue, ...]) -> bool:
    nobody = standing.measure != "subjects" and any(c.measure == "subjects" for c in cues)
    return nobody or any(c.measure == standing.measure and not _same(c, standing) for c in cues)


def hold_verdict(memory: Memory, verdict: Verdict, now: float) -> tuple[Memory, Verdict]:
    """The verdict, but with a new label only once it has lasted 0.7 s; the first one stands at once."""
    shown = memory.verdict
    if shown is None or verdict.reads_as == shown.reads_as:
        return replace(memory, verdict=verdict, rival_since=None), verdict
    since = memory.rival_since if memory.rival_since is not None else now
    if now - since >= HOLD:
        return replace(memory, verdict=verdict, rival_since=None), verdict
    return replace(memory, rival_since=since), shown


def hold_ready(memory: Memory, judgements: Judgements, now: float) -> tuple[Memory, bool]:
    """Whether all musts have held for 1.5 s."""
    if not musts_hold(judgements):
        return replace(memory, musts_since=None), False
    since = memory.musts_since if memory.musts_since is not None else now
    return replace(memory, musts_since=since), now - since >= READY


def musts_hold(judgements: Judgements) -> bool:
    """Whether no must is missed; what cannot be measured cannot be missed (a must on `face_in_view` asks for more)."""
    return not any(j.severity is Severity.ERROR and j.state in (State.LOW, State.HIGH) for j in judgements)
