"""The rooms of this process, and what every keeper of rooms can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from framing.errors import HubError
from framing.room.door import deserted
from framing.room.letters import Letter, Step
from framing.room.values import Room
from framing.types import Direction

Change = Callable[[Room | None], Step | None]
"""From a room, None for one that is not kept, to what becomes of it; None for nothing. Pure: it may run twice."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue: its id, in the sitter's words, its arrow on their screen, and its words in each viewers' language."""

    cue: str
    sitter: str
    arrow: Direction
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is told of one look: in each language what viewers are told, and the cues in words for a pin."""

    told: tuple[tuple[str, str], ...]  # the language's code, and the message
    cues: tuple[Asked, ...]
    alone: bool = False  # to the coach alone: it is of a drill


@dataclass(frozen=True, slots=True)
class Parcel:
    """What every server that has somebody of a room needs to know of a change in it."""

    room: Room | None = None  # after the change; None where it has not changed
    letters: tuple[Letter, ...] = ()
    words: Words | None = None
    aside: tuple[tuple[str, str], ...] = ()  # by language, to all who are in: how a drill or a match stands


Deliver = Callable[[str, Parcel], None]


class Rooms(Protocol):
    """Keeps rooms, and tells of their changes."""

    async def change(self, id: str, change: Change) -> None:  # noqa: A002 - the field's name
        """Change that room, alone at that moment. Raises HubError where rooms cannot be reached."""

    async def get(self, id: str) -> Room | None:  # noqa: A002
        """That room; None where it is not kept. Raises HubError."""

    async def tell(self, id: str, parcel: Parcel) -> None:  # noqa: A002
        """What is told of a look, to other servers that have somebody of that room."""

    async def watch(self, id: str) -> None:  # noqa: A002
        """From now on somebody of that room is here."""

    async def unwatch(self, id: str) -> None:  # noqa: A002
        """Nobody of that room is here any more."""

    async def beat(self) -> None:
        """This server is running. Raises HubError."""

    async def close(self) -> None:
        """The server ends."""

    async def alive(self, line: str) -> bool:
        """Whether the server that has that connection is running."""


MANY = 1000  # rooms of one process


class Here:
    """The rooms of this process alone."""

    def __init__(self, deliver: Deliver, now: Callable[[], float]) -> None:
        self._deliver, self._now = deliver, now
        self._rooms: dict[str, Room] = {}
        self._over: dict[str, float] = {}  # rooms that were closed, and until when their tokens would be good

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the rooms there are."""
        return tuple(self._rooms)

    async def change(self, id: str, change: Change) -> None:  # noqa: A002
        """Change that room. One that was closed is not there and does not come back."""
        self._over = {one: until for one, until in self._over.items() if until > self._now()}
        if id in self._over:
            change = closed
        before = self._rooms.get(id)
        step = change(before)
        if step is None:
            return
        if before is None and len(self._rooms) >= MANY:
            raise HubError("room on this server for one more room", "as many as it keeps", "try again in an hour")
        if step.room.over:
            self._rooms.pop(id, None)
            self._over[id] = step.room.closes
        else:
            self._rooms[id] = step.room
        self._deliver(id, Parcel(None if step.room == before else step.room, step.letters))

    async def get(self, id: str) -> Room | None:  # noqa: A002
        """That room."""
        return self._rooms.get(id)

    def forget(self, id: str) -> bool:  # noqa: A002
        """Whether nobody has been in that room for an hour: then it is not kept; its links are good until it ends."""
        room = self._rooms.get(id)
        if room is None or not deserted(room, self._now()):
            return False
        del self._rooms[id]
        return True

    async def tell(self, id: str, parcel: Parcel) -> None:  # noqa: A002
        """There is no other server."""

    async def watch(self, id: str) -> None:  # noqa: A002
        """All is here."""

    async def unwatch(self, id: str) -> None:  # noqa: A002
        """All stays here."""

    async def beat(self) -> None:
        """Nobody else asks."""

    async def close(self) -> None:
        """The rooms end with their process."""

    async def alive(self, line: str) -> bool:  # noqa: ARG002
        """This server is."""
        return True


def closed(_: Room | None) -> None:
    """Nothing happens in a room that was closed."""
