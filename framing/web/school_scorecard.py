"""A run's score as the page shows it: worded, beside the runs before it, with what to practise next."""

from __future__ import annotations

import os
from collections.abc import Sequence

from framing.page import school_words as words
from framing.page.standard import standard_line
from framing.say import Language
from framing.school.loop import three, weakest
from framing.school.score import judged
from framing.school.standard import drills
from framing.school.trend import LAST, trend
from framing.school.values import LEVELS, TITLES, AxisScore, Fix, Mark, Rubric, Sample, Step
from framing.web.school_cards import Past, Say, place, sayer
from framing.web.school_models import AxisCard, MarkCard, NextDrill, Scorecard, Shot
from framing.web.school_practice import Attempt
from framing.web.school_shots import data_url

_TOLD = 2  # faults that are told below a picture


def scorecard(attempt: Attempt, spoken: Language, known: Sequence[Past] = (), *, kept: bool = False) -> Scorecard:
    """The scorecard; `known` are the runs of this drill up to this one, the newest last; `kept`: a record has it."""
    all_drills = drills(os.environ).drills
    say, score, run = sayer(spoken), attempt.score, attempt.run
    number, of = place(run.drill, all_drills)
    drill, points, weak = run.drill, round(score.points), weakest(score)
    earlier = [one.points for one in known if one.id != attempt.id]
    last = [*known][-LAST:]
    line = trend([one.points for one in last])
    spoilt = tuple(TITLES[one.axis] for one in score.axes if one.fix == "spoilt")
    return Scorecard(
        id=attempt.id,
        drill=drill.id,
        title=say(drill.title),
        number=number,
        of=of,
        goal=say(drill.goal),
        at=attempt.at,
        standard=standard_line(spoken),
        points=points,
        points_words=say(words.against_best(points, round(max(earlier)) if earlier else None)),
        seconds=score.seconds,
        limit=drill.seconds,
        corrections=score.corrections,
        corrections_words=say(words.usual(score.usual)),
        spoilt_words=say(words.spoilt(spoilt)),
        axes=tuple(_axis(one, say) for one in score.axes),
        bounds=(drill.rubric.fair, drill.rubric.good, drill.rubric.sure),
        shots=_shots(attempt, say),
        runs=len(last),
        trend_words=say(words.FEW_RUNS if line is None else words.trend(line.slope)),
        weakest_words=say(words.weakest(TITLES[weak])),
        next=tuple(
            NextDrill(id=one.id, title=say(one.title), goal=say(one.goal), beside=say(words.beside(one)))
            for one in three(all_drills, weak, score)
        ),
        kept=kept,
    )


def _axis(one: AxisScore, say: Say) -> AxisCard:
    marks = tuple(_mark(mark, say) for mark in one.marks)
    worst = next(iter(marks), None)
    return AxisCard(
        axis=one.axis,
        title=say(TITLES[one.axis]),
        level=one.level,
        level_words=say(words.NOT_ASKED if one.level is None else words.level(LEVELS[one.level], one.weight)),
        points=None if one.points is None else round(one.points),
        reason=_reason(one, say),
        remedy="" if worst is None else worst.remedy,
        fix=one.fix,
        measure="" if worst is None else worst.measure,
        marks=marks,
    )


def _reason(one: AxisScore, say: Say) -> str:
    """What is worst about it with its number; where all is well, what was looked at and how it was read."""
    if one.fix != "nothing":
        return say(one.marks[0].because)
    return " · ".join(say(words.read(mark.label, mark.because)) for mark in one.marks[:_TOLD])


def _mark(mark: Mark, say: Say) -> MarkCard:
    return MarkCard(
        measure=mark.measure,
        label=say(mark.label),
        points=round(mark.points),
        because=say(mark.because),
        remedy=say(words.remedy(mark.fix, mark.remedy)),
        fix=mark.fix,
    )


def _shots(attempt: Attempt, say: Say) -> tuple[Shot, ...]:
    run = attempt.run
    steps = zip(run.drill.steps, run.handed, attempt.shots, strict=False)  # those that were handed in
    return tuple(
        Shot(
            goal=say(step.goal),
            start=data_url(first),
            start_words=_faults(step, handed.start, run.drill.rubric, say),
            handed_in=data_url(last),
            handed_in_words=_faults(step, handed.sample, run.drill.rubric, say),
        )
        for step, handed, (first, last) in steps
    )


def _faults(step: Step, sample: Sample, rubric: Rubric, say: Say) -> str:
    """What is most wrong in a picture, in short."""
    fine: Fix = "nothing"
    marks = [mark for one in judged(step, sample, rubric) for mark in one.marks if mark.fix != fine]
    worst = sorted(marks, key=lambda mark: -mark.costs)[:_TOLD]
    return " · ".join(say(mark.because) for mark in worst) or say(words.NOTHING_TO_CORRECT)
