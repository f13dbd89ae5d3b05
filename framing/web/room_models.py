"""What the server and those in a room tell each other, as typed JSON; `kind` names the model.

`framing.web.typescript` makes the types of the page's scripts from these models, of which `framing.room.asked` has what
browsers send.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from framing.page.payload import Live
from framing.room.asked import (
    Asked,
    Event,
    Facing,
    Here,
    Name,
    Operate,
    Point,
    Role,
    Secret,
    Stop,
    Stroke,
    Take,
    UseName,
    Wipe,
)
from framing.room.letters import Why
from framing.room.seen import RoomView, Said
from framing.web.school_eye_models import Outline
from framing.web.school_models import AskedFor

Base = Annotated[str, Field(max_length=300, pattern="^https?://[^ #?]+/$")]


class OpenRoom(Asked):
    """POST /guide/rooms: the room's name, the coach's own, and the use; `base` is the main page's address there."""

    name: Name
    coach: Name
    use: UseName
    base: Base


class RoomOpened(Said):
    """The room, the tokens of its three roles, when it ends (seconds since 1970), and its two links as SVG to scan."""

    id: str
    coach: str
    sitter: str
    watcher: str
    closes: float
    qr_sitter: str
    qr_watcher: str


class RoomLinks(Asked):
    """POST /guide/rooms/qr, with the coach's token in X-Framing-Room; the answer is RoomOpened."""

    base: Base


class Ice(Said):
    """An RTCIceServer; name and password are "" where none is needed."""

    urls: tuple[str, ...]
    username: str
    credential: str


class Welcome(Said):
    """Come in; `me` is the secret to come back with."""

    kind: Literal["welcome"] = "welcome"
    you: str
    me: str
    role: Role
    ice: tuple[Ice, ...]
    room: RoomView


class Door(Said):
    """Wait to be admitted."""

    kind: Literal["door"] = "door"
    why: str


class RoomChanged(Said):
    """The room after a change."""

    kind: Literal["room"] = "room"
    room: RoomView


class SignalFrom(Said):
    """Something from another person's browser."""

    kind: Literal["signal"] = "signal"
    from_: Annotated[str, Field(serialization_alias="from")]
    data: str


class RankedCue(Said):
    """One thing that could be asked for: its id, in words, how far ("a little", "" or "quite a bit"), and its sign."""

    cue: str
    words: str
    amount: str
    symbol: Literal["must", "style"]


class Measured(Said):
    """One judged reading in its measure's own unit, and its band; None where it is not seen, or that side is open."""

    name: str
    value: float | None
    low: float | None
    high: float | None


class Guidance(Said):
    """What coach and watchers are told of the newest look, in their own language."""

    kind: Literal["guidance"] = "guidance"
    live: Live
    ranked: tuple[RankedCue, ...]
    measured: tuple[Measured, ...]
    corrections: int | None  # in a drill, of which the coach alone is told; else None


class Drilling(Said):
    """How the drill of the room stands, in words, to all who are in it: nothing of what the guide sees."""

    kind: Literal["drilling"] = "drilling"
    number: int  # of the run
    title: str
    goal: str
    asked: tuple[AskedFor, ...]
    step: int  # from 0
    of: int
    left: int  # seconds
    seconds: int


class Matching(Said):
    """How well the sitter's picture matches the one that is pinned, and its outline."""

    kind: Literal["matching"] = "matching"
    picture: str
    score: int | None
    asked: tuple[AskedFor, ...]
    lacking: tuple[str, ...]  # what cannot be matched, and why
    ghost: Outline


class PictureNews(Said):
    """A picture that has just been taken, with its preview; to the coach alone."""

    kind: Literal["picture"] = "picture"
    id: str
    burst: str
    number: int
    width: int
    height: int
    bytes: int
    preview: str


class Do(Said):
    """What the coach asks the sitter's device to do."""

    kind: Literal["do"] = "do"
    what: Annotated[Take | Stop | Operate | Facing, Field(discriminator="kind")]


class Pen(Said):
    """Pointer and strokes of the coach, while there is no data channel."""

    kind: Literal["pen"] = "pen"
    what: Annotated[Point | Stroke | Wipe, Field(discriminator="kind")]


class Refused(Said):
    """Why something was not done; the connection stays."""

    kind: Literal["refused"] = "refused"
    why: str


class Over(Said):
    """The connection ends, and why, as a code and as a sentence; `again` says whether to connect again by oneself."""

    kind: Literal["over"] = "over"
    why: Why
    sentence: str
    again: bool


class KeepScore(Asked):
    """POST /guide/room/score/kept: the secret of the trainee whose record is to have it."""

    trainee: Secret


class ScoreKept(Said):
    """The number that it has there."""

    kept: int


class RoomOwn(Said):
    """POST /guide/room/reference: the id of the coach's own photograph, for the message `match`."""

    id: str


class ToServer(RootModel[Annotated[Event, Field(discriminator="kind")]]):
    """All that a browser may send."""


class ToClient(
    RootModel[
        Annotated[
            Welcome | Door | RoomChanged | Here | SignalFrom | Guidance | PictureNews | Do | Pen | Drilling | Matching
            | Refused | Over,
            Field(discriminator="kind"),
        ]
    ]
):  # fmt: skip
    """All that the server may send."""


MODELS = (OpenRoom, RoomOpened, RoomLinks, KeepScore, ScoreKept, RoomOwn, ToServer, ToClient)
"""Those that are sent as a whole, in either direction."""
