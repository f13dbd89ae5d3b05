"""The simulated sitter as a trainee: one who follows as people do, and a clumsy one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from framing.guide import Memory, follow
from framing.lab.sitter.person import Person, hear
from framing.lab.sitter.run import LOOK, SETTLED
from framing.lab.sitter.stance import Stance
from framing.lab.sitter.steps import step as stepped
from framing.school.follower import Manner
from framing.school.run import Begin, HandIn, Looked, Run, step
from framing.school.sample import SECONDS, seen
from framing.school.values import Drill
from framing.types import Preset, Scene

CLUMSY = Manner(gain=(0.1, 2.5), wrong_way=0.35, patience=1)  # larger errors, more wrong ways, and stops early
_NOTHING_TO_DO = 4.0  # seconds after which a picture is handed in that no step of the sitter's can better

See = Callable[[Stance, float, Preset], Scene]


@dataclass(frozen=True, slots=True)
class Practised:
    """A run that is over, and where the sitter stood at each hand-in."""

    run: Run
    stances: tuple[Stance, ...]


def practise(drill: Drill, see: See, start: Stance, manner: Manner, rng: np.random.Generator) -> Practised:
    """One run of the drill from that stance, each step handed in when the guide says ready or patience ends."""
    person, memory = Person(start, start, manner=manner), Memory()
    run, stances, began, busy = step(Run(drill), Begin("sitter"), 0.0), list[Stance](), 0, 0.0
    look = 0
    while run.phase == "going":
        now, look = look * LOOK, look + 1
        if look % 2 == 0 and now > person.until + SETTLED:
            continue
        preset = run.drill.steps[run.step].preset
        scene = replace(see(person.at(now), now, preset), time=now)
        memory, guidance = follow(memory, scene, preset)
        before, run = run, step(run, Looked(seen(guidance, scene)), now)
        top = guidance.cues[0] if guidance.cues else None
        busy = now if top is not None and (stepped(top) is not None or top.measure == "subjects") else busy
        tired = person.steps - began >= manner.patience
        stands = now > person.until + SECONDS
        if guidance.ready or (tired and stands) or now - busy > _NOTHING_TO_DO:
            run = step(run, HandIn(), now)
        if len(run.handed) > len(before.handed):
            stances.append(person.there)
            memory, began, busy = Memory(), person.steps, now
        elif not tired:
            person = hear(person, top, now, rng)
    return Practised(run, tuple(stances))
