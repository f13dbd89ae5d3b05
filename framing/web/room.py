"""The WebSocket of a room, /guide/room: whoever opens it says `Join` with the room's id and a token, then sends events.

docs/room.md says what goes to and fro.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from framing.errors import FramingError
from framing.hub.hub import Hub
from framing.hub.line import Line
from framing.room.asked import PREVIEW, Join
from framing.room.letters import Why
from framing.session.log_once import LogOnce
from framing.web.room_events import RoomEvents
from framing.web.room_files import RoomFiles
from framing.web.room_models import ToServer
from framing.web.room_words import CODES, over, spoken
from framing.web.talk import first_over

PATIENCE = 15.0  # seconds for the first word, for the next one, and for a message to be on its way
LONGEST = PREVIEW + 2000  # characters of a message
ALL = 1000  # connections to all rooms
OFTEN, AT_ONCE = 60.0, 240.0  # messages a second that one person may send, and how many without a pause
MUCH, IN_A_BURST = 1e6, 8e6  # characters


class Joined(NamedTuple):
    """A room's id, and what was said on coming."""

    room: str
    said: Join


class Allowance:
    """How long somebody who sends more than is thought of has to wait; nothing of theirs is thrown away."""

    def __init__(self, rate: float, most: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._most, self._clock = rate, most, clock
        self._left, self._at = most, clock()

    def wait(self, cost: float) -> float:
        """Seconds until so much more may be taken."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._rate) - cost
        self._at = now
        return max(0.0, -self._left / self._rate)


class RoomSockets:
    """Serves everybody's connections to rooms."""

    def __init__(
        self,
        hub: Hub,
        files: RoomFiles,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._hub, self._patience = hub, patience
        self._files, self._events = files, RoomEvents(hub, files)
        self._report = LogOnce(logging.getLogger(__name__))
        self.connections = 0  # that are open

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection to its end."""
        await socket.accept()
        with suppress(WebSocketDisconnect, RuntimeError):  # they have gone, or the server ends
            line, why = self._hub.line(), None
            with self._counted() as let_in:
                why = await self._served(socket, line) if let_in else "trouble"
            if why is not None:
                await self._in_time(socket.send_text(over(why, line.language)))
                await self._in_time(socket.close(CODES[why]))

    async def _served(self, socket: WebSocket, line: Line) -> Why | None:
        joined = await self._joining(socket)
        if not isinstance(joined, Joined):
            return joined
        line.language = joined.said.language
        try:
            if not await self._hub.join(line, joined.room, joined.said):
                return "stale"
            await self._files.welcome(line, joined.room)
            return await self._talk(socket, line, joined.room)
        except FramingError as error:  # the rooms cannot be reached, or a setting makes no sense
            self._report(error)
            return "trouble"
        finally:
            with suppress(FramingError):
                await self._hub.gone(line, joined.room)

    async def _joining(self, socket: WebSocket) -> Joined | Why:
        """What the first word says; whatever is wrong with it, the answer is that it opens nothing."""
        try:
            text = await asyncio.wait_for(self._heard(socket), self._patience)
        except TimeoutError:
            return "silent"
        if len(text) > LONGEST:
            return "stale"
        try:
            said = Join.model_validate_json(text)
        except ValidationError:
            return "stale"
        room, _, token = said.token.partition(".")
        return Joined(room, said.model_copy(update={"token": token, "language": spoken(said.language).code}))

    async def _talk(self, socket: WebSocket, line: Line, room: str) -> Why | None:
        """Speak and listen until one of the two is over."""
        return await first_over(self._speak(socket, line), self._listen(socket, line, room))

    async def _speak(self, socket: WebSocket, line: Line) -> Why | None:
        while (text := await line.next()) is not None:
            try:
                await asyncio.wait_for(socket.send_text(text), self._patience)
            except TimeoutError:
                return "slow"
        if line.full:
            return "slow"
        await self._in_time(socket.close(line.code))
        return None

    async def _listen(self, socket: WebSocket, line: Line, room: str) -> Why:
        often, much = Allowance(OFTEN, AT_ONCE), Allowance(MUCH, IN_A_BURST)
        while True:
            try:
                text = await asyncio.wait_for(self._heard(socket), self._patience)
            except TimeoutError:
                return "silent"
            if len(text) > LONGEST:
                return "unreadable"
            try:
                event = ToServer.model_validate_json(text).root
            except ValidationError:
                return "unreadable"
            if pause := max(often.wait(1.0), much.wait(len(text))):
                await asyncio.sleep(pause)
            await self._events.take(line, room, event)

    async def _heard(self, socket: WebSocket) -> str:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000), message.get("reason"))
        return str(message.get("text") or "")

    async def _in_time(self, sending: Awaitable[None]) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(sending, self._patience)

    @contextmanager
    def _counted(self) -> Iterator[bool]:
        let_in = self.connections < ALL
        self.connections += let_in
        try:
            yield let_in
        finally:
            self.connections -= let_in
