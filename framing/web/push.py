"""The WebSocket on which a page is told of each look as soon as it is over, and by which its session knows it is there.

The page opens /guide/live and sends its session's token. Then it gets `payload(session)` as JSON: at once, with every
look, and each second while there is none; without the cards while they are as they were. It answers with a word of
its own, which is its sign of life, or tells by it how large its camera's picture is. While a message waits for a slow
line, looks are not queued behind it: the newest is next. What the page sends in bytes are pictures
(`framing.carriers.websocket`). `framing.web.gate` refuses foreign origins.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from math import inf
from typing import NamedTuple

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from framing.carriers.websocket import Kind, read, receive
from framing.page.base import address
from framing.page.payload import Live, payload
from framing.session.look import Look
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.web.talk import first_over

BEAT = 1.0  # seconds after which something is said even if nothing is new
LEAST = 0.05  # seconds from one message to the next: looks come ten times a second, and what is between them can wait
PATIENCE = 10.0  # seconds for a page's token, for its next word, and for a message to be on its way
LONGEST = 64  # characters of a page's word
FASTEST = 1 / 40  # seconds from one picture to the next: one that comes sooner is not unpacked
EACH, ALL = 4, 400  # connections to one session, and to all: a page that connects again may have an old one for a while


REST = "rest"  # the page's camera has been stopped
_CAMERA = re.compile(r"camera ([1-9]\d{0,4})x([1-9]\d{0,4})")  # how large its picture is


class Ending(NamedTuple):
    """Why a connection is closed, for the page's script: the code says what it does, the reason is for people."""

    code: int
    reason: str


UNKNOWN = Ending(4404, "no open session has this token")
OVER = Ending(4410, "the session is over")
SILENT = Ending(4408, "no word from the page")
FULL = Ending(1013, "too many connections")
TOO_LONG = Ending(1009, "a word longer than any that the page sends")
NO_PICTURE = Ending(1003, "what is sent in bytes is a JPEG with its head")


class Push:
    """Tells pages of the looks of their sessions."""

    def __init__(
        self,
        registry: Registry = REGISTRY,
        say: Callable[[Session], Live] = payload,
        *,
        beat: float = BEAT,
        patience: float = PATIENCE,
    ) -> None:
        self._registry, self._say, self._beat, self._patience = registry, say, beat, patience
        self._open: Counter[str] = Counter()

    @property
    def connections(self) -> int:
        """How many are open."""
        return self._open.total()

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection to its end."""
        await socket.accept()
        with suppress(WebSocketDisconnect):  # the page has gone, or the server ends
            why = await self._served(socket)
            with suppress(TimeoutError, RuntimeError):  # a page that was asleep may have been given up already
                await asyncio.wait_for(socket.close(*why), self._patience)

    async def _served(self, socket: WebSocket) -> Ending:
        with self._counted("", ALL) as let_in:
            token = await self._heard(socket) if let_in else FULL
        if isinstance(token, Ending):
            return token
        if isinstance(token, bytes):
            return UNKNOWN
        session = self._registry.find(token)
        if session is None:
            return UNKNOWN
        with self._counted(token, EACH) as let_in:
            return await self._told(socket, session) if let_in else FULL

    async def _told(self, socket: WebSocket, session: Session) -> Ending:
        """Speak and listen, until one of the two is over."""
        news, loop = asyncio.Event(), asyncio.get_running_loop()

        def changed(_: Look) -> None:
            with suppress(RuntimeError):  # the server is ending, and its loop is closed
                loop.call_soon_threadsafe(news.set)

        session.hear()
        with session.subscribed(changed):
            return await first_over(self._speak(socket, session, news), self._listen(socket, session))

    async def _speak(self, socket: WebSocket, session: Session, news: asyncio.Event) -> Ending:
        before: Live | None = None
        while not session.closed:
            news.clear()
            told = self._say(session)
            text, before = told.after(before).model_dump_json(), told
            try:
                await asyncio.wait_for(socket.send_text(text), self._patience)
            except TimeoutError:
                return SILENT
            await asyncio.sleep(LEAST)
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), self._beat)
        return OVER

    async def _listen(self, socket: WebSocket, session: Session) -> Ending:
        unpacked = -inf
        while True:
            word = await self._heard(socket)
            if isinstance(word, Ending):
                return word
            session.hear()
            if isinstance(word, str):
                if size := _CAMERA.fullmatch(word):
                    session.camera_gives(int(size[1]), int(size[2]))
                elif word == REST:
                    session.rest()
            elif time.monotonic() - unpacked >= FASTEST:
                sent = read(word)
                if sent is None or not await asyncio.to_thread(receive, session, sent):
                    return NO_PICTURE
                if sent.kind is Kind.PICTURE:
                    unpacked = time.monotonic()

    async def _heard(self, socket: WebSocket) -> str | bytes | Ending:
        """The page's next word or picture, or why there is none."""
        try:
            message = await asyncio.wait_for(socket.receive(), self._patience)
        except TimeoutError:
            return SILENT
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000), message.get("reason"))
        word, picture = message.get("text"), message.get("bytes")
        if word is None:
            return bytes(picture or b"")
        return str(word) if len(word) <= LONGEST else TOO_LONG

    @contextmanager
    def _counted(self, name: str, most: int) -> Iterator[bool]:
        """Whether one more connection is let in, counted inside."""
        let_in = self._open[name] < most and self._open.total() < ALL
        self._open[name] += let_in
        try:
            yield let_in
        finally:
            self._open[name] -= let_in
            self._open += Counter()  # without those that have none left


PUSH_ROUTE = WebSocketRoute(address("/guide/live"), Push().serve)
"""For the app's list of routes."""
