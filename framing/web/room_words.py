"""What is told in a room, as JSON in the words of each person's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from framing.hub.hub import Hub
from framing.hub.line import Line
from framing.room.letters import Bid, Draw, End, In, Letter, No, Show, Signal, Wait, Why
from framing.room.seen import view
from framing.room.sentences import WHY
from framing.room.values import Person, Room
from framing.say import Language, language, translate
from framing.say.language import LANGUAGES, SOURCE
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
