"""What the page says about the record, and what it is told of it, as typed JSON."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from framing.records.values import Kind
from framing.room.asked import Asked
from framing.room.seen import Said

Name = Annotated[str, Field(max_length=200)]


class Enrol(Asked):
    """POST /guide/school/trainees: scores may be kept, and pictures too or not."""

    name: Name
    pictures: bool


class Enrolled(Said):
    """The secret by which alone this trainee is found; the browser remembers it."""

    token: str
    name: str


class KeptRun(Said):
    """One run in the record; `at` in seconds since 1970."""

    id: str
    drill: str
    title: str
    at: float
    points: int


class Mine(Said):
    """GET /guide/school/mine, with the trainee's token in X-Framing-Trainee; the oldest run first."""

    name: str
    pictures: bool
    runs: tuple[KeptRun, ...]


class Trained(Said):
    """One trainee in the trainer's overview: the newest run, and where their last runs of its drill go."""

    number: int
    name: str
    runs: int
    last: KeptRun | None
    axes: tuple[tuple[str, int | None], ...]  # of that run, titles and points
    trend: str
    day: str


class Class(Said):
    """GET /guide/school/class, with the trainer's token in X-Framing-Trainer where one is set."""

    trainees: tuple[Trained, ...]


class AskMoment(Asked):
    """POST /guide/school/moments: this verdict, cue or reading is seen otherwise; of what is live, or of an attempt."""

    kind: Kind
    what: Annotated[str, Field(max_length=64)]
    attempt: Annotated[str, Field(max_length=64)] | None = None  # one that was handed in on this page
    moment: Annotated[str, Field(max_length=64)] | None = None  # a photograph that was judged


class Choice(Said):
    """One thing that may be said instead."""

    key: str
    label: str


class Question(Said):
    """What the guide says of it, and what may be said instead."""

    id: str
    says: str
    choices: tuple[Choice, ...]
    picture: bool  # whether there is one that could be kept


class SeeOtherwise(Asked):
    """POST /guide/school/otherwise: the answer, and whether the picture may be kept with its readings."""

    id: Annotated[str, Field(max_length=64)]
    answer: Annotated[str, Field(max_length=20)]
    picture: bool


RECORD_MODELS = (Enrol, Enrolled, Mine, Class, AskMoment, Question, SeeOtherwise)
"""Those that are sent as a whole."""
