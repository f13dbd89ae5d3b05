"""Trainees led through readings alone: thousands of drill runs in seconds, where pictures would take hours."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from framing.judge import read
from framing.lab.school.composed import composed
from framing.school.follower import PEOPLE, Manner, led
from framing.school.sample import sampled
from framing.school.scale import half
from framing.school.score import over_steps, total
from framing.school.values import Drill, Step
from framing.types import Absent, Readings

_OFF = (0.75, 2.5)  # distances that halve the points: how far each reading starts from where it is right


def practised(drill: Drill, manner: Manner, seed: int) -> float:
    """The points of one run; the same seed starts from the same place, whoever practises."""
    begin, rng = Random(seed), Random(seed)  # noqa: S311
    samples, readings = [], None
    for step in drill.steps:
        readings = _start(step, begin) if readings is None else readings
        _, readings = led(step, readings, rng, manner)
        samples.append(replace(sampled(()), readings=readings, fits={step.pattern: 1.0}))
    return total(over_steps(drill, samples)[1])


def _start(step: Step, rng: Random) -> Readings:
    """The readings of a picture that is done, each that counts moved away by as much as a newcomer is off."""
    readings = dict(read(composed(step)))
    for name in sorted(step.counts):
        reading = readings[name]
        if not isinstance(reading.value, Absent):
            off = rng.uniform(*_OFF) * rng.choice((-1.0, 1.0)) * half(reading.measure)
            readings[name] = reading.of(reading.value + off)
    return readings


def below(drill: Drill, clumsy: Manner, seed: int) -> bool:
    """Whether a clumsy trainee scores below one who follows as people do, from the same start."""
    return practised(drill, clumsy, seed) < practised(drill, PEOPLE, seed)


