"""What a step, and a whole drill, is worth: by mark, by axis and in all (docs/school.md, "Points").

Every reading that counts is worth 100 points in its band, and half as many at each distance of `scale` out of it: it is
continuous, the same on both sides, and falls with the distance. An axis is the product of its marks, as shares of 1; so
none hides behind the others, and every mark's cost in points of the axis is told. The whole is the weighted mean of
the axes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from framing.advise import remedy as advised
from framing.measures import MEASURES
from framing.ramp import ramp
from framing.say.cues import spoken, unmet
from framing.school.axes import axis
from framing.school.lamp import words
from framing.school.reasons import because
from framing.school.repair import Fault, repair
from framing.school.scale import points
from framing.school.values import AXES, Axis, AxisScore, Drill, Fix, Mark, Rubric, Sample, Step
from framing.types import Absent, Band, HowFar, Measure, Message, State, filled

UNREAD = 25.0  # points of what has to be read and cannot be: as much as two distances out of band
_OTHER_LIGHT = 40.0  # points where nothing of the pattern that is asked for shows; its bands tell the rest
_CLEAR = 0.5  # how well a pattern fits from which it is plainly that one
_PATTERNS: Mapping[str, Message] = {
    "flat": "flat light",
    "loop": "loop light",
    "Rembrandt": "Rembrandt light",
    "butterfly": "butterfly light",
    "split": "split light",
}
_WATCH: Message = "Move the lamp, and watch the shadow of the nose"
_SEE: Message = "Let it be seen: the face to the camera, near enough and lit"


def judged(step: Step, sample: Sample, rubric: Rubric, *, sitter: bool = False) -> tuple[AxisScore, ...]:
    """The five axes of one step. `sitter`: the trainee is before the camera, and is spoken to rather than of."""
    marks = list(_marks(step, sample, rubric, sitter=sitter))
    return tuple(summed(one, [mark for of, mark in marks if of == one], rubric) for one in AXES)


def summed(one: Axis, marks: Iterable[Mark], rubric: Rubric) -> AxisScore:
    """The axis that these marks make: the product of their shares, and what each of them costs of it."""
    left, told = 100.0, []
    for mark in sorted(marks, key=lambda mark: mark.points):
        costs = left * (1.0 - mark.points / 100.0)
        told.append(replace(mark, costs=costs))
        left -= costs
    found = left if told else None
    return AxisScore(one, found, None if found is None else rubric.level(found), rubric.weights[one], tuple(told))


def total(axes: Sequence[AxisScore]) -> float:
    """The weighted mean of the axes that have points, 0..100; 0 where none has."""
    counting = [(score.weight, score.points) for score in axes if score.points is not None]
    weight = sum(weight for weight, _ in counting)
    return sum(weight * found for weight, found in counting) / weight if weight else 0.0


def over_steps(
    drill: Drill, samples: Sequence[Sample], *, sitter: bool = False
) -> tuple[tuple[tuple[AxisScore, ...], ...], tuple[AxisScore, ...]]:
    """The axes of each step, one sample each, and those of the whole drill; `sitter` as of `judged`."""
    pairs = zip(drill.steps, samples, strict=True)
    steps = tuple(judged(step, sample, drill.rubric, sitter=sitter) for step, sample in pairs)
    return steps, together(drill, steps, samples)


def together(drill: Drill, steps: Sequence[tuple[AxisScore, ...]], samples: Sequence[Sample]) -> tuple[AxisScore, ...]:
    """The axes of a whole drill: the mean of its steps, times how alike what must agree is over them."""
    alike = list(_alike(drill, samples)) if len(samples) > 1 else []
    return tuple(_together(one, steps, [mark for of, mark in alike if of == one], drill.rubric) for one in AXES)


def _together(
    one: Axis, steps: Sequence[tuple[AxisScore, ...]], alike: Sequence[Mark], rubric: Rubric
) -> AxisScore:
    scores = [score for step in steps for score in step if score.axis == one and score.points is not None]
    if not scores:
        return summed(one, alike, rubric)
    mean = sum(score.points or 0.0 for score in scores) / len(scores)
    share = summed(one, alike, rubric)
    left = mean if share.points is None else mean * share.points / 100.0
    marks = [replace(mark, costs=mark.costs / len(scores)) for score in scores for mark in score.marks]
    marks += [replace(mark, costs=mark.costs * mean / 100.0) for mark in share.marks]
    marks.sort(key=lambda mark: mark.points)
    return AxisScore(one, left, rubric.level(left), rubric.weights[one], tuple(marks))


def _marks(step: Step, sample: Sample, rubric: Rubric, *, sitter: bool) -> Iterator[tuple[Axis, Mark]]:
    bands = step.preset.musts
    people = sample.values["subjects"]
    nobody = isinstance(people, Absent) or people < 1.0
    for measure in (MEASURES[name] for name in MEASURES if name in step.counts and name in bands):
        value = sample.values[measure.name]
        if not isinstance(value, Absent):
            yield axis(measure), _mark(measure, value, step, sample, rubric, sitter=sitter)
        elif nobody or measure.name in step.needs:
            yield axis(measure), _unread(measure, value, bands[measure.name])
    if step.pattern:
        yield "light", _pattern(step.pattern, sample, rubric)


def _mark(measure: Measure, value: float, step: Step, sample: Sample, rubric: Rubric, *, sitter: bool) -> Mark:
    band = step.preset.musts[measure.name]
    worth = points(measure, value, band)
    mark = partial(Mark, measure.name, measure.label, value, band, worth, 0.0)
    why = because(measure, value, band)
    if worth >= rubric.sure:
        return mark("nothing", why)
    mended = repair(measure.name, Fault(value, band, step, sample))
    if mended is not None:
        return mark("correctable", why, mended)
    return mark("spoilt", why, _again(measure, band.state(value), sitter=sitter))


def _again(measure: Measure, state: State, *, sitter: bool) -> Message:
    """What to do before it is taken again."""
    found = words(f"{measure.name}.{state}", advised(measure, state))
    return unmet(measure) if found is None else spoken(found, HowFar.SOME, sitter=sitter)


def _unread(measure: Measure, value: Absent, band: Band) -> Mark:
    return Mark(measure.name, measure.label, value, band, UNREAD, 0.0, "unread", value.why, _SEE)


def _pattern(name: str, sample: Sample, rubric: Rubric) -> Mark:
    label: Message = "Pattern of light"
    fit = sample.fits.get(name)
    if fit is None:
        unread = sample.pattern if isinstance(sample.pattern, Absent) else Absent("no clear pattern of light")
        return Mark("pattern", label, unread, None, UNREAD, 0.0, "unread", unread.why, _SEE)
    worth = _OTHER_LIGHT + (100.0 - _OTHER_LIGHT) * ramp(fit, 0.0, _CLEAR)
    looks = sample.pattern.why if isinstance(sample.pattern, Absent) else sample.pattern.said
    mark = partial(Mark, "pattern", label, fit, None, worth, 0.0)
    if worth >= rubric.sure:
        return mark("nothing", looks)
    why = filled("{looks}, asked for {wanted}", looks=looks, wanted=_PATTERNS[name])
    return mark("spoilt", why, _WATCH)


def _alike(drill: Drill, samples: Sequence[Sample]) -> Iterator[tuple[Axis, Mark]]:
    for name, most in drill.alike.items():
        measure, band = MEASURES[name], Band(0.0, most)
        values = [value for sample in samples if not isinstance(value := sample.values[name], Absent)]
        if len(values) < len(samples):
            yield axis(measure), _unread(measure, Absent("it was not read in every picture"), band)
            continue
        apart = max(values) - min(values)
        worth = 100.0 * 2.0 ** -max(apart / most - 1.0, 0.0)
        why = filled("{label}: differs by {apart:.3g}, asked for {most:.3g} at most", label=measure.label, apart=apart,
                     most=most)  # fmt: skip
        fix: Fix = "nothing" if worth >= drill.rubric.sure else "correctable"
        remedy: Message = "" if fix == "nothing" else "Crop the pictures alike"
        yield axis(measure), Mark(name, measure.label, apart, band, worth, 0.0, fix, why, remedy)


