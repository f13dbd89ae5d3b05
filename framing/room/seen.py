"""The room as one person may see it, as typed JSON."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from framing.room.asked import Ability, Role
from framing.room.values import Person, Pin, Practice, Room, Taken
from framing.types import Direction


class Said(BaseModel):
    """Told to a browser."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Pinned(Said):
    """What is pinned: the id of a cue or None, in words, and its arrow on the sitter's screen."""

    by: str
    cue: str | None
    words: str  # always there for the sitter
    arrow: Direction


class RoomPerson(Said):
    """Somebody in the room or at its door; `here` while their connection stands, `since` seconds since 1970."""

    id: str
    name: str
    role: Role
    admitted: bool
    microphone: bool
    here: bool
    device: Literal["phone", "computer"]
    since: float


class RoomPicture(Said):
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


class RoomAbilities(Said):
    """What the sitter's camera can be set to."""

    list: tuple[Ability, ...]
    facing: Literal["user", "environment"] | None
    facings: int


class RoomDoing(Said):
    """What the sitter's device does just now."""

    countdown: int | None
    taking: bool
    asleep: bool
    playing: bool


class RoomDrill(Said):
    """The drill that is practised: `number` is that of its run, `step` how many pictures are handed in.

    `attempt` is the id of its scorecard, "" for who may not see it, or while there is none.
    """

    drill: str
    number: int
    phase: Literal["ready", "going", "paused", "over"]
    step: int
    moved: bool  # it is at its start once more, for the sitter came back by another server
    attempt: str
    revealed: bool  # to sitter and watchers


class RoomView(Said):
    """The room as one person may see it; `closes` in seconds since 1970."""

    name: str
    use: str
    use_locked: bool
    locked: bool
    paused: bool
    pinned: Pinned | None
    drill: RoomDrill | None
    match: str | None  # the id of the picture that the sitter's is to match
    people: tuple[RoomPerson, ...]
    see: bool
    pictures_go: bool
    camera_allowed: bool
    closes: float
    pictures: tuple[RoomPicture, ...]
    abilities: RoomAbilities | None
    doing: RoomDoing | None


def view(room: Room, who: Person) -> RoomView:
    """What this person, who is admitted, may see of the room."""
    coach, sitter = who.role == "coach", who.role == "sitter"
    doing, known = room.doing, room.abilities
    return RoomView(
        name=room.name, use=room.use, use_locked=room.use_locked, locked=room.locked, paused=room.paused,
        pinned=None if room.pinned is None else _pinned(room.pinned, who),
        drill=None if room.practice is None else _drill(room.practice, who), match=room.match,
        people=tuple(_person(one) for one in room.people if one.admitted or coach),
        see=room.yes.see, pictures_go=room.yes.pictures, camera_allowed=room.yes.camera, closes=room.closes,
        pictures=tuple(_picture(one) for one in room.pictures if coach or (sitter and one.of == who.id)),
        abilities=None if known is None or not (sitter or (coach and room.yes.camera)) else RoomAbilities(
            list=known.list, facing=known.facing, facings=known.facings
        ),
        doing=None if doing is None or not (sitter or room.yes.see) else RoomDoing(
            countdown=doing.countdown, taking=doing.taking, asleep=doing.asleep, playing=doing.playing,
        ),
    )  # fmt: skip


def viewers(room: Room) -> list[Person]:
    """Those who are told of the sitter's looks: coach and watchers in the room, once the sitter has said yes."""
    if not room.yes.see:
        return []
    return [one for one in room.people if one.admitted and one.role != "sitter" and one.line is not None]


def cued(room: Room) -> list[Person]:
    """Those of the viewers who are told what the guide asks for: the coach alone while a drill is on."""
    return [one for one in viewers(room) if one.role == "coach" or not room.hides]


def _drill(there: Practice, who: Person) -> RoomDrill:
    return RoomDrill(
        drill=there.drill, number=there.number, phase=there.phase, step=there.step, moved=there.moved,
        attempt=there.attempt if may_see_score(there, who) else "", revealed=there.revealed,
    )  # fmt: skip


def may_see_score(there: Practice, who: Person) -> bool:
    """Whether this person may see the scorecard of the drill."""
    return who.admitted and (who.role == "coach" or there.revealed)


def _pinned(pin: Pin, who: Person) -> Pinned:
    if who.role == "sitter" or pin.cue is None:
        return Pinned(by=pin.by, cue=pin.cue, words=pin.sitter, arrow=pin.arrow)
    return Pinned(by=pin.by, cue=pin.cue, words=dict(pin.others).get(who.language, ""), arrow=pin.arrow)


def _person(one: Person) -> RoomPerson:
    return RoomPerson(
        id=one.id, name=one.name, role=one.role, admitted=one.admitted, microphone=one.microphone,
        here=one.line is not None, device=one.device, since=one.since,
    )  # fmt: skip


def _picture(one: Taken) -> RoomPicture:
    return RoomPicture(
        id=one.id, burst=one.burst, number=one.number, held=one.held or not one.given, starred=one.starred,
        state=one.state, share=one.share, width=one.width, height=one.height, bytes=one.bytes, asked=one.asked,
    )  # fmt: skip
