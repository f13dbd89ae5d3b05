"""The eye: what a picture is, why, and what to say first, answered by a trainee, the guide and a trainer.

The three questions are those of the guide itself, so its answers are read off its guidance: nothing is judged twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal, NamedTuple, get_args

from framing.say.cues import message, spoken
from framing.school.kappa import agreement, kappa
from framing.types import (
    Absent,
    Cue,
    Direction,
    Guidance,
    HowFar,
    Judgement,
    Message,
    Remedy,
    State,
    Viewer,
)

What = Literal["reads_as", "why", "first"]
WHATS: tuple[What, ...] = get_args(What)
NOTHING = "nothing"  # the cue of a picture that may be taken as it is
TAKE_IT: Message = "Nothing: take the picture"
USE = "headshot"  # what every picture of the quiz is meant to be: it asks for the most
_OFFERED = 4  # cues to choose from, beside taking it as it is
_MATTER_OF_COURSE = 22  # rank: what comes before is seen by everybody, such as that somebody is there


class Answer(NamedTuple):
    """What somebody says of one picture; "" for what they leave open."""

    reads_as: str = ""  # headshot, portrait or neither
    why: str = ""  # one of the five differences
    first: str = ""  # the id of a cue, "headroom.low", or "nothing"

    def to(self, what: What) -> str:
        """What it says to that question."""
        return self.reads_as if what == "reads_as" else self.why if what == "why" else self.first


class Choice(NamedTuple):
    """One of the cues to choose from."""

    id: str
    words: Message


@dataclass(frozen=True, slots=True)
class Question:
    """One picture: what is offered, and the guide's own answer, which is told once the trainee has given theirs."""

    id: str  # its fingerprint
    offered: tuple[Choice, ...]
    guide: Answer
    because: tuple[Message, ...]  # what the guide sees of the difference that it names
    reasons: frozenset[str]  # every difference that speaks for the guide's reading of it: as good an answer to why
    readings: Mapping[str, float | None] = field(default_factory=dict)  # of every measure, None where it is absent


def readings_of(guidance: Guidance) -> Mapping[str, float | None]:
    """The value of every measure, rounded to six digits; None where it could not be read."""
    return {
        j.measure.name: None if isinstance(j.value, Absent) else round(float(j.value), 6) for j in guidance.judgements
    }


def question(picture: str, guidance: Guidance) -> Question:
    """What is asked of the picture with that fingerprint; the same picture is asked about in the same way each time."""
    verdict = guidance.verdict
    leaning = [one for one in verdict.evidence if one.lean == verdict.reads_as]
    strongest = max(leaning, key=lambda one: abs(one.weight), default=None)
    top = next(iter(guidance.cues), None)
    answer = Answer(
        reads_as=verdict.reads_as,
        why="" if strongest is None else strongest.difference,
        first=NOTHING if top is None else top.id,
    )
    return Question(
        id=picture,
        offered=_offered(picture, guidance, top),
        guide=answer,
        because=() if strongest is None else strongest.because,
        reasons=frozenset(one.difference for one in leaning),
        readings=readings_of(guidance),
    )


def beside(asked: Question, answer: Answer) -> Answer:
    """The guide's answer beside that one: of the reasons that speak for its reading, the one that was named, if any."""
    return asked.guide._replace(why=answer.why) if answer.why in asked.reasons else asked.guide


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two sets of answers to one question agree, over the pictures that both have answered."""

    pictures: int
    share: float | Absent  # 0..1
    kappa: float | Absent  # -1..1


def compared(what: What, ours: Mapping[str, Answer], theirs: Mapping[str, Answer]) -> Agreement:
    """The agreement of two people's answers by picture; Absent where both have answered nothing of it."""
    one, other = both(what, ours, theirs)
    share: float | Absent = agreement(one, other) if one else Absent("no picture that both have answered")
    return Agreement(len(one), share, kappa(one, other))


def both(
    what: What, ours: Mapping[str, Answer], theirs: Mapping[str, Answer]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The answers of both to that question, of the pictures to which both have given one, in our order."""
    shared = [(answer.to(what), theirs[name].to(what)) for name, answer in ours.items() if name in theirs]
    given = [(one, other) for one, other in shared if one and other]
    return tuple(one for one, _ in given), tuple(other for _, other in given)


def over_time(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float | Absent, ...]:
    """Kappa after each answer, of all up to it."""
    return tuple(kappa(ours[: n + 1], theirs[: n + 1]) for n in range(len(ours)))


def _offered(picture: str, guidance: Guidance, top: Cue | None) -> tuple[Choice, ...]:
    """The right cue among cures of what is as it should be, in an order that tells nothing."""
    draw = Random(picture)  # noqa: S311 - an order, not a secret
    wrong = [pair for judgement in guidance.judgements if _plausible(judgement) for pair in _cures(judgement)]
    draw.shuffle(wrong)
    chosen = [] if top is None else [Choice(top.id, message(top, Viewer.OTHER))]
    # What the guide says as well, further down, is no wrong answer; and no two ask for the same thing.
    measures = {cue.measure for cue in guidance.cues}
    directions = {cue.direction for cue in guidance.cues} - {Direction.NONE}
    for judgement, end, found in wrong:
        name = judgement.measure.name
        if len(chosen) < _OFFERED and name not in measures and found.direction not in directions:
            chosen.append(Choice(f"{name}.{end}", spoken(found, HowFar.SOME, sitter=False)))
            measures.add(name)
            directions |= {found.direction} - {Direction.NONE}
    draw.shuffle(chosen)
    return (*chosen, Choice(NOTHING, TAKE_IT))


def _plausible(judgement: Judgement) -> bool:
    """Whether somebody might think that it is missed: it was read, it has a band, and it is no matter of course."""
    named = not isinstance(judgement.value, Absent) and judgement.band is not None
    return named and judgement.state is State.OK and judgement.measure.rank >= _MATTER_OF_COURSE


def _cures(judgement: Judgement) -> list[tuple[Judgement, str, Remedy]]:
    ends = (("low", judgement.measure.when_low), ("high", judgement.measure.when_high))
    return [(judgement, end, found) for end, found in ends if found is not None]
