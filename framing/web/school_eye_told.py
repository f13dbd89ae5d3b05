"""The answers of trainee, guide and trainer in words, and how far they agree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from framing.measures import MEASURES
from framing.page.school_eye_texts import EYE
from framing.say import Language, translate
from framing.say.cues import spoken
from framing.say.language import listed, number
from framing.school.eye import NOTHING, TAKE_IT, WHATS, Answer, Question, beside, both, compared, over_time
from framing.types import Absent, HowFar, Message
from framing.web.school_eye_models import Agreed, EyeFigures, EyeTold, Given

if TYPE_CHECKING:
    from framing.web.school_eye import Quiz


def told_of(quiz: Quiz, asked: Question, yours: Answer, language: Language) -> EyeTold:
    """What is shown once a picture has been answered."""
    theirs = quiz.trainers()
    guide = beside(asked, yours)
    trainer = theirs.get(asked.id)
    return EyeTold(
        yours=_given(yours, asked, language),
        guide=_given(guide, asked, language),
        because=listed(language, asked.because),
        trainer=None if trainer is None else _given(trainer, asked, language),
        same=(yours.reads_as == guide.reads_as, yours.why == guide.why, yours.first == guide.first),
        figures=figures(quiz, language),
    )


def figures(quiz: Quiz, language: Language) -> EyeFigures:
    """How far the trainee agrees with guide and trainer over all the pictures that they have answered."""
    ours, theirs = quiz.trainee, quiz.trainers()
    guides = {name: beside(quiz.questions[name], answer) for name, answer in ours.items()}
    course = [None if isinstance(k, Absent) else round(k, 3) for k in over_time(*both("reads_as", ours, guides))]
    return EyeFigures(
        guide=_agreed(ours, guides, language),
        trainer=_agreed(ours, theirs, language) if ours.keys() & theirs.keys() else (),
        course=tuple(course),
        kappa=course[-1] if course else None,
        pictures=len(ours),
    )


def _agreed(ours: Mapping[str, Answer], theirs: Mapping[str, Answer], language: Language) -> tuple[Agreed, ...]:
    found = []
    for what in WHATS:
        one = compared(what, ours, theirs)
        share, kappa = one.share, one.kappa
        found.append(
            Agreed(
                what=what,
                pictures=one.pictures,
                share="" if isinstance(share, Absent) else number(language, share, ".0%"),
                kappa=translate(language, kappa.why) if isinstance(kappa, Absent) else number(language, kappa, ".2f"),
            )
        )
    return tuple(found)


def _given(answer: Answer, asked: Question, language: Language) -> Given:
    into = partial(translate, language)
    return Given(
        reads_as=into(EYE[f"eye_{answer.reads_as}"]) if answer.reads_as else "",
        why=into(EYE[f"eye_{answer.why}"]) if answer.why else "",
        first=into(_first(answer.first, asked)),
    )


def _first(cue: str, asked: Question) -> Message:
    """A cue in words: as it was offered, or else as its measure says it."""
    offered = next((choice.words for choice in asked.offered if choice.id == cue), None)
    if offered is not None or not cue:
        return offered or ""
    name, _, end = cue.partition(".")
    measure = MEASURES.get(name)
    found = measure and {"low": measure.when_low, "high": measure.when_high}.get(end)
    if found:
        return spoken(found, HowFar.SOME, sitter=False)
    return TAKE_IT if cue == NOTHING else cue
