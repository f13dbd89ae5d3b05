"""The same drill for whoever is before the camera: a mannequin has no expression, and a photograph turns no head."""

from __future__ import annotations

from dataclasses import replace

from framing.measures import MEASURES
from framing.school.values import Before, Drill, Step
from framing.types import Measure

_LIVING = ("eye_contact",)  # beside all expression


def as_before(drill: Drill, before: Before) -> Drill:
    """The drill with the steps that they can do, and with what counts of them; the same for the same one again."""
    steps = [step for step in drill.steps if not step.before or before in step.before]
    if before == "mannequin":
        steps = [step for step in map(_lifeless, steps) if step.counts]
    return replace(drill, steps=tuple(steps) or drill.steps)


def _lifeless(step: Step) -> Step:
    living = frozenset(name for name, measure in MEASURES.items() if _living(measure))
    preset = replace(
        step.preset,
        musts={name: band for name, band in step.preset.musts.items() if name not in living},
        shown=step.preset.shown | living,
    )
    return replace(step, preset=preset, counts=step.counts - living, needs=step.needs - living)


def _living(measure: Measure) -> bool:
    return measure.group == "expression" or measure.name in _LIVING
