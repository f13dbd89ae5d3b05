"""Who is connected to this server, and how events reach rooms and what comes of them reaches people."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Callable
from typing import Protocol

from framing.hub.line import Line
from framing.hub.rooms import Asked, Here, Parcel, Rooms, Words
from framing.room import door, rules, tokens
from framing.room.asked import Event, Join
from framing.room.door import Coming
from framing.room.letters import End, In, Letter, Step, Wait
from framing.room.seen import cued
from framing.room.tokens import Badge, Right
from framing.room.values import Person, Pin, Room
from framing.session.log_once import LogOnce

LOST = End("trouble")
EVERY = 5.0  # seconds from one look at the clock to the next


class Speech(Protocol):
    """How rooms are worded."""

    def letter(self, letter: Letter, line: Line, room: Room | None) -> str:
        """A letter for who is on that line."""

    def room(self, room: Room, person: Person) -> str:
        """The room as this person may see it."""

    def code(self, end: End) -> int:
        """How a connection is closed."""


class Hub:
    """The rooms, and the connections of this server."""

    def __init__(
        self,
        key: Callable[[], bytes],
        speech: Speech,
        rooms: Callable[[Hub], Rooms] | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        """`key` signs tokens; `rooms` are kept in this process unless said otherwise."""
        self.server = secrets.token_hex(6)
        self.now = now
        self.rooms: Rooms = Here(self.deliver, now) if rooms is None else rooms(self)
        self.changed: list[Callable[[str, Room], None]] = []  # told of each change in a room of somebody who is here
        self.ended: list[Callable[[str], None]] = []  # told of each room that is over
        self._key, self._speech = key, speech
        self._lines: dict[str, dict[str, Line]] = {}  # of each room
        self._known: dict[str, Room] = {}  # rooms of somebody who is here, as they were last
        self._cues: dict[str, tuple[Asked, ...]] = {}  # of the newest look of each room's sitter
        self._clock: asyncio.Task[None] | None = None
        self._report = LogOnce(logging.getLogger(__name__))

    def token(self, room: str, right: Right) -> str:
        """The token of that role."""
        return tokens.token(self._key(), room, right)

    def right(self, room: str, token: str) -> Right | None:
        """What the token opens now."""
        found = tokens.right(self._key(), room, token)
        return found if found is not None and found.closes > self.now() else None

    def badge(self, room: Room, person: Person) -> str:
        """What this person comes back with."""
        return tokens.badge(self._key(), room.id, Badge(person.id, person.role, room.name, room.use))

    def line(self) -> Line:
        """A new connection."""
        return Line(f"{self.server}.{secrets.token_hex(6)}")

    def owns(self, line: str) -> bool:
        """Whether the connection of that name is one of this server."""
        return line.startswith(f"{self.server}.")

    async def join(self, line: Line, room: str, said: Join) -> bool:
        """Whether the token opens that room; then letters say what came of it."""
        right = self.right(room, said.token)
        if right is None:
            return False
        badge = None if said.me is None else tokens.badged(self._key(), room, said.me)
        if badge is not None and badge.role != right.role:
            badge = None
        who = tokens.new_person() if badge is None else badge.person
        coming = Coming(line.name, who, right.role, badge is not None, said)
        fresh = Room(room, right.closes, "" if badge is None else badge.name, "" if badge is None else badge.use)
        line.language = said.language
        self._lines.setdefault(room, {})[line.name] = line
        self.wake()
        await self.rooms.watch(room)
        happened = False

        def change(there: Room | None) -> Step:
            nonlocal happened
            happened = True
            return door.join(fresh if there is None else there, coming, self.now())

        await self.rooms.change(room, change)
        if not happened:
            await self._forget(line, room)
        return happened

    async def event(self, line: Line, room: str, event: Event, pin: Pin | None = None) -> None:
        """What came on that line."""
        await self.rooms.change(
            room, lambda there: None if there is None else rules.step(there, line.name, event, self.now(), pin)
        )

    async def gone(self, line: Line, room: str) -> None:
        """That connection has ended."""
        try:
            await self.rooms.change(
                room, lambda there: None if there is None else door.lost(there, line.name, self.now())
            )
        finally:
            await self._forget(line, room)

    def known(self, room: str) -> Room | None:
        """The room as it was last, where somebody of it is here."""
        return self._known.get(room)

    async def coachs(self, room: str, token: str, badge: str) -> Room | None:
        """The room, for its coach: who has a coach's token and the badge of who is coach there; None for others."""
        found = await self.member(room, token, badge)
        return found[0] if found is not None and found[1].role == "coach" else None

    async def member(self, room: str, token: str, badge: str) -> tuple[Room, Person] | None:
        """The room and who asks, for somebody who is in it, by token and badge of the same role; None for others."""
        right, badged = self.right(room, token), tokens.badged(self._key(), room, badge)
        if right is None or badged is None or right.role != badged.role:
            return None
        there = await self.rooms.get(room)
        who = None if there is None else there.person(badged.person)
        if there is None or who is None or not who.admitted or who.role != badged.role:
            return None
        return there, who

    def cue(self, room: str, cue: str, by: str) -> Pin | None:
        """That cue as a pin, in the words of the newest look; None where it is not asked for."""
        one = next((one for one in self._cues.get(room, ()) if one.cue == cue), None)
        return None if one is None else Pin(by, cue, one.sitter, one.arrow, one.others)

    def deliver(self, id: str, parcel: Parcel) -> None:  # noqa: A002 - the field's name
        """Tell those of that room who are connected here."""
        lines, room = self._lines.get(id), parcel.room
        if room is not None and room.over:
            for ended in self.ended:
                ended(id)
        if not lines:
            return
        if room is not None:
            self._known[id] = room
        self._post(parcel, lines)
        if room is not None:
            self._show(room, lines)
            for changed in self.changed:
                changed(id, room)
        if parcel.words is not None:
            self.words(id, parcel.words)
        self.aside(id, parcel.aside)

    def words(self, id: str, words: Words) -> None:  # noqa: A002
        """What is told of a look, to coach and watchers who are connected here; the sitter must have said yes."""
        room, lines = self._known.get(id), self._lines.get(id, {})
        self._cues[id] = words.cues
        told = dict(words.told)
        for person in () if room is None else cued(room):
            if words.alone and person.role != "coach":
                continue
            if (line := lines.get(person.line or "")) is not None and person.language in told:
                line.show(told[person.language])

    def aside(self, id: str, told: tuple[tuple[str, str], ...]) -> None:  # noqa: A002
        """How a drill or a match stands, to all of the room who are connected here, in their language."""
        room, lines, words = self._known.get(id), self._lines.get(id, {}), dict(told)
        for person in room.people if room is not None and words else ():
            line = lines.get(person.line or "")
            if person.admitted and line is not None and person.language in words:
                line.send(words[person.language])

    def _post(self, parcel: Parcel, lines: dict[str, Line]) -> None:
        for letter in parcel.letters:
            if (line := lines.get(letter.line)) is not None:
                line.send(self._speech.letter(letter, line, parcel.room))
                line.inside = line.inside or isinstance(letter.what, In | Wait)
                if isinstance(letter.what, End):
                    line.end(self._speech.code(letter.what))

    def _show(self, room: Room, lines: dict[str, Line]) -> None:
        for name, mine in lines.items():
            if mine.inside and not mine.over and room.on(name) is None:  # it was taken for dead: they come again
                mine.send(self._speech.letter(Letter(name, LOST), mine, room))
                mine.end(self._speech.code(LOST))
        for person in room.people:
            line = None if person.line is None else lines.get(person.line)
            if line is None or not person.admitted:
                continue
            text = self._speech.room(room, person)
            if line.shown not in (None, text):
                line.send(text)
            line.shown = text

    def wake(self) -> None:
        """See to it that time passes here for as long as there are rooms; called on the server's loop."""
        if self._clock is None or self._clock.done():
            self._clock = asyncio.ensure_future(self._ticking())

    async def close(self) -> None:
        """The server ends."""
        if self._clock is not None:
            self._clock.cancel()
            await asyncio.gather(self._clock, return_exceptions=True)
        await self.rooms.close()

    async def _ticking(self) -> None:
        while self._lines or (isinstance(self.rooms, Here) and self.rooms.ids):
            try:
                await self.tick()
            except Exception as error:  # noqa: BLE001 - one room must not stop the clock of the others
                self._report(error)
            await asyncio.sleep(EVERY)

    async def tick(self) -> None:
        """Time has passed for the rooms of this server."""
        await self.rooms.beat()
        for id in {*self._lines, *(self.rooms.ids if isinstance(self.rooms, Here) else ())}:  # noqa: A001
            await self._tick(id)

    async def _tick(self, id: str) -> None:  # noqa: A002
        dead = await self._dead(id)

        def change(there: Room | None) -> Step | None:
            if there is None:
                return None
            room = there
            for line in dead:
                room = door.lost(room, line, self.now()).room
            step = door.passed(room, self.now())
            return None if step.room == there else step

        await self.rooms.change(id, change)
        if isinstance(self.rooms, Here) and self.rooms.forget(id):
            for ended in self.ended:
                ended(id)

    async def _dead(self, id: str) -> list[str]:  # noqa: A002
        """Connections of that room which nobody has any more: of a server that has ended, or could not say so."""
        room = self._known.get(id)
        lines = [] if room is None else [one.line for one in room.people if one.line is not None]
        mine = self._lines.get(id, {})
        return [
            line for line in lines
            if line not in mine and (self.owns(line) or not await self.rooms.alive(line))
        ]  # fmt: skip

    async def _forget(self, line: Line, room: str) -> None:
        lines = self._lines.get(room, {})
        lines.pop(line.name, None)
        if not lines:
            self._lines.pop(room, None)
            self._known.pop(room, None)
            self._cues.pop(room, None)
            for changed in self.changed:
                changed(room, Room(room, 0.0))
            await self.rooms.unwatch(room)
