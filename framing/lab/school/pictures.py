"""Many drill runs through pictures: good trainees and clumsy ones from the same starts, and each performance again."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np

from framing.lab.school.again import again
from framing.lab.school.room import seeing
from framing.lab.school.trainee import CLUMSY, Practised, practise
from framing.lab.sitter.stance import ASPECT, Stance
from framing.school.catalogue import load
from framing.school.follower import PEOPLE, Manner
from framing.school.scorecard import scorecard
from framing.school.values import Drill

# What somebody before the packaged photograph can do by moving, leaning and another light; the rest needs another place
# or another face, and is shown by composed scenes.
SITTERS = (
    "headroom", "three_distances", "ratios", "separate", "clear_the_merger", "same_size", "headshot_and_portrait",
    "direct_a_stranger", "match_a_reference",
)  # fmt: skip
_TIMES = 3  # that a performance is repeated
_SEED = 14


@dataclass(frozen=True, slots=True)
class Pair:
    """A good and a clumsy run of one drill from the same start; plain values, because it is sent between processes."""

    drill: str
    good: float
    clumsy: float
    corrections: int  # of the good one
    usual: int
    spread: float  # points between the clumsy run's best and worst repetition


def pairs(count: int) -> Iterator[Pair]:
    """So many pairs, the drills in turn, as they end."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_pair, range(count))


def _pair(number: int) -> Pair:
    drill = load()[SITTERS[number % len(SITTERS)]]
    good, clumsy = (_run(drill, manner, number) for manner in (PEOPLE, CLUMSY))
    best = scorecard(good.run)
    repeated = []
    for time in range(_TIMES):
        with seeing(noise=time) as see:
            repeated.append(again(good.run.drill, clumsy.stances, see, time))
    return Pair(drill.id, best.points, scorecard(clumsy.run).points, best.corrections, best.usual,
                max(repeated) - min(repeated))  # fmt: skip


def newcomer(rng: np.random.Generator) -> Stance:
    """Somebody who has just sat down: far from the camera, off to a side, leaning, dark and lit from one side."""
    side, leans, lit = rng.choice((-1.0, 1.0), 3)
    return Stance(
        x=ASPECT / 2 + side * rng.uniform(0.2, 0.4),
        y=rng.uniform(0.45, 0.6),
        face=rng.uniform(0.09, 0.15),
        roll=leans * rng.uniform(14.0, 22.0),
        exposure=-rng.uniform(1.5, 2.2),
        across=lit * rng.uniform(2.2, 3.2),
    )


def _run(drill: Drill, manner: Manner, number: int) -> Practised:
    with seeing() as see:
        begin = newcomer(np.random.default_rng((_SEED, number)))
        return practise(drill, see, begin, manner, np.random.default_rng((_SEED, number, 1)))
