"""What the verdict weighs, over seconds: speech is not expression, and a glance aside is not a pose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from framing.measures import MEASURES
from framing.steady.memory import Memory, Samples
from framing.types import Absent, Measure, Reading, Readings


class Window(NamedTuple):
    """How far back looks count, in seconds, and which of them speak for all: from 0, the lowest, to 1, the highest."""

    seconds: float
    low: float
    high: float


# A person who talks is calm between the syllables, one who feels something shows it throughout: so the calmer half of
# the looks counts. A smile is as broad as it mostly is. Means of several looks: a median leaps between two kinds.
_CALM, _MOSTLY = Window(7.0, 0.0, 0.5), Window(7.0, 0.25, 0.75)
_POSED = Window(3.0, 0.25, 0.75)  # hands, the head's turn, what is behind: they stay longer than a gesture
_PLACED = Window(0.9, 0.25, 0.75)  # with the name's own hold, a sitter who comes nearer is judged again within 2.5 s
_BY_GROUP = {"expression": _CALM, "pose": _POSED, "background": _POSED, "light": _POSED, "crop": _PLACED}
_BY_NAME = {"smile": _MOSTLY, "centring": _POSED}
_AT_ONCE = {"subjects"}  # who is there at all is told by the quick looks, and everything hangs on it


def over_seconds(memory: Memory, readings: Readings, now: float) -> tuple[Memory, Readings]:
    """Readings over the last seconds, for the verdict: 7 s of expression, 3 s of pose and place, 0.9 s of the crop.

    What is absent now counts by its looks within that time, and is left out where there are none; who is there is told
    by the quick looks alone. `memory.readings` are those of the frame before.
    """
    mood = {name: _kept(memory, name, reading, now) for name, reading in readings.items() if name not in _AT_ONCE}
    felt = {
        # Most looks are those of the frame before: pixels come on a slower beat.
        name: memory.felt[name] if looks is memory.mood.get(name) else _speaking(looks, readings[name].measure)
        for name, looks in mood.items()
        if looks
    }
    said = {name: readings[name].of(value) for name, value in felt.items()}
    return replace(memory, mood=mood, felt=felt), said


def window(measure: Measure) -> Window:
    """The window of that measure."""
    return _BY_NAME.get(measure.name) or _BY_GROUP.get(measure.group, _PLACED)


def lasting(mood: Mapping[str, Samples]) -> Mapping[str, Samples]:
    """Of all that, what is read off the face alone: no other cut of the picture changes it."""
    return {name: looks for name, looks in mood.items() if MEASURES[name].group == "expression"}


def _kept(memory: Memory, name: str, reading: Reading, now: float) -> Samples:
    before = memory.mood.get(name, ())
    if reading.no_new_look(memory.readings.get(name)):
        return before
    back, first = window(reading.measure).seconds, 0
    while first < len(before) and now - before[first][0] >= back:
        first += 1
    recent = before[first:]
    return recent if isinstance(reading.value, Absent) else (*recent, (now, reading.value))


def _speaking(looks: Samples, measure: Measure) -> float:
    """The mean of those that count, and of one at least."""
    _, low, high = window(measure)
    values, last = sorted([value for _, value in looks]), len(looks) - 1
    counting = values[round(low * last) : round(high * last) + 1]
    return sum(counting) / len(counting)
