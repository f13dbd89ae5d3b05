"""What a step is scored by: the looks of its last second, each reading by its median.

One look is a blink, a breath or a grain of noise; a second of them is what the trainee set up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from framing.measures import MEASURES
from framing.school.values import Sample
from framing.types import Absent, Guidance, LitFace, Reading, Scene
from framing.verdict.pattern import Pattern, fitting, named

SECONDS = 1.0  # of looks that a sample is made of: longer than a blink, shorter than anybody holds still by chance
NOTHING = Absent("nothing has been looked at yet")


class Seen(NamedTuple):
    """One look: what the guide says of it, and how well each pattern of light fits."""

    guidance: Guidance
    fits: Mapping[str, float] | Absent


def seen(guidance: Guidance, scene: Scene | None) -> Seen:
    """The look with the patterns of its light; `scene` is what it was judged from."""
    lit = None if scene is None else scene.lit_face
    return Seen(guidance, fitting(lit) if isinstance(lit, LitFace) else lit or Absent("no face in view"))


def recent(looks: Sequence[Seen], now: float) -> tuple[Seen, ...]:
    """Those of the last second before `now`."""
    return tuple(look for look in looks if now - look.guidance.time <= SECONDS)


def sampled(looks: Sequence[Seen]) -> Sample:
    """The medians of these looks, the newest last; absent where most of them could not read it."""
    if not looks:
        return Sample({name: Reading(m, NOTHING) for name, m in MEASURES.items()}, NOTHING)
    by_name = [{j.measure.name: j.value for j in look.guidance.judgements} for look in looks]
    readings = {
        name: Reading(measure, _median([values.get(name, NOTHING) for values in by_name]))
        for name, measure in MEASURES.items()
    }
    fits = _fits(looks)
    pattern: Pattern | Absent = fits if isinstance(fits, Absent) else named(fits)
    return Sample(readings, pattern, {} if isinstance(fits, Absent) else fits, looks[-1].guidance.verdict)


def _median(values: Sequence[float | Absent]) -> float | Absent:
    read = [value for value in values if not isinstance(value, Absent)]
    if 2 * len(read) > len(values):
        return float(median(read))
    return next(value for value in reversed(values) if isinstance(value, Absent))


def _fits(looks: Sequence[Seen]) -> Mapping[str, float] | Absent:
    read = [look.fits for look in looks if not isinstance(look.fits, Absent)]
    if 2 * len(read) <= len(looks):
        return next(look.fits for look in reversed(looks) if isinstance(look.fits, Absent))
    return {name: float(median(fits[name] for fits in read)) for name in read[-1]}
