"""What somebody in a room may send, as typed JSON; `kind` names the model. Each is an event of `framing.room.rules`.

Places of pointer and strokes are shares of the unmirrored camera picture, x and y from 0 to 1.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SIGNAL = 32_000  # characters of what two browsers tell each other to find their way
PREVIEW = 160_000  # characters of a preview: a JPEG of 120 kB in base64

_PLAIN = r"^[^\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]*$"  # one line, and read in its own direction
Who = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")]
Picture = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
Secret = Annotated[str, Field(max_length=200)]
Name = Annotated[str, Field(min_length=1, max_length=40, pattern=_PLAIN)]
Words = Annotated[str, Field(min_length=1, max_length=80, pattern=_PLAIN)]
UseName = Annotated[str, Field(max_length=100)]
Share = Annotated[float, Field(ge=0.0, le=1.0, allow_inf_nan=False)]
Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Key = Annotated[str, Field(pattern="^[A-Za-z]{1,40}$")]  # of what a camera can be set to, as browsers spell it
Side = Annotated[int, Field(ge=1, le=65_535)]  # pixels
DrillName = Annotated[str, Field(pattern="^[A-Za-z0-9_-]{1,64}$")]
Role = Literal["coach", "sitter", "watcher"]


class Asked(BaseModel):
    """Read strictly: what is not of this form is not taken."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


# From everybody


class Join(Asked):
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


class Leave(Asked):
    """Goodbye."""

    kind: Literal["leave"] = "leave"


class SignalTo(Asked):
    """Something for another person's browser to find its way here."""

    kind: Literal["signal"] = "signal"
    to: Who
    data: Annotated[str, Field(max_length=SIGNAL)]


class Microphone(Asked):
    """The own microphone is on or off."""

    kind: Literal["microphone"] = "microphone"
    on: bool


class Here(Asked):
    """A sign of life, each five seconds; the server answers with the same."""

    kind: Literal["here"] = "here"


# From the sitter


class Guided(Asked):
    """The sitter's page has another session than when it joined, by its token; None when it has none."""

    kind: Literal["session"] = "session"
    session: Secret | None


class Consent(Asked):
    """What the sitter allows: to be seen, pictures to be sent, their camera to be set."""

    kind: Literal["consent"] = "consent"
    see: bool
    pictures: bool
    camera: bool


class Ability(Asked):
    """Something of the camera that can be set: from where to where, and what it is now."""

    name: Key
    min: Number
    max: Number
    step: Number
    value: Number


class Abilities(Asked):
    """What the sitter's camera can be set to."""

    kind: Literal["abilities"] = "abilities"
    list: Annotated[tuple[Ability, ...], Field(max_length=16)]
    facing: Literal["user", "environment"] | None
    facings: Annotated[int, Field(ge=0, le=9)]


class Doing(Asked):
    """What the sitter's device does just now; the seconds of the countdown that are left.

    `asleep`: it shows something else, or a call has its camera; `playing`: its camera gives a picture.
    """

    kind: Literal["doing"] = "doing"
    countdown: Annotated[int, Field(ge=0, le=60)] | None
    taking: bool
    asleep: bool
    playing: bool


class PictureTaken(Asked):
    """A picture that was taken, with its preview, a small JPEG in base64; `bytes` is the size of the original."""

    kind: Literal["picture"] = "picture"
    id: Picture
    burst: Annotated[str, Field(max_length=64, pattern=_PLAIN)]
    number: Annotated[int, Field(ge=0, le=10_000)]
    width: Side
    height: Side
    bytes: Annotated[int, Field(ge=1, le=1_000_000_000)]
    preview: Annotated[str, Field(max_length=PREVIEW, pattern="^[A-Za-z0-9+/]*={0,2}$")]


class Hold(Asked):
    """The sitter keeps this picture back, or no longer does."""

    kind: Literal["hold"] = "hold"
    id: Picture
    held: bool


class Sent(Asked):
    """How far the original of this picture is on its way to the server."""

    kind: Literal["sent"] = "sent"
    id: Picture
    state: Literal["waits", "sending", "here"]
    share: Share


# From sitter and coach


class HandIn(Asked):
    """The picture of this step of that run is as it should be; pressed twice, or by both, it hands in once."""

    kind: Literal["hand_in"] = "hand_in"
    number: Annotated[int, Field(ge=1)]
    step: Annotated[int, Field(ge=0)]


# From the coach


class Admit(Asked):
    """Let somebody in who waits at the door."""

    kind: Literal["admit"] = "admit"
    who: Who


class Refuse(Asked):
    """Send somebody away who waits at the door."""

    kind: Literal["refuse"] = "refuse"
    who: Who


class Remove(Asked):
    """Send somebody out of the room."""

    kind: Literal["remove"] = "remove"
    who: Who


class Lock(Asked):
    """While the room is locked nobody new comes to the door."""

    kind: Literal["lock"] = "lock"
    on: bool


class Close(Asked):
    """End the room for everybody."""

    kind: Literal["close"] = "close"


class Rename(Asked):
    """Call the room something else."""

    kind: Literal["rename"] = "rename"
    name: Name


class Use(Asked):
    """What the pictures are for; while it is locked the sitter cannot choose another."""

    kind: Literal["use"] = "use"
    preset: UseName
    locked: bool


class Pause(Asked):
    """While paused the sitter is told nothing by the guide itself."""

    kind: Literal["pause"] = "pause"
    on: bool


class Pin(Asked):
    """Instead of the guide's own cue the sitter reads this: one of the ranked cues by its id, or own words."""

    kind: Literal["pin"] = "pin"
    cue: Annotated[str, Field(max_length=80)] | None
    words: Words | None


class Unpin(Asked):
    """The guide's own cue again."""

    kind: Literal["unpin"] = "unpin"


class Practise(Asked):
    """Practise this drill in the room; None: no drill any more."""

    kind: Literal["practise"] = "practise"
    drill: DrillName | None


class Drill(Asked):
    """What is to become of the drill that is practised."""

    kind: Literal["drill"] = "drill"
    what: Literal["begin", "pause", "resume", "again"]


class Reveal(Asked):
    """Let sitter and watchers see the scorecard, or no longer."""

    kind: Literal["reveal"] = "reveal"
    on: bool


class Match(Asked):
    """Bring the sitter's picture to match this one: one that was taken, or the coach's own; None: none any more."""

    kind: Literal["match"] = "match"
    picture: Picture | None


class Take(Asked):
    """Take a burst after so many seconds."""

    kind: Literal["take"] = "take"
    after: Literal[0, 3, 5, 10]


class Stop(Asked):
    """Stop the countdown or the burst."""

    kind: Literal["stop"] = "stop"


class Star(Asked):
    """Mark a picture as a good one, or no longer."""

    kind: Literal["star"] = "star"
    id: Picture
    on: bool


class Originals(Asked):
    """Ask for the originals of these pictures."""

    kind: Literal["originals"] = "originals"
    ids: Annotated[tuple[Picture, ...], Field(min_length=1, max_length=50)]


class Operate(Asked):
    """Set the sitter's camera, where they allow it."""

    kind: Literal["operate"] = "operate"
    name: Key
    value: Number


class Facing(Asked):
    """Use the camera at the sitter's front or rear, where they allow it."""

    kind: Literal["facing"] = "facing"
    to: Literal["user", "environment"]


class Point(Asked):
    """Where the coach points; None when they point no longer."""

    kind: Literal["point"] = "point"
    place: tuple[Share, Share] | None


class Stroke(Asked):
    """The next points of a stroke; `more` while it is being drawn."""

    kind: Literal["stroke"] = "stroke"
    id: Annotated[str, Field(max_length=32, pattern="^[A-Za-z0-9_-]+$")]
    points: Annotated[tuple[tuple[Share, Share], ...], Field(max_length=64)]
    more: bool


class Wipe(Asked):
    """All strokes away."""

    kind: Literal["wipe"] = "wipe"


Event = (
    Join | Leave | SignalTo | Microphone | Here | Guided | Consent | Abilities | Doing | PictureTaken | Hold | Sent
    | HandIn
    | Admit | Refuse | Remove | Lock | Close | Rename | Use | Pause | Pin | Unpin | Take | Stop | Star | Originals
    | Operate | Facing | Point | Stroke | Wipe | Practise | Drill | Reveal | Match
)  # fmt: skip
"""All that a browser may send."""
