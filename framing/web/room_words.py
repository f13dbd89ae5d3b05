"""What is told in a room, as JSON in the words of each person's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framing.hub.hub import Hub
from framing.hub.line import Line
from framing.room.letters import Bid, Draw, End, In, Letter, No, Show, Signal, Wait, Why
from framing.room.seen import view
from framing.room.values import Person, Room
from framing.say import Language, language, translate
from framing.say.language import LANGUAGES, SOURCE
from framing.types.message import Message
from framing.web.room_models import (
    Do,
    Door,
    Ice,
    Over,
    Pen,
    PictureNews,
    Refused,
    RoomChanged,
    SignalFrom,
    Welcome,
)  # fmt: skip

WHY: Mapping[Why, Message] = {
    "stale": "This link opens no room: it is wrong, or the room is over. Ask the coach for a new one.",
    "full": "The room is full: a coach, a sitter and four watchers have a place in it.",
    "second_sitter": "Somebody already sits for this room. Ask the coach to let you in when they have left.",
    "second_coach": "Another coach is already in this room. You can take over once they have left it.",
    "locked": "The coach has locked this room.",
    "refused": "The coach has not let you in.",
    "removed": "The coach has ended your visit.",
    "left": "You have left the room.",
    "closed": "The coach has closed the room.",
    "ended": "The room is over: a room is open for 12 hours at most.",
    "replaced": "You have opened this room in another window, and go on there.",
    "silent": "The connection was lost.",
    "slow": "This connection is too slow for the room.",
    "unreadable": "This page and the guide do not understand each other: reload it.",
    "trouble": "The guide cannot reach its rooms just now. This page tries again by itself.",
}
AGAIN: frozenset[Why] = frozenset({"silent", "slow", "trouble"})
CODES: Mapping[Why, int] = {
    "stale": 4404, "full": 4403, "second_sitter": 4403, "second_coach": 4403, "locked": 4403, "refused": 4403,
    "removed": 4403, "left": 1000, "closed": 4410, "ended": 4410, "replaced": 4409, "silent": 4408, "slow": 4408,
    "unreadable": 1008, "trouble": 1013,
}  # fmt: skip
"""How a connection is closed, for the page's script."""


def spoken(code: str) -> Language:
    """The language of that code; English where there is none of it."""
    return language(code if code in LANGUAGES else SOURCE)


def over(why: Why, code: str) -> str:
    """The last message on a connection."""
    return Over(why=why, sentence=translate(spoken(code), WHY[why]), again=why in AGAIN).model_dump_json()


class Speech:
    """Words the letters and rooms of a hub."""

    def __init__(self, ice: Callable[[str], tuple[Ice, ...]]) -> None:
        """`ice` gives somebody of that id the servers that help browsers to find each other."""
        self._ice = ice
        self.hub: Hub | None = None

    def letter(self, letter: Letter, line: Line, room: Room | None) -> str:
        """A letter for who is on that line."""
        match letter.what:
            case In():
                assert room is not None and self.hub is not None  # noqa: S101, PT018 - a change has led to it
                person = room.on(line.name)
                assert person is not None  # noqa: S101 - who is let in is in the room
                return Welcome(
                    you=person.id, me=self.hub.badge(room, person), role=person.role, ice=self._ice(person.id),
                    room=view(room, person),
                ).model_dump_json()  # fmt: skip
            case Wait(why=why):
                return Door(why=translate(spoken(line.language), why)).model_dump_json()
            case Signal(sender=sender, data=data):
                return SignalFrom(from_=sender, data=data).model_dump_json(by_alias=True)
            case Show(picture=picture):
                return PictureNews(**picture.model_dump(exclude={"kind"})).model_dump_json()
            case Bid(what=what):
                return Do(what=what).model_dump_json()
            case Draw(what=stroke):
                return Pen(what=stroke).model_dump_json()
            case No(why=why):
                return Refused(why=translate(spoken(line.language), why)).model_dump_json()
            case End(why=code):
                return over(code, line.language)

    def room(self, room: Room, person: Person) -> str:
        """The room as this person may see it."""
        return RoomChanged(room=view(room, person)).model_dump_json()

    def code(self, end: End) -> int:
        """How a connection is closed."""
        return CODES[end.why]
