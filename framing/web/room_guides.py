"""The looks of sitters on their way to coach and watchers, from the server that has the sitter's session."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from framing.hub.hub import Hub
from framing.hub.rooms import Parcel
from framing.room.seen import viewers
from framing.room.values import Room
from framing.session.log_once import LogOnce
from framing.session.registry import Registry
from framing.session.session import Session
from framing.web.room_told import Teller
from framing.web.talk import BEAT, each_look


class Guides:
    """Tells each room of its sitter's looks, for as long as the sitter allows it and somebody listens."""

    def __init__(self, hub: Hub, registry: Registry, corrected: Callable[[str], int | None] = lambda _: None) -> None:
        """`corrected` tells of each room how much has been put right in the drill that is on, None without one."""
        self._hub, self._registry, self._corrected = hub, registry, corrected
        self._running: dict[str, tuple[str, asyncio.Task[None]]] = {}  # of each room: the session's token, and its task
        self._report = LogOnce(logging.getLogger(__name__))
        hub.changed.append(self.changed)

    def changed(self, id: str, room: Room) -> None:  # noqa: A002 - the field's name
        """Begin or end to tell; called on the server's loop."""
        token = self._wanted(room)
        running = self._running.get(id)
        if running is not None and (running[0] != token or running[1].done()):
            running[1].cancel()
            del self._running[id]
            running = None
        if running is None and token:
            self._running[id] = token, asyncio.ensure_future(self._run(id, token))

    def _wanted(self, room: Room) -> str:
        """The session whose looks are to be told; "" for none."""
        sitter = room.the("sitter")
        mine = sitter is not None and sitter.line is not None and self._hub.owns(sitter.line)
        return sitter.session or "" if mine and sitter is not None and viewers(room) else ""

    async def _run(self, id: str, token: str) -> None:  # noqa: A002
        teller = Teller()
        while (session := self._registry.find(token)) is None:
            await asyncio.sleep(BEAT)
        await each_look(session, partial(self._tell, id, session, teller), self._report)

    async def _tell(self, id: str, session: Session, teller: Teller) -> None:  # noqa: A002
        room = self._hub.known(id)
        sitter = None if room is None else room.the("sitter")
        if room is None or sitter is None:
            return
        to = viewers(room)
        words = teller.words(session, to, sitter.language, self._corrected(id))
        self._hub.words(id, words)
        if not all(one.line is not None and self._hub.owns(one.line) for one in to):
            await self._hub.rooms.tell(id, Parcel(words=words))
