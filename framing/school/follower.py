"""Somebody who follows cues as people do: late, by an imprecise step, sometimes the wrong way first.

The simulated sitter of the lab is led so through pictures; here the same follower is led through readings alone, to
tell how many corrections are usual from a start. No picture is looked at: a step moves the reading that asks for it and
all that go the same way, by as many steps as the cue says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp
from random import Random
from statistics import median_low

from framing.advise import STEP_NEARER, advise, step_of
from framing.judge import judge
from framing.school.values import Sample, Step
from framing.steady.cue import asked_for
from framing.types import Absent, Cue, Direction, HowFar, Measure, Reading, Readings, State

LATE = (0.3, 0.8)  # seconds from seeing a cue to doing what it says
MOVING = (0.4, 0.8)  # seconds that a step takes
GAIN = (0.5, 1.5)  # of the step that is meant
WRONG_WAY = 0.1  # share of cues that are first followed the wrong way
PATIENCE = 60  # steps after which one gives up
SIZES: Mapping[HowFar, float] = {HowFar.LITTLE: 0.4, HowFar.SOME: 1.0, HowFar.FAR: 2.0}  # of a full step, as cues say

_FOLLOWERS = 31  # whose median is told: with more of them it stays the same
_NEARER = (Direction.NEARER, Direction.FARTHER)


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody follows: the defaults are people at large."""

    gain: tuple[float, float] = GAIN
    wrong_way: float = WRONG_WAY
    patience: int = PATIENCE  # steps after which they leave it as it is


PEOPLE = Manner()


def usual(step: Step, start: Sample) -> int:
    """The corrections that the simulated sitter needs from that start, the median of many; 0 where nothing is wrong."""
    return median_low(led(step, start.readings, Random(n))[0] for n in range(_FOLLOWERS))  # noqa: S311


def led(step: Step, readings: Readings, rng: Random, manner: Manner = PEOPLE) -> tuple[int, Readings]:
    """Cues that one follower follows until what they ask for is gone, cured or overdone, and where that leads."""
    rest = readings
    readings = {name: r for name, r in readings.items() if name in step.preset.musts or name == "face_height"}
    count, states, last = 0, dict[str, State](), ""
    cues: tuple[Cue, ...] = ()
    for number in range(manner.patience + 1):
        judgements = judge(readings, step.preset, states)
        states = {j.measure.name: j.state for j in judgements}
        before, cues = cues, advise(judgements)
        count += bool(before) and asked_for(before[0]) not in {asked_for(cue) for cue in cues}
        if not cues or number == manner.patience:
            break
        wrong = cues[0].id != last and rng.random() < manner.wrong_way
        last = cues[0].id
        by = SIZES[cues[0].far] * rng.uniform(*manner.gain) * (-1.0 if wrong else 1.0)
        readings = {**readings, **dict(_moved(readings, cues[0], by))}
    return count, {**rest, **readings}


def _moved(readings: Readings, cue: Cue, by: float) -> Iterator[tuple[str, Reading]]:
    """The readings that one who follows the cue changes, `by` steps of theirs further."""
    face = readings["face_height"].value
    height = 0.2 if isinstance(face, Absent) else face
    for name, reading in readings.items():
        way = _way(reading.measure, cue)
        band = cue.judgement.band if name == cue.measure else reading.measure.band
        if not way or isinstance(reading.value, Absent):
            continue
        if name == cue.measure and band is not None and band.low == band.high:  # a count: one step and it is right
            yield name, reading.of(band.low)
        elif cue.direction in _NEARER and reading.value > 0.0:
            yield name, reading.of(reading.value * exp(way * by * STEP_NEARER))
        elif band is not None:
            yield name, reading.of(reading.value + way * by * step_of(reading.measure, band, height))


def _way(measure: Measure, cue: Cue) -> int:
    """Which way a step moves a measure: 1 up, -1 down, 0 not at all. The crop moves as a whole, all else by itself."""
    if measure.name == cue.measure:
        return 1 if cue.judgement.state is State.LOW else -1
    if measure.group != "crop" or cue.judgement.measure.group != "crop" or cue.direction is Direction.NONE:
        return 0
    low, high = measure.when_low, measure.when_high
    return int(low is not None and low.direction is cue.direction) - int(
        high is not None and high.direction is cue.direction
    )
