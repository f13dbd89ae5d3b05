"""Somebody who follows the guide as people do: late, by an imprecise step, sometimes the wrong way first."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from math import pi, sin

import numpy as np

from framing.lab.sitter.stance import Stance
from framing.lab.sitter.steps import Step, step, taken
from framing.school.follower import LATE, MOVING, PEOPLE, Manner
from framing.types import Cue

_SWAY = 0.02  # face heights: 2 to 3 mm, as one breathes
_NOD = 0.4  # degrees


@dataclass(frozen=True, slots=True)
class Person:
    """A person on the way from one stance to the next, with what they have been told and when they will do it."""

    here: Stance
    there: Stance
    since: float = 0.0
    until: float = 0.0
    told: Cue | None = None  # what they are about to do
    acts: float = 0.0  # when
    last: Cue | None = None  # what they did before
    before: Stance | None = None  # where they stood then
    steps: int = 0  # taken so far
    manner: Manner = PEOPLE

    def at(self, now: float) -> Stance:
        """Their stance at that moment, swaying a little."""
        share = min(max((now - self.since) / max(self.until - self.since, 1e-6), 0.0), 1.0)
        return swaying(_between(self.here, self.there, share * share * (3.0 - 2.0 * share)), now)


def hear(person: Person, cue: Cue | None, now: float, rng: np.random.Generator) -> Person:
    """The person after a look at the guide: while they move they do not look, and what they saw they do late.

    They act on what stood there when they looked, though it may have changed since.
    """
    if now < person.until:
        return person
    if person.told is None:
        return person if cue is None else replace(person, told=cue, acts=now + rng.uniform(*LATE))
    if now < person.acts:
        return person
    return _acting(person, person.told, now, rng)


def _acting(person: Person, cue: Cue, now: float, rng: np.random.Generator) -> Person:
    idle = replace(person, here=person.there, told=None, last=cue)
    there = _out_of_sight(person) if cue.measure == "subjects" else _following(person, cue, rng)
    if there is None:
        return idle
    until = now + rng.uniform(*MOVING)
    return replace(idle, there=there, before=person.there, since=now, until=until, steps=person.steps + 1)


def _out_of_sight(person: Person) -> Stance | None:
    """Back to where they were when they were last seen: all that somebody knows who sees an empty picture."""
    return person.before


def _following(person: Person, cue: Cue, rng: np.random.Generator) -> Stance | None:
    meant = step(cue)
    if meant is None:
        return None
    again = person.last is not None and (person.last.id, person.last.far) == (cue.id, cue.far)
    wrong = not again and rng.random() < person.manner.wrong_way
    return taken(person.there, imprecise(meant, wrong=wrong, rng=rng, gain=person.manner.gain))


def imprecise(
    meant: Step, *, wrong: bool, rng: np.random.Generator, gain: tuple[float, float] = PEOPLE.gain
) -> Step:
    """The step as it turns out: half to one and a half times as large, the other way where it is misheard."""
    return meant._replace(by=meant.by * rng.uniform(*gain) * (-1.0 if wrong else 1.0))


def _between(a: Stance, b: Stance, share: float) -> Stance:
    pairs = zip(astuple(a), astuple(b), strict=True)
    return Stance(*(one + (other - one) * share for one, other in pairs))


def swaying(stance: Stance, now: float) -> Stance:
    """The stance with a breath's sway at that moment."""
    by = _SWAY * stance.face
    return replace(
        stance,
        x=stance.x + by * sin(2 * pi * now / 3.7),
        y=stance.y + by * sin(2 * pi * now / 4.9),
        roll=stance.roll + _NOD * sin(2 * pi * now / 3.1),
    )
