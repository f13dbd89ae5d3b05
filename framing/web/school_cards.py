"""The drills as the page lists them: worded, with what is known of their runs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from framing.measures import MEASURES
from framing.page import school_words as words
from framing.page.drawing.asked_light import asked_light, light_drawings
from framing.say import Language, translate
from framing.school.axes import axis
from framing.school.before import as_before
from framing.school.loop import weakest
from framing.school.values import AXES, TITLES, Axis, Before, Drill, Step
from framing.types import Message
from framing.web.school_models import AskedFor, BeforeInfo, DrillInfo, Kept, StepInfo, Weighed
from framing.web.school_practice import Attempt, viewer_of

Say = Callable[[Message], str]


class Past(NamedTuple):
    """A run of a drill that is known: of this visit, or from the trainee's record."""

    id: str
    drill: str
    at: float  # seconds since 1970
    points: float
    seconds: float
    corrections: int
    weakest: Axis


def past(attempt: Attempt) -> Past:
    """What is known of a run of this visit."""
    score = attempt.score
    return Past(
        attempt.id, attempt.run.drill.id, attempt.at, score.points, score.seconds, score.corrections, weakest(score)
    )


def sayer(spoken: Language) -> Say:
    """Says messages in that language."""
    return lambda message: translate(spoken, message)


def drill_infos(drills: Mapping[str, Drill], known: Sequence[Past], spoken: Language) -> tuple[DrillInfo, ...]:
    """All drills in their order, each with the best and the last of its runs; one of them is recommended."""
    long = [drill for drill in drills.values() if not drill.short]
    short = [drill for drill in drills.values() if drill.short]
    recommended = _recommended(long, known)
    return tuple(
        _info(drill, (at, len(group)), [run for run in known if run.drill == drill.id], recommended, spoken)
        for group in (long, short)
        for at, drill in enumerate(group, start=1)
    )


def place(drill: Drill, drills: Mapping[str, Drill]) -> tuple[int, int]:
    """Its number among those of its kind, from 1, and how many these are."""
    alike = [one.id for one in drills.values() if one.short == drill.short]
    return (alike.index(drill.id) + 1 if drill.id in alike else 1), max(len(alike), 1)


def _recommended(long: Sequence[Drill], known: Sequence[Past]) -> str:
    """The first drill whose last run was not yet good; with all of them good, the one whose last run was the lowest."""
    last = {run.drill: run.points for run in known}
    waits = (drill for drill in long if last.get(drill.id, -1.0) < drill.rubric.good)
    found = next(waits, None) or min(long, key=lambda drill: last[drill.id], default=None)
    return "" if found is None else found.id


def _info(
    drill: Drill, place: tuple[int, int], known: Sequence[Past], recommended: str, spoken: Language
) -> DrillInfo:
    say, weights = sayer(spoken), drill.rubric.weights
    fitted = {who: as_before(drill, who) for who in drill.before}
    counts = {who: scored(one) for who, one in fitted.items()}
    best = max(known, key=lambda run: run.points, default=None)
    return DrillInfo(
        id=drill.id,
        number=place[0],
        of=place[1],
        title=say(drill.title),
        goal=say(drill.goal),
        teaches=tuple(say(TITLES[one]) for one in drill.teaches),
        length=say(words.length(drill.seconds)),
        seconds=drill.seconds,
        shown=drill.shown,
        before=tuple(BeforeInfo(key=one, title=say(words.BEFORE[one])) for one in drill.before),
        steps=tuple(
            _step(step, tuple(who for who, one in fitted.items() if step.goal in _goals(one)), spoken)
            for step in drill.steps
        ),
        counts=tuple(
            Weighed(
                axis=one, title=say(TITLES[one]), weight=say(words.weight(weights[one])),
                before=tuple(who for who, found in counts.items() if one in found),
            )
            for one in sorted(scored(drill), key=lambda one: -weights[one])
        ),
        short=drill.short,
        runs=len(known),
        best=None if best is None else _kept(best, say),
        last=_kept(known[-1], say) if known else None,
        recommended=drill.id == recommended,
    )


def scored(drill: Drill) -> list[Axis]:
    """The axes that the drill asks something of, and counts."""
    counts = {axis(MEASURES[name]) for step in drill.steps for name in step.counts if name in step.preset.musts}
    counts |= {"light" for step in drill.steps if step.pattern}
    return [one for one in AXES if one in counts and drill.rubric.weights[one] > 0.0]


def _goals(drill: Drill) -> set[str]:
    return {step.goal for step in drill.steps}


def _step(step: Step, before: tuple[Before, ...], spoken: Language) -> StepInfo:
    say, light = sayer(spoken), asked_light(step)
    drawn = None if light is None else light_drawings(light, viewer_of(before[0]), spoken)
    return StepInfo(
        before=before,
        goal=say(step.goal),
        asked=tuple(AskedFor(what=say(one.what), how=say(one.how)) for one in step.asked),
        face="" if drawn is None else drawn.face,
        above="" if drawn is None else drawn.above,
    )


def _kept(run: Past, say: Say) -> Kept:
    return Kept(
        points=round(run.points), seconds=run.seconds, corrections=run.corrections, weakest=say(TITLES[run.weakest])
    )
