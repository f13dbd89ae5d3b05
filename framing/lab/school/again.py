"""The same performance once more: the same stances, another breath and other noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.guide import Memory, follow
from framing.lab.school.trainee import See
from framing.lab.sitter.person import swaying
from framing.lab.sitter.run import LOOK
from framing.lab.sitter.stance import Stance
from framing.school.sample import BREATH, recent, sampled, seen
from framing.school.score import over_steps, total
from framing.school.values import Drill

_WARM = 2.0  # seconds until eyes that look at body and backdrop on slower beats have seen all of it
_BREATH = 1.37  # seconds by which each time begins later in the sway: none of its periods' multiples


def again(drill: Drill, stances: Sequence[Stance], see: See, time: int) -> float:
    """The points of the drill handed in from those stances, one a step; `time` counts how often it has been."""
    samples, start = [], 100.0 + time * _BREATH
    for step, stance in zip(drill.steps, stances, strict=True):
        memory, looks = Memory(), []
        for look in range(round((_WARM + BREATH) / LOOK) + 1):
            now = start + look * LOOK
            if look % 2:  # who stands still is looked at half as often
                continue
            scene = replace(see(swaying(stance, now), now, step.preset), time=now)
            memory, guidance = follow(memory, scene, step.preset)
            looks.append(seen(guidance, scene))
        samples.append(sampled(recent(looks, now)))
        start = now + LOOK
    return total(over_steps(drill, samples)[1])
