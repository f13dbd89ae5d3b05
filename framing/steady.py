"""What keeps live guidance from flickering: state in, state out, and the clock is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from framing.types import Absent, Cue, Judgements, Reading, Readings, Severity, State, Verdict

WINDOW = 0.6  # seconds of readings whose median counts: a blink or one bad frame is outvoted
DWELL = 1.5  # seconds a cue stands at least, or it cannot be read (DESIGN.md, How the guide talks)
HOLD = 0.7  # seconds a new verdict must last before it is shown (MEASURES.md section 5)
READY = 1.5  # seconds for which all musts must hold

_Past = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What live guidance remembers from one frame to the next; `Memory()` is a fresh start."""

    readings: Readings = field(default_factory=dict)  # of the last frame, as they were taken
    past: Mapping[str, _Past] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    cue: Cue | None = None
    cue_since: float = 0.0
    verdict: Verdict | None = None
    rival_since: float | None = None  # since when another verdict than the shown one is seen
    musts_since: float | None = None  # since when all musts hold


def smooth(memory: Memory, readings: Readings, now: float) -> tuple[Memory, Readings]:
    """Each reading as the median of its last 0.6 s; a reading that goes absent forgets its past."""
    past = {
        name: (*((t, v) for t, v in memory.past.get(name, ()) if now - WINDOW < t < now), (now, reading.value))
        for name, reading in readings.items()
        if not isinstance(reading.value, Absent)
    }
    steadied = {
        name: Reading(reading.measure, _median(past[name])) if name in past else reading
        for name, reading in readings.items()
    }
    return replace(memory, past=past), steadied


def _median(past: _Past) -> float:
    values = sorted(v for _, v in past)
    return values[len(values) // 2]


def hold_cue(memory: Memory, cues: tuple[Cue, ...], now: float) -> tuple[Memory, tuple[Cue, ...]]:
    """The cues with the standing one on top until its 1.5 s are over, unless it has become wrong.

    A cue gives way at once when its own measure now asks for the opposite, or when nobody is in view any more. While
    the same thing is asked for, its words stand as long and only the number behind them follows.
    """
    first, standing = (cues[0] if cues else None), memory.cue
    fresh = standing is not None and now - memory.cue_since < DWELL
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
