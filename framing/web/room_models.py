"""What the server and those in a room tell each other, as typed JSON; `kind` names the model.

`framing.web.typescript` makes the types of the page's scripts from these models. Places of pointer and strokes are
shares of the unmirrored camera picture, x and y from 0 to 1.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from framing.page.payload import Live

SIGNAL = 32_000  # characters of what two browsers tell each other to find their way
PREVIEW = 160_000  # characters of a preview: a JPEG of 120 kB in base64

_PLAIN = r"^[^\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]*$"  # one line, and read in its own direction
Person = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
Picture = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Secret = Annotated[str, Field(max_length=200)]
Name = Annotated[str, Field(min_length=1, max_length=40, pattern=_PLAIN)]
Words = Annotated[str, Field(min_length=1, max_length=80, pattern=_PLAIN)]
UseName = Annotated[str, Field(max_length=100)]
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Key = Annotated[str, Field(pattern="^[A-Za-z]{1,40}$")]  # of what a camera can be set to, as browsers spell it
Side = Annotated[int, Field(ge=1, le=65_535)]  # pixels
Role = Literal["coach", "sitter", "watcher"]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# To open a room


class OpenRoom(_Asked):
    """POST /guide/rooms: the room's name, the coach's own, and the use; `base` is the main page's address there."""

    name: Name
    coach: Name
    use: UseName
    base: Annotated[str, Field(max_length=300, pattern="^https?://[^ #?]+/$")]


class RoomOpened(_Said):
    """The room, the tokens of its three roles, when it ends (seconds since 1970), and its two links as SVG to scan."""

    id: str
    coach: str
    sitter: str
    watcher: str
    closes: float
    qr_sitter: str
    qr_watcher: str


class RoomLinks(_Asked):
    """POST /guide/rooms/qr, with the coach's token in X-Framing-Room; the answer is RoomOpened."""

    base: Annotated[str, Field(max_length=300, pattern="^https?://[^ #?]+/$")]


# From everybody to the server


class Join(_Asked):
    """The first message: who comes, with what right; `me` is what the server gave them when they were here before.

    `see`, `pictures` and `camera` are the sitter's yes, which their browser repeats after a break.
    """

    kind: Literal["join"] = "join"
    token: Secret
    me: Secret | None
    name: Name
    language: Annotated[str, Field(max_length=20)]
    device: Literal["phone", "computer"]
    session: Secret | None
    see: bool | None
    pictures: bool | None
    camera: bool | None


class Leave(_Asked):
    """Goodbye."""

    kind: Literal["leave"] = "leave"


class SignalTo(_Asked):
    """Something for another person's browser to find its way here."""

    kind: Literal["signal"] = "signal"
    to: Person
    data: Annotated[str, Field(max_length=SIGNAL)]


class Microphone(_Asked):
    """The own microphone is on or off."""

    kind: Literal["microphone"] = "microphone"
    on: bool


class Here(_Asked):
    """A sign of life, each five seconds."""

    kind: Literal["here"] = "here"


# From the sitter


class Guided(_Asked):
    """The sitter's page has another session than when it joined, by its token; None when it has none."""

    kind: Literal["session"] = "session"
    session: Secret | None


class Consent(_Asked):
    """What the sitter allows: to be seen, pictures to be sent, their camera to be set."""

    kind: Literal["consent"] = "consent"
    see: bool
    pictures: bool
    camera: bool


class Ability(_Asked):
    """Something of the camera that can be set: from where to where, and what it is now."""

    name: Key
    min: Number
    max: Number
    step: Number
    value: Number


class Abilities(_Asked):
    """What the sitter's camera can be set to."""

    kind: Literal["abilities"] = "abilities"
    list: Annotated[tuple[Ability, ...], Field(max_length=16)]
    facing: Literal["user", "environment"] | None
    facings: Annotated[int, Field(ge=0, le=9)]


class Doing(_Asked):
    """What the sitter's device does just now; the seconds of the countdown that are left."""

    kind: Literal["doing"] = "doing"
    countdown: Annotated[int, Field(ge=0, le=60)] | None
    taking: bool
    asleep: bool


class PictureTaken(_Asked):
    """A picture that was taken, with its preview, a small JPEG in base64; `bytes` is the size of the original."""

    kind: Literal["picture"] = "picture"
    id: Picture
    burst: Annotated[str, Field(max_length=64, pattern=_PLAIN)]
    number: Annotated[int, Field(ge=0, le=10_000)]
    width: Side
    height: Side
    bytes: Annotated[int, Field(ge=1, le=1_000_000_000)]
    preview: Annotated[str, Field(max_length=PREVIEW, pattern="^[A-Za-z0-9+/]*={0,2}$")]


class Hold(_Asked):
    """The sitter keeps this picture back, or no longer does."""

    kind: Literal["hold"] = "hold"
    id: Picture
    held: bool


class Sent(_Asked):
    """How far the original of this picture is on its way to the server."""

    kind: Literal["sent"] = "sent"
    id: Picture
    state: Literal["waits", "sending", "here"]
    share: Share


# From the coach


class Admit(_Asked):
    """Let somebody in who waits at the door."""

    kind: Literal["admit"] = "admit"
    who: Person


class Refuse(_Asked):
    """Send somebody away who waits at the door."""

    kind: Literal["refuse"] = "refuse"
    who: Person


class Remove(_Asked):
    """Send somebody out of the room."""

    kind: Literal["remove"] = "remove"
    who: Person


class Lock(_Asked):
    """While the room is locked nobody new comes to the door."""

    kind: Literal["lock"] = "lock"
    on: bool


class Close(_Asked):
    """End the room for everybody."""

    kind: Literal["close"] = "close"


class Use(_Asked):
    """What the pictures are for; while it is locked the sitter cannot choose another."""

    kind: Literal["use"] = "use"
    preset: UseName
    locked: bool


class Pause(_Asked):
    """While paused the sitter is told nothing by the guide itself."""

    kind: Literal["pause"] = "pause"
    on: bool


class Pin(_Asked):
    """Instead of the guide's own cue the sitter reads this: one of the ranked cues by its id, or own words."""

    kind: Literal["pin"] = "pin"
    cue: Annotated[str, Field(max_length=80)] | None
    words: Words | None


class Unpin(_Asked):
    """The guide's own cue again."""

    kind: Literal["unpin"] = "unpin"


class Take(_Asked):
    """Take a burst after so many seconds."""

    kind: Literal["take"] = "take"
    after: Literal[0, 3, 5, 10]


class Stop(_Asked):
    """Stop the countdown or the burst."""

    kind: Literal["stop"] = "stop"


class Star(_Asked):
    """Mark a picture as a good one, or no longer."""

    kind: Literal["star"] = "star"
    id: Picture
    on: bool


class Originals(_Asked):
    """Ask for the originals of these pictures."""

    kind: Literal["originals"] = "originals"
    ids: Annotated[tuple[Picture, ...], Field(min_length=1, max_length=50)]


class Operate(_Asked):
    """Set the sitter's camera, where they allow it."""

    kind: Literal["operate"] = "operate"
    name: Key
    value: Number


class Facing(_Asked):
    """Use the camera at the sitter's front or rear, where they allow it."""

    kind: Literal["facing"] = "facing"
    to: Literal["user", "environment"]


class Point(_Asked):
    """Where the coach points; None when they point no longer."""

    kind: Literal["point"] = "point"
    place: tuple[Share, Share] | None


class Stroke(_Asked):
    """The next points of a stroke; `more` while it is being drawn."""

    kind: Literal["stroke"] = "stroke"
    id: Annotated[str, Field(max_length=32, pattern="^[A-Za-z0-9_-]+$")]
    points: Annotated[tuple[tuple[Share, Share], ...], Field(max_length=64)]
    more: bool


class Wipe(_Asked):
    """All strokes away."""

    kind: Literal["wipe"] = "wipe"


# From the server


class Ice(_Said):
    """An RTCIceServer; name and password are "" where none is needed."""

    urls: str | tuple[str, ...]
    username: str
    credential: str


class Pinned(_Said):
    """What is pinned: the id of a cue or None, and in words; the sitter's are always filled."""

    by: str
    cue: str | None
    words: str


class RoomPerson(_Said):
    """Somebody in the room or at its door; `here` while their connection stands, `since` seconds since 1970."""

    id: str
    name: str
    role: Role
    admitted: bool
    microphone: bool
    here: bool
    device: Literal["phone", "computer"]
    since: float


class RoomPicture(_Said):
    """A picture that was taken, as coach and sitter know it; `state` is that of its original."""

    id: str
    burst: str
    number: int
    held: bool
    starred: bool
    state: Literal["none", "waits", "sending", "here", "gone"]
    share: float
    width: int
    height: int
    bytes: int
    asked: bool


class RoomAbilities(_Said):
    """What the sitter's camera can be set to."""

    list: tuple[Ability, ...]
    facing: Literal["user", "environment"] | None
    facings: int


class RoomDoing(_Said):
    """What the sitter's device does just now."""

    countdown: int | None
    taking: bool
    asleep: bool


class RoomView(_Said):
    """The room as one person may see it; `closes` in seconds since 1970."""

    name: str
    use: str
    use_locked: bool
    locked: bool
    paused: bool
    pinned: Pinned | None
    people: tuple[RoomPerson, ...]
    see: bool
    pictures_go: bool
    camera_allowed: bool
    closes: float
    pictures: tuple[RoomPicture, ...]
    abilities: RoomAbilities | None
    doing: RoomDoing | None


class Welcome(_Said):
    """Come in; `me` is the secret to come back with."""

    kind: Literal["welcome"] = "welcome"
    you: str
    me: str
    role: Role
    ice: tuple[Ice, ...]
    room: RoomView


class Door(_Said):
    """Wait to be admitted."""

    kind: Literal["door"] = "door"
    why: str


class RoomChanged(_Said):
    """The room after a change."""

    kind: Literal["room"] = "room"
    room: RoomView


class SignalFrom(_Said):
    """Something from another person's browser."""

    kind: Literal["signal"] = "signal"
    from_: Annotated[str, Field(serialization_alias="from")]
    data: str


class RankedCue(_Said):
    """One thing that could be asked for: its id, in words, how far ("a little", "" or "quite a bit"), and its sign."""

    cue: str
    words: str
    amount: str
    symbol: Literal["must", "style"]


class Guidance(_Said):
    """What coach and watchers are told of the newest look, in their own language."""

    kind: Literal["guidance"] = "guidance"
    live: Live
    ranked: tuple[RankedCue, ...]


class PictureNews(_Said):
    """A picture that has just been taken, with its preview; to the coach alone."""

    kind: Literal["picture"] = "picture"
    id: str
    burst: str
    number: int
    width: int
    height: int
    bytes: int
    preview: str


class Do(_Said):
    """What the coach asks the sitter's device to do."""

    kind: Literal["do"] = "do"
    what: Annotated[Take | Stop | Operate | Facing, Field(discriminator="kind")]


class Pen(_Said):
    """Pointer and strokes of the coach, while there is no data channel."""

    kind: Literal["pen"] = "pen"
    what: Annotated[Point | Stroke | Wipe, Field(discriminator="kind")]


class Refused(_Said):
    """Why something was not done; the connection stays."""

    kind: Literal["refused"] = "refused"
    why: str


Why = Literal[
    "stale",  # the link is wrong, or its room is over
    "full", "second_sitter", "second_coach", "locked",  # there is no place
    "refused", "removed", "left", "closed", "ended",  # it is over for this person, or for everybody
    "replaced",  # the same person has connected again elsewhere
    "silent", "flood", "unreadable", "trouble",  # this connection cannot go on
]  # fmt: skip


class Over(_Said):
    """The connection ends, and why, as a code and as a sentence; `again` says whether to connect again by oneself."""

    kind: Literal["over"] = "over"
    why: Why
    sentence: str
    again: bool


class ToServer(
    RootModel[
        Annotated[
            Join | Leave | SignalTo | Microphone | Here | Guided | Consent | Abilities | Doing | PictureTaken | Hold | Sent
            | Admit | Refuse | Remove | Lock | Close | Use | Pause | Pin | Unpin | Take | Stop | Star | Originals
            | Operate | Facing | Point | Stroke | Wipe,
            Field(discriminator="kind"),
        ]
    ]
):  # fmt: skip
    """All that a browser may send."""


class ToClient(
    RootModel[
        Annotated[
            Welcome | Door | RoomChanged | SignalFrom | Guidance | PictureNews | Do | Pen | Refused | Over,
            Field(discriminator="kind"),
        ]
    ]
):  # fmt: skip
    """All that the server may send."""


MODELS = (OpenRoom, RoomOpened, RoomLinks, ToServer, ToClient)
"""Those that are sent as a whole, in either direction."""
