"""Each reading as its last looks have it: quick, for where somebody sits and how they are lit."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Memory, Samples
from framing.types import Absent, Reading, Readings

LOOKS = 3  # of which the middle one counts: one bad look is outvoted, and a change waits for one look only
RECENT = 0.45  # seconds back to which a look counts as one of them
BLINK = 0.8  # seconds of looks whose middle counts, for what comes and goes in a moment: blinks, words, a lost face
GONE = 0.5  # seconds for which a reading stands that is no longer there: a sitter who moves fast is lost for a moment

# Like all expressions.
_MOMENTARY = {"subjects", "other_faces", "face_in_view", "eye_contact", "lens_reflection", "red_eyes"}
_LINES = {"merger_left", "merger_right", "horizon"}  # found in one look and missed in the next
_SEEN = 1.5  # seconds back to which looks for lines count


def smooth(memory: Memory, readings: Readings, now: float) -> tuple[Memory, Readings]:
    """Each reading as the middle one of its last three looks; what is momentary, of its last 0.8 s.

    A line is as strong as in the weakest of its last three looks: one that noise makes or breaks is not there.

    A reading with the moment of the one before is no new look: what is on a slower beat counts from its first look on.
    One that goes absent stands for 0.5 s. `memory.readings` are those of the frame before.
    """
    looks = {name: _looks(memory, name, reading, now) for name, reading in readings.items()}
    steadied = {
        name: reading.of(_steadied(name, looks[name])) if looks[name] else reading
        for name, reading in readings.items()
    }
    return replace(memory, readings=readings, quick=looks), steadied


def _looks(memory: Memory, name: str, reading: Reading, now: float) -> Samples:
    """The looks that count, the newest last; none where there is nothing to be seen any more."""
    before = memory.quick.get(name, ())
    if isinstance(reading.value, Absent):
        return before if before and now - before[-1][0] < GONE else ()
    if before and reading.no_new_look(memory.readings.get(name)):
        return before
    momentary = name in _MOMENTARY or reading.measure.group == "expression"
    back = BLINK if momentary else _SEEN if name in _LINES else RECENT
    recent = tuple(look for look in before if now - look[0] < back)
    return (*(recent if momentary else recent[1 - LOOKS :]), (now, reading.value))


def _steadied(name: str, looks: Samples) -> float:
    return min(value for _, value in looks) if name in _LINES else _middle(looks)


def _middle(looks: Samples) -> float:
    """The median of the looks, where they are even without the oldest."""
    values = sorted(value for _, value in (looks if len(looks) % 2 else looks[1:]))
    return values[len(values) // 2]
