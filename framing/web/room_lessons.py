"""Drills and matches of rooms, where the sitter's session is: what their guide is asked, and what all are told.

A run stands with the sitter's session, in this process, and waits for a sitter who loads their page again. It does not
move to another server: there it is at its start again, and the room says so (docs/room.md, "A drill in a room").
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any

from framing.errors import FramingError, HubError
from framing.hub.hub import Hub
from framing.hub.rooms import Parcel
from framing.room import drilling
from framing.room.letters import Step
from framing.room.values import Room
from framing.school.values import Drill
from framing.session.log_once import LogOnce
from framing.session.registry import Registry
from framing.session.session import Session
from framing.types.message import Message
from framing.web.room_drill import RoomDrill
from framing.web.room_lesson import Key, Lesson, all_drills
from framing.web.room_match import RoomMatch
from framing.web.room_pins import RoomPins
from framing.web.room_scores import RoomScores
from framing.web.room_words import spoken
from framing.web.talk import BEAT, each_look

WAITED_FOR = 120.0  # seconds for which a run is kept while nobody of its room is connected here

NO_SCORE: Message = "The scorecard could not be made. The drill can be practised again."
NO_DRILL: Message = "The server of the sitter does not have this drill. Choose another one."


class RoomLessons:
    """What the rooms practise whose sitters have their session here."""

    def __init__(
        self,
        hub: Hub,
        registry: Registry,
        pins: RoomPins,
        scores: RoomScores,
        found: Callable[[], Mapping[str, Drill]] = all_drills,
        *,
        waited_for: float = WAITED_FOR,
    ) -> None:
        self._hub, self._registry, self._pins, self._scores = hub, registry, pins, scores
        self._found, self._waited_for = found, waited_for
        self._lessons: dict[str, Lesson] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._report = LogOnce(logging.getLogger(__name__))
        hub.changed.append(self.changed)
        hub.ended.append(self._end)

    def corrected(self, id: str) -> int | None:  # noqa: A002 - the field's name
        """How much the trainee has put right so far in the drill that is on; None while none is."""
        lesson = self._lessons.get(id)
        drill = None if lesson is None else lesson.drill
        return None if drill is None or drill.lent is None else drill.run.corrected

    def changed(self, id: str, room: Room) -> None:  # noqa: A002
        """Do what the room wants now; called on the server's loop."""
        if not room.closes:  # nobody of it is connected here any more
            asyncio.get_running_loop().call_later(self._waited_for, self._forgotten, id)
            return
        lesson = self._lessons.get(id)
        key = _wanted(room, lesson)
        held = lesson is not None and lesson.key == key
        if key is None or not self._mine(room, held=held):
            self._end(id)
            return
        practice = room.practice if isinstance(key, int) else None
        if practice is not None and practice.phase != "over":
            host = partial(drilling.hosted, host=self._hub.server, held=held)
            lost = not held and practice.host and practice.phase != "ready"
            if host(room) is not None:
                self._change(id, host)
            if lost:
                self._end(id)
                return
        if lesson is None or not held:
            lesson = self._begun(id, key, lesson)
        if lesson is None:
            return
        if lesson.drill is not None and practice is not None:
            lesson.drill.follow(practice, time.monotonic())
        self._attend(id, lesson, room)

    def _mine(self, room: Room, *, held: bool) -> bool:
        """Whether the sitter's session is here; while they are cut off, it is where it was."""
        sitter = room.the("sitter")
        if sitter is None or sitter.session is None:
            return False
        return held if sitter.line is None else self._hub.owns(sitter.line)

    def _begun(self, id: str, key: Key, before: Lesson | None) -> Lesson | None:  # noqa: A002
        """Another lesson; of the one before the session goes on to be hidden."""
        lesson = Lesson(key)
        if before is not None:
            before.rest()
            lesson.session, before.session = before.session, None
        if isinstance(key, int):
            room = self._hub.known(id)
            practice = None if room is None else room.practice
            drill = None if practice is None else self._found().get(practice.drill)
            if drill is None or practice is None:
                self._change(id, partial(drilling.undone, why=NO_DRILL))
                lesson.lend(None)
                self._lessons.pop(id, None)
                return None
            lesson.drill = RoomDrill(drill, key)
        self._lessons[id] = lesson
        return lesson

    def _attend(self, id: str, lesson: Lesson, room: Room) -> None:  # noqa: A002
        """Follow the looks of the session that the sitter's page has now."""
        sitter = room.the("sitter")
        token = "" if sitter is None else sitter.session or ""
        session = self._registry.find(token)
        if session is not None and (lesson.drill or lesson.match):
            lesson.lend(session)  # at once: not one look more is told to the page
        if token != lesson.token or lesson.task is None or lesson.task.done():
            lesson.rest()
            lesson.token, lesson.task = token, asyncio.ensure_future(self._run(id, lesson, token))

    def _end(self, id: str) -> None:  # noqa: A002
        lesson = self._lessons.pop(id, None)
        if lesson is not None:
            lesson.rest()
            lesson.lend(None)

    def _forgotten(self, id: str) -> None:  # noqa: A002
        if self._hub.known(id) is None:
            self._end(id)

    async def _run(self, id: str, lesson: Lesson, token: str) -> None:  # noqa: A002
        if isinstance(lesson.key, str) and lesson.match is None and not await self._fetched(id, lesson, lesson.key):
            return
        while (session := self._registry.find(token)) is None:
            await asyncio.sleep(BEAT)
        lesson.lend(session)
        await each_look(session, partial(self._turn, id, lesson, session), self._report)

    async def _fetched(self, id: str, lesson: Lesson, picture: str) -> bool:  # noqa: A002
        """Whether the picture to match is known now; the coach is told why it is not."""
        try:
            lesson.match = RoomMatch(picture, await self._pins.reference(id, picture))
        except FramingError as error:
            self._change(id, partial(drilling.unmatched, picture=picture, why=error.message))
            return False
        return True

    async def _turn(self, id: str, lesson: Lesson, session: Session) -> None:  # noqa: A002
        room = self._hub.known(id)
        if room is None:
            return
        look = session.whole if room.yes.see else None  # nobody is judged who has not said yes to being seen
        if lesson.drill is not None:
            lesson.drill.look(look, time.monotonic())
            lesson.lend(session)  # the next step may have another use
            await self._follow(id, lesson, lesson.drill, room)
        if lesson.match is not None:
            lesson.match.look(look)
        await self._tell(id, lesson, room)

    async def _follow(self, id: str, lesson: Lesson, drill: RoomDrill, room: Room) -> None:  # noqa: A002
        """Let the room know how far the run is, and score it once it is over."""
        over = drill.run.phase == "over"
        went = partial(drilling.went, number=drill.number, step=len(drill.run.handed), over=over)
        if went(room) is not None:
            await self._hub.rooms.change(id, _where(went))
        if over and not lesson.scored:
            lesson.scored = True
            self._do(self._score(id, drill))

    async def _score(self, id: str, drill: RoomDrill) -> None:  # noqa: A002
        try:
            attempt = await self._scores.made(id, drill)
            change: Callable[[Room], Step | None] = partial(drilling.scored, number=drill.number, attempt=attempt)
        except Exception as error:  # noqa: BLE001 - whatever it was, the coach is not left waiting
            self._report(error)
            change = partial(drilling.unscored, why=NO_SCORE)
        await self._hub.rooms.change(id, _where(change))

    async def _tell(self, id: str, lesson: Lesson, room: Room) -> None:  # noqa: A002
        there = [one for one in room.people if one.admitted and one.line is not None]
        who = frozenset(one.line or "" for one in there)
        words = lesson.said({one.language for one in there}, who, time.monotonic(), spoken)
        if not words:
            return
        if all(map(self._hub.owns, who)):
            self._hub.aside(id, words)
        else:
            await self._hub.rooms.tell(id, Parcel(aside=words))

    def _change(self, id: str, change: Callable[[Room], Step | None]) -> None:  # noqa: A002
        self._do(self._hub.rooms.change(id, _where(change)))

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        async def done() -> None:
            try:
                await what
            except HubError as error:
                self._report(error)

        task = asyncio.ensure_future(done())
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)


def _where(change: Callable[[Room], Step | None]) -> Callable[[Room | None], Step | None]:
    """The change, of a room that is there."""
    return lambda room: None if room is None else change(room)


def _wanted(room: Room, lesson: Lesson | None) -> Key | None:
    """The run of a drill by its number, or the picture to match by its id; a run that is over is not begun again."""
    if room.practice is None:
        return room.match
    number = room.practice.number
    return number if room.hides or (lesson is not None and lesson.key == number) else None
