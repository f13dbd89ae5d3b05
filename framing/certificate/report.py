"""What the report of one handed-in drill says, worded; `page` and `pdf` only put it on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from framing.certificate.chart import PAPER, trend_svg
from framing.certificate.moments import said
from framing.page import school_words
from framing.presets.standard import SHORT
from framing.records.values import Kept
from framing.say import Language, translate
from framing.say.language import number
from framing.school.trend import trend
from framing.school.values import LEVELS, TITLES, AxisScore, Level, Rubric
from framing.types import Message, filled

WORDS: Mapping[str, Message] = {
    "school": "Framing guide · School",
    "report": "Report",
    "trainee": "Trainee",
    "score": "Score",
    "time": "Time",
    "corrections": "Corrections",
    "axes": "By axis",
    "levels": "levels: not yet · fair · good · sure",
    "pictures": "Before and after",
    "start": "At the start",
    "handed_in": "Handed in",
    "trend": "The last runs of this drill",
    "drills": "Drills done",
    "runs": "runs",
    "last": "last run",
    "no_standard": "Scored by the guide's own drills and levels.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One axis: its points 0..100, or None where the drill asks nothing of it."""

    title: str
    level: Level | None
    level_words: str
    points: float | None
    points_words: str
    because: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Done:
    """One drill of the trainee's: how often, and what the last run came to."""

    title: str
    runs: str
    last: str
    day: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that stands in it, in one language."""

    language: Language
    words: Mapping[str, str]
    trainee: str
    drill: str
    day: str
    points: str
    of: str
    time: str
    corrections: str
    usual: str
    axes: tuple[Line, ...]
    bounds: tuple[float, float, float]
    before: bytes | None = field(repr=False)  # JPEG
    after: bytes | None = field(repr=False)
    chart: str = field(repr=False)  # SVG
    trend: str
    drills: tuple[Done, ...]
    signed: str  # by which standard, and by which guide


def report(one: Kept, all_of_theirs: Sequence[Kept], language: Language, rubric: Rubric) -> Report:
    """The report of that attempt; `all_of_theirs` are the trainee's, the oldest first, that one among them.

    `rubric` says from how many points on a level is reached.
    """
    attempt, score = one.attempt, one.attempt.score
    same = [k.attempt for k in all_of_theirs if k.attempt.drill == attempt.drill and k.attempt.at <= attempt.at]
    runs = [(a.at, a.score.points) for a in same]
    line = trend([points for _, points in runs])

    def say(message: Message) -> str:
        return translate(language, message)

    return Report(
        language=language,
        words={key: say(message) for key, message in WORDS.items()},
        trainee=one.trainee.name,
        drill=say(attempt.title),
        day=said(attempt.at, language),
        points=number(language, score.points, ".0f"),
        of=say("of 100"),
        time=_clock(score.seconds, language),
        corrections=number(language, score.corrections, "d"),
        usual=say(school_words.usual(score.usual)),
        axes=tuple(_line(axis, language) for axis in score.axes),
        bounds=(rubric.fair, rubric.good, rubric.sure),
        before=attempt.before,
        after=attempt.after,
        chart=trend_svg(runs, language, PAPER),
        trend=say(school_words.FEW_RUNS if line is None else school_words.trend(line.slope)),
        drills=tuple(_done(all_of_theirs, language)),
        signed=say(_signed(attempt.standard, attempt.hash, attempt.guide)),
    )


def _line(axis: AxisScore, language: Language) -> Line:
    worst = axis.marks[0] if axis.marks else None
    return Line(
        title=translate(language, TITLES[axis.axis]),
        level=axis.level,
        level_words=translate(
            language,
            school_words.NOT_ASKED if axis.level is None else school_words.level(LEVELS[axis.level], axis.weight),
        ),
        points=axis.points,
        points_words="–" if axis.points is None else number(language, axis.points, ".0f"),
        because="" if worst is None else translate(language, worst.because),
        remedy="" if worst is None else translate(language, school_words.remedy(worst.fix, worst.remedy)),
    )


def _done(kept: Sequence[Kept], language: Language) -> list[Done]:
    """Each drill once, by the newest run of it."""
    by_drill: dict[str, list[Kept]] = {}
    for one in kept:
        by_drill.setdefault(one.attempt.drill, []).append(one)
    newest = sorted(by_drill.values(), key=lambda runs: -runs[-1].attempt.at)
    return [
        Done(
            title=translate(language, runs[-1].attempt.title),
            runs=number(language, len(runs), "d"),
            last=number(language, runs[-1].attempt.score.points, ".0f"),
            day=said(runs[-1].attempt.at, language),
        )
        for runs in newest
    ]


def _signed(standard: str, signature: str, guide: str) -> Message:
    if not standard:
        return filled("{own} Guide {version}", own=WORDS["no_standard"], version=guide)
    return filled(
        "Standard: {name} · {hash} · guide {version}", name=standard, hash=signature[:SHORT], version=guide
    )


def _clock(seconds: float, language: Language) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{number(language, minutes, 'd')}:{number(language, rest, '02d')}"
