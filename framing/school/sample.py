"""What a step is scored by: the looks of its last seconds, each reading by its median.

One look is a blink or a grain of noise; a second of them is what the trainee set up. Nobody holds still: a breath takes
four seconds, and moves a head by a few millimetres. So what looks of the last four seconds say about the same as the
last second counts with it, and the same picture is worth the same whenever in a breath it is handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from framing.measures import MEASURES
from framing.school.scale import apart
from framing.school.values import Sample
from framing.types import Absent, Guidance, LitFace, Measure, Reading, Scene
from framing.verdict.pattern import Pattern, fitting, named

SECONDS = 1.0  # of looks that tell what was set up: longer than a blink, shorter than anybody holds still by chance
BREATH = 4.0  # seconds of looks that may count as well
_SAME = 0.25  # distances that halve the points, within which a look says about the same: a breath's sway and noise
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
    """Those that may count in a sample of `now`."""
    return tuple(look for look in looks if now - look.guidance.time <= BREATH)


def sampled(looks: Sequence[Seen]) -> Sample:
    """The medians of these looks, the newest last; absent where most of the last second could not read it."""
    if not looks:
        return Sample({name: Reading(m, NOTHING) for name, m in MEASURES.items()}, NOTHING)
    newest = looks[-1].guidance.time
    last = [newest - look.guidance.time <= SECONDS for look in looks]
    by_name = [{j.measure.name: j.value for j in look.guidance.judgements} for look in looks]
    readings = {
        name: Reading(measure, _settled(measure, [values.get(name, NOTHING) for values in by_name], last))
        for name, measure in MEASURES.items()
    }
    fits = _fits([look for look, counts in zip(looks, last, strict=True) if counts])
    pattern: Pattern | Absent = fits if isinstance(fits, Absent) else named(fits)
    return Sample(readings, pattern, {} if isinstance(fits, Absent) else fits, looks[-1].guidance.verdict)


def _settled(measure: Measure, values: Sequence[float | Absent], last: Sequence[bool]) -> float | Absent:
    """The median of the last second, and of what said about the same before it."""
    now = [value for value, counts in zip(values, last, strict=True) if counts]
    read = [value for value in now if not isinstance(value, Absent)]
    if 2 * len(read) <= len(now):
        return next(value for value in reversed(now) if isinstance(value, Absent))
    found = median(read)
    earlier = [v for v, counts in zip(values, last, strict=True) if not counts and not isinstance(v, Absent)]
    return float(median([*read, *(value for value in earlier if apart(measure, value, found) <= _SAME)]))


def _fits(looks: Sequence[Seen]) -> Mapping[str, float] | Absent:
    read = [look.fits for look in looks if not isinstance(look.fits, Absent)]
    if 2 * len(read) <= len(looks):
        return next(look.fits for look in reversed(looks) if isinstance(look.fits, Absent))
    return {name: float(median(fits[name] for fits in read)) for name in read[-1]}
