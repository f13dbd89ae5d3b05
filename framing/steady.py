"""What keeps live guidance from flickering: state in, state out, and the clock is an argument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from framing.types import Absent, Cue, Judgements, Reading, Readings, State, Verdict

LOOKS = 3  # of which the middle one counts: one bad look is outvoted, and a change waits for one look only
RECENT = 0.45  # seconds back to which a look counts as one of them
BLINK = 0.8  # seconds of looks whose middle counts, for what comes and goes in a moment: blinks, words, a lost face
GONE = 0.5  # seconds for which a reading stands that is no longer there: whoever moves fast is lost for a moment
DWELL = (
    1.5  # seconds a cue stands at least while it is asked for, or it cannot be read (DESIGN.md, How the guide talks)
)
GLANCE = 0.6  # seconds it stands although it has been met: whoever follows must see at once that it is enough
CLEARLY = 1.4  # times: how far to go is said anew once it is that much more or less than when it was last said
HOLD = 1.5  # seconds a new verdict must last before it is shown: a smile or a glance aside is over sooner
SURE = 0.05  # probability by which it must clear an even chance to count as another
READY = 1.5  # seconds for which all musts must hold

# Like all expressions.
_MOMENTARY = {"subjects", "other_faces", "face_in_view", "eye_contact", "lens_reflection", "red_eyes"}
_LINES = {"merger_left", "merger_right", "horizon"}  # found in one look and missed in the next
_SEEN = 1.5  # seconds back to which looks for lines count
_Past = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What live guidance remembers from one frame to the next; `Memory()` is a fresh start."""

    readings: Readings = field(default_factory=dict)  # of the last frame, as they were taken
    past: Mapping[str, _Past] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    cue: Cue | None = None
    cue_since: float = 0.0  # since when it asks for the same thing
    worded: float = 1.0  # how far it was, in steps, when its words were chosen
    verdict: Verdict | None = None
    rival_since: float | None = None  # since when another verdict than the shown one is seen
    musts_since: float | None = None  # since when all musts hold


def smooth(memory: Memory, readings: Readings, now: float) -> tuple[Memory, Readings]:
    """Each reading as the middle one of its last three looks; what is momentary, of its last 0.8 s.

    A line is as strong as in the weakest of its last three looks: one that noise makes or breaks is not there.

    A reading taken over unchanged is no new look: what is looked at on a slower beat counts from its first look on.
    One that goes absent stands for 0.5 s. `memory.readings` are those of the frame before.
    """
    past = {name: _past(memory, name, reading, now) for name, reading in readings.items()}
    steadied = {
        name: Reading(reading.measure, _steadied(name, past[name]), reading.part) if past[name] else reading
        for name, reading in readings.items()
    }
    return replace(memory, readings=readings, past=past), steadied


def _past(memory: Memory, name: str, reading: Reading, now: float) -> _Past:
    """The looks that count, the newest last; none where there is nothing to be seen any more."""
    before = memory.past.get(name, ())
    if isinstance(reading.value, Absent):
        return before if before and now - before[-1][0] < GONE else ()
    if before and memory.readings.get(name) is reading:
        return before
    momentary = name in _MOMENTARY or reading.measure.group == "expression"
    back = BLINK if momentary else _SEEN if name in _LINES else RECENT
    recent = tuple(look for look in before if now - look[0] < back)
    return (*(recent if momentary else recent[1 - LOOKS :]), (now, reading.value))


def _steadied(name: str, past: _Past) -> float:
    return min(value for _, value in past) if name in _LINES else _middle(past)


def _middle(past: _Past) -> float:
    """The median of the looks, where they are even without the oldest."""
    values = sorted(value for _, value in (past if len(past) % 2 else past[1:]))
    return values[len(values) // 2]


def hold_cue(memory: Memory, cues: tuple[Cue, ...], now: float) -> tuple[Memory, tuple[Cue, ...]]:
    """The cues with the standing one on top for its 1.5 s, or 0.6 s once it is met, unless it has become wrong.

    A cue gives way at once when its own measure now asks for the opposite, or when nobody is in view any more. While
    the same thing is asked for, the number behind it follows at once, and how far to go once it is clearly another.
    """
    first, standing = (cues[0] if cues else None), memory.cue
    if standing is not None and not _overruled(standing, cues):
        asked = any(_same(c, standing) for c in cues)
        fresh = now - memory.cue_since < (DWELL if asked else GLANCE)
        if fresh and (first is None or not _same(first, standing)):
            return memory, (standing, *(c for c in cues if c.measure != standing.measure))
        if first is not None and _same(first, standing) and _as_far(first.steps, memory.worded):
            first = replace(first, text=standing.text)
    if first is None or standing is None or not _same(first, standing):
        memory = replace(memory, cue_since=now)
    if first is not None and (standing is None or first.text != standing.text):
        memory = replace(memory, worded=first.steps)
    return replace(memory, cue=first), ((first, *cues[1:]) if first is not None else ())


def _same(one: Cue, other: Cue) -> bool:
    return (one.measure, one.direction) == (other.measure, other.direction)


def _as_far(steps: float, before: float) -> bool:
    return before / CLEARLY < steps < before * CLEARLY


def _overruled(standing: Cue, cues: tuple[Cue, ...]) -> bool:
    nobody = standing.measure != "subjects" and any(c.measure == "subjects" for c in cues)
    return nobody or any(c.measure == standing.measure and not _same(c, standing) for c in cues)


def hold_verdict(memory: Memory, verdict: Verdict, now: float) -> tuple[Memory, Verdict]:
    """The verdict, but with a new label only once it has been clear for 1.5 s; the first one stands at once.

    Until then its numbers are shown under the standing label, so that a picture on the boundary has one name.
    """
    shown = memory.verdict
    if shown is None or verdict.reads_as == shown.reads_as:
        return replace(memory, verdict=verdict, rival_since=None), verdict
    if verdict.probability is not None and abs(verdict.probability - 0.5) < SURE and shown.probability is not None:
        held = replace(verdict, reads_as=shown.reads_as, boundary=shown.boundary)
        return replace(memory, verdict=held, rival_since=None), held
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
    """Whether no must is missed; what cannot be measured is missed in a document alone."""
    return not any(j.missed for j in judgements)
