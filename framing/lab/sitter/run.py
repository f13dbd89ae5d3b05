"""One sitter led by the guide from wherever they start until it says ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from framing.guide import Memory, follow
from framing.lab.sitter.person import Person, hear
from framing.lab.sitter.stance import ASPECT, Stance
from framing.lab.sitter.steps import FULL, Step, step
from framing.say.cues import message
from framing.types import Message, Preset, Scene, Viewer

LOOK = 0.1  # seconds from look to look, as the live guide has it
SETTLED = 0.5  # seconds after which a sitter who stands still is looked at half as often: nothing changes
PATIENCE = 60.0  # seconds after which a sitter gives up
_SIZES = (0.08, 0.42)  # face heights in heights of the picture, from across the room to the nose at the lens
_UNLEVEL, _AT_MOST = 8.0, 25.0  # degrees: typical, and at most
_EXPOSURE, _ACROSS, _ABOVE = (-1.5, 1.0), (-2.5, 2.5), (-0.8, 0.8)  # stops


@dataclass(frozen=True, slots=True)
class Said:
    """What stood on top, and since when; plain values, because a run travels between processes."""

    time: float
    words: Message
    step: Step | None  # what a sitter does who follows it


@dataclass(frozen=True, slots=True)
class Run:
    """How one start went: the seconds it took and the steps that were made on the way."""

    ready: bool
    seconds: float
    steps: int
    said: tuple[Said, ...]

    @property
    def contradicts(self) -> bool:
        """Whether the guide contradicted itself: a pair of opposite cues took turns more than twice.

        Two cues are opposite when they move the same thing in opposite ways, whichever measures they come from. There
        and back are one turn; there, back, there again and back again are three, whatever is said between them.
        """
        return any(turns(self.said, what) > 2 for what in FULL)


def turns(said: tuple[Said, ...], what: str) -> int:
    """How often opposite cues about that thing take turns."""
    meant = [s.step for s in said if s.step is not None]
    ways = [m.by > 0 for m in meant if m.what == what]
    return sum(a != b for a, b in pairwise(ways))


def start(rng: np.random.Generator) -> Stance:
    """Anywhere: across the room or too near, off to a side, leaning, in any light; the face within the picture."""
    face = float(np.exp(rng.uniform(*np.log(_SIZES))))
    return Stance(
        x=rng.uniform(0.8 * face, ASPECT - 0.8 * face),
        y=rng.uniform(min(1.2 * face, 0.45), max(1.0 - 1.1 * face, 0.55)),
        face=face,
        roll=float(np.clip(rng.normal(0.0, _UNLEVEL), -_AT_MOST, _AT_MOST)),
        exposure=rng.uniform(*_EXPOSURE),
        across=rng.uniform(*_ACROSS),
        above=rng.uniform(*_ABOVE),
    )


def lead(see: Callable[[Stance, float], Scene], preset: Preset, rng: np.random.Generator) -> Run:
    """Lead one sitter: the same chain as a stream's, by a clock of its own."""
    begun = start(rng)
    person, memory = Person(begun, begun), Memory()
    said: list[Said] = []
    for look in range(round(PATIENCE / LOOK)):
        now = look * LOOK
        if look % 2 and now > person.until + SETTLED:
            continue
        memory, guidance = follow(memory, replace(see(person.at(now), now), time=now), preset)
        if guidance.ready:
            return Run(True, now, person.steps, tuple(said))
        top = guidance.cues[0] if guidance.cues else None
        if top is not None and (not said or said[-1].words != message(top, Viewer.FRONT)):
            said.append(Said(now, message(top, Viewer.FRONT), step(top)))
        person = hear(person, top, now, rng)
    return Run(False, PATIENCE, person.steps, tuple(said))
