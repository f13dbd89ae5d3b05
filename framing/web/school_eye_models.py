"""What the server and the page tell each other of references, of the quiz and of the lamp study, as typed JSON.

`framing.web.typescript` makes the types of the page's scripts from these models.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from framing.room.seen import Said

_Key = Annotated[str, Field(max_length=60)]
PictureId = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
By = Literal["trainee", "trainer"]


class _Asked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AskedFor(Said):
    """One line of what is asked for."""

    what: str
    how: str


class Outline(Said):
    """Lines [x, y] in viewfinder heights of the unmirrored picture."""

    lines: tuple[tuple[tuple[float, float], ...], ...]


class ToMatch(Said):
    """POST /guide/school/reference: what the photograph asks for, and what of it cannot be matched."""

    id: str
    title: str
    aspect: float  # width over height
    asked: tuple[AskedFor, ...]
    lacking: tuple[str, ...]  # what of this photograph could not be read, and why
    left_alone: tuple[str, ...]  # what of no photograph is asked for
    ghost: Outline


class PackagedPictures(Said):
    """GET /guide/school/eye/packaged: how many pictures there are, each at packaged/<number>.jpg."""

    pictures: int


class Offer(Said):
    """One of the answers to choose from."""

    id: str
    words: str


class EyeQuestion(Said):
    """POST /guide/school/eye/pictures: what is asked of the picture that was sent."""

    id: str
    offered: tuple[Offer, ...]  # what might be said first


class EyeAnswer(_Asked):
    """What somebody says of a picture; "" for what they leave open."""

    picture: PictureId
    by: By
    reads_as: Literal["", "headshot", "portrait", "neither"]
    why: Literal["", "subjects", "crop", "mood", "environment", "creativity"]
    first: _Key


class TrainerSheet(_Asked):
    """A trainer's answers from a file, as its text, with the picture behind each file name that was sent so far."""

    text: Annotated[str, Field(max_length=1_000_000)]
    name: _Key


class Given(Said):
    """One answer in words, each "" where it is left open."""

    reads_as: str
    why: str
    first: str


class Agreed(Said):
    """How far the trainee agrees with somebody about one question; in words, for people."""

    what: Literal["reads_as", "why", "first"]
    pictures: int
    share: str
    kappa: str  # the figure, or why there is none


class EyeFigures(Said):
    """The agreement so far, with the guide and with the trainer."""

    guide: tuple[Agreed, ...]
    trainer: tuple[Agreed, ...]  # none where no trainer has answered any of these pictures
    course: tuple[float | None, ...]  # kappa of the first question with the guide after each picture
    kappa: float | None  # the last of it
    pictures: int


class EyeTold(Said):
    """POST /guide/school/eye/answers: the answers side by side, and the agreement so far."""

    yours: Given
    guide: Given
    because: str  # what the guide sees of the difference that it names
    trainer: Given | None
    same: tuple[bool, bool, bool]  # whether yours are the guide's: reading, reason, first cue
    figures: EyeFigures


class Taken(Said):
    """POST /guide/school/eye/sheet: for how many pictures the file has an answer."""

    answers: int


class SetUp(_Asked):
    """What the page says on /guide/school/study: how the studio is set up."""

    side: Annotated[float, Field(ge=-90, le=90)]  # degrees, + on the sitter's left
    height: Annotated[float, Field(ge=-40, le=75)]  # degrees above the eyes
    ratio: Annotated[float, Field(ge=1, le=16)]  # key to fill
    behind: Annotated[float, Field(ge=-4, le=2)]  # stops on the backdrop
    turn: Annotated[float, Field(ge=-20, le=20)]  # degrees that the sitter turns to their left


MODELS = (ToMatch, PackagedPictures, EyeQuestion, EyeAnswer, TrainerSheet, EyeTold, Taken, SetUp)
"""Those that are sent as a whole, in either direction."""
