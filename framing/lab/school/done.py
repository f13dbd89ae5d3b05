"""One run of a drill, look by look, by somebody who shows in each step the scene that is asked of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from framing.guide import Memory, follow
from framing.lab.sitter.run import LOOK
from framing.school.run import Begin, HandIn, Looked, Run, step
from framing.school.sample import seen
from framing.school.values import Before, Drill, Step
from framing.types import Scene

_HELD = 2.0  # seconds for which each scene is held: the chain says ready after 1.5


def done(drill: Drill, shows: Callable[[Step], Scene], before: Before | None = None) -> tuple[Run, tuple[bool, ...]]:
    """The run once all steps are handed in, and whether the chain said ready in each."""
    run, now, ready = step(Run(drill), Begin(before), 0.0), 0.0, []
    while run.phase == "going":
        asked = run.drill.steps[run.step]
        scene, memory, said = shows(asked), Memory(), False
        until = now + _HELD
        while now < until:
            now += LOOK
            scene = replace(scene, time=now)
            memory, guidance = follow(memory, scene, asked.preset)
            said = guidance.ready
            run = step(run, Looked(seen(guidance, scene)), now)
        ready.append(said)
        run = step(run, HandIn(), now)
    return run, tuple(ready)
