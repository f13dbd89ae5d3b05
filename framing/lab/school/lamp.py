"""The virtual lamp: the packaged photograph relit until a step's light is as it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from framing.lab.prove.base import Base, looked_at
from framing.lab.prove.relight import relit
from framing.lab.school.composed import middle
from framing.perceive import Eyes
from framing.school.sample import sampled, seen
from framing.school.score import judged, total
from framing.school.values import Drill, Sample, Step
from framing.types import Absent

_LOOKS = 6  # at most, each nearer to what is asked
_ACROSS, _ABOVE = 1.15, 0.65  # stops that the readings move by for one stop of the lamp's gradient
LIT = frozenset({"key_side", "key_to_fill", "light_height"})  # what a lamp moved round a face that looks ahead changes


@dataclass(frozen=True, slots=True)
class Lit:
    """How a step was lit best: the lamp's gradient in stops, and what it came to."""

    across: float
    above: float
    sample: Sample
    points: float


def lit(drill: Drill, step: Step, base: Base, eyes: Eyes) -> Lit:
    """The best of some looks with the lamp on either side, each moved by what the last look was short of."""
    sides = (-1.0, 1.0) if "key_side" not in step.needs else (0.0,)
    return max((_moved(drill, step, base, eyes, side) for side in sides), key=lambda found: found.points)


def _moved(drill: Drill, step: Step, base: Base, eyes: Eyes, side: float) -> Lit:
    bands = step.preset.musts
    stops = side * middle(bands.get("key_to_fill"), 0.0) if side else middle(bands.get("key_side"), 0.0)
    height = middle(bands.get("light_height"), 0.6) if "light_height" in step.needs else None
    across = above = 0.0
    best: Lit | None = None
    for _ in range(_LOOKS):
        picture = relit(base.picture, base.mesh, base.person, across, above)
        scene, guidance = looked_at(picture, base.preset, eyes)
        sample = sampled([seen(guidance, scene)])
        found = Lit(across, above, sample, total(judged(step, sample, drill.rubric)))
        best = found if best is None or found.points > best.points else best
        key, high = sample.values["key_side"], sample.values["light_height"]
        if isinstance(key, Absent) or isinstance(high, Absent) or found.points > 99.0:
            break
        across += (stops - key) / _ACROSS
        above += 0.0 if height is None else (height - high) / _ABOVE
    assert best is not None  # noqa: S101 - there is one look at least
    return best
