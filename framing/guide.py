"""The chain from a scene to what the guide says: once for a still, steadied for a stream."""

from __future__ import annotations

from dataclasses import replace

from framing.advise import advise
from framing.foresee import foresee
from framing.judge import asked, judge, read
from framing.pan import come_to_rest, leeway
from framing.steady import (
    Memory,
    hold_cue,
    hold_ready,
    hold_verdict,
    musts_hold,
    over_seconds,
    same_sitter,
    smooth,
)
from framing.types import Guidance, Preset, Readings, Scene
from framing.verdict import verdict
from framing.verdict.weights import GUIDES, Weights

__all__ = ["Memory", "follow", "guide"]


def guide(scene: Scene, preset: Preset | None, weights: Weights = GUIDES) -> Guidance:
    """What the guide says of one still; ready when all musts hold."""
    readings = read(scene)
    judgements = judge(readings, preset)
    return Guidance(
        time=scene.time,
        verdict=verdict(readings, weights),
        judgements=judgements,
        cues=advise(judgements),
        ready=musts_hold(judgements),
        preset=preset,
        viewfinder=scene.viewfinder,
    )


def follow(
    memory: Memory, scene: Scene, preset: Preset | None, weights: Weights = GUIDES
) -> tuple[Memory, Guidance]:
    """What the guide says of the next frame of a stream, steadied by what it said before; the clock is scene.time."""
    now = scene.time
    memory = same_sitter(memory, scene)
    fresh = read(scene, memory.readings)
    memory, felt = over_seconds(memory, fresh, now)
    memory, readings = smooth(memory, fresh, now)
    felt = {**readings, **felt}
    judgements = judge(_told(readings, felt, preset), preset, memory.states)
    ahead = foresee(come_to_rest(scene, judgements, preset, memory.states), memory.states, leeway(scene))
    memory = replace(memory, states={j.measure.name: j.state for j in ahead})
    memory, shown = hold_verdict(memory, verdict(felt, weights), now)
    memory, cues = hold_cue(memory, advise(ahead), now)
    memory, ready = hold_ready(memory, judgements, now)
    ready = ready and scene.bound is None  # what is kept is what a viewfinder at rest shows
    return memory, Guidance(now, shown, judgements, cues, ready, preset, scene.viewfinder)


def _told(readings: Readings, felt: Readings, preset: Preset | None) -> Readings:
    """What is held against a band is as quick as the sitter; what is only shown is what the verdict weighs."""
    return {n: readings[n] if asked(r.measure, preset)[0] is not None else felt[n] for n, r in readings.items()}
