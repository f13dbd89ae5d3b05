"""What every connection of a page does: both directions at the same time, its words heard, its kind counted."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, TypeVar

from starlette.websockets import WebSocket, WebSocketDisconnect

from framing.errors import HubError
from framing.session.log_once import LogOnce
from framing.session.look import Look
from framing.session.session import Session

T = TypeVar("T")

BEAT = 1.0  # seconds after which something is said even if nothing is new
LEAST = 0.05  # seconds from one message to the next: looks come ten times a second, and what is between them can wait
PATIENCE = 10.0  # seconds for a page's first word, for its next one, and for a message to be on its way


class Ending(NamedTuple):
    """Why a connection is closed, for the page's script: the code says what it does, the reason is for people."""

    code: int
    reason: str


UNKNOWN = Ending(4404, "no open session has this token")
OVER = Ending(4410, "the session is over")
SILENT = Ending(4408, "no word from the page")
FULL = Ending(1013, "too many connections")
TOO_LONG = Ending(1009, "a word longer than any that the page sends")


async def attended(socket: WebSocket, serve: Callable[[WebSocket], Awaitable[Ending]], patience: float) -> None:
    """Serve one connection to its end, and say why it ended to a page that is still there."""
    await socket.accept()
    with suppress(WebSocketDisconnect):  # the page has gone, or the server ends
        why = await serve(socket)
        with suppress(TimeoutError, RuntimeError):  # a page that was asleep may have been given up already
            await asyncio.wait_for(socket.close(*why), patience)


async def first_over(*directions: Coroutine[Any, Any, T]) -> T:
    """What the first of them to be over came to; the others are ended, and nothing of them runs on."""
    going = [asyncio.ensure_future(one) for one in directions]
    try:
        done, _ = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
        return next(iter(done)).result()
    finally:
        for one in going:
            one.cancel()
        await asyncio.gather(*going, return_exceptions=True)


async def heard(socket: WebSocket, patience: float, longest: int) -> str | bytes | Ending:
    """The page's next word or picture, or why there is none. Raises WebSocketDisconnect when the page has gone."""
    try:
        message = await asyncio.wait_for(socket.receive(), patience)
    except TimeoutError:
        return SILENT
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000), message.get("reason"))
    word, picture = message.get("text"), message.get("bytes")
    if word is None:
        return bytes(picture or b"")
    return str(word) if len(word) <= longest else TOO_LONG


@contextmanager
def told_of(session: Session) -> Iterator[asyncio.Event]:
    """Inside, an event of this loop that each new look of the session sets."""
    news, loop = asyncio.Event(), asyncio.get_running_loop()

    def changed(_: Look) -> None:
        with suppress(RuntimeError):  # the server is ending, and its loop is closed
            loop.call_soon_threadsafe(news.set)

    with session.subscribed(changed):
        yield news


async def each_look(session: Session, turn: Callable[[], Awaitable[object]], report: LogOnce) -> None:
    """Take a turn at once, with every look, and on each beat without one, to the session's end."""
    with told_of(session) as news:
        while not session.closed:
            news.clear()
            try:
                await turn()
            except HubError:
                pass  # told again with the next look
            except Exception as error:  # noqa: BLE001 - one look that cannot be told must not silence the rest
                report(error)
            await asyncio.sleep(LEAST)
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), BEAT)


async def speak(
    socket: WebSocket, session: Session, news: asyncio.Event, said: Callable[[], str], *, beat: float, patience: float
) -> Ending:
    """Send what there is to say: at once, with every look, and on each beat without one, to the session's end.

    While a message waits for a slow line, looks are not queued behind it: the newest is next.
    """
    while not session.closed:
        news.clear()
        try:
            await asyncio.wait_for(socket.send_text(said()), patience)
        except TimeoutError:
            return SILENT
        await asyncio.sleep(LEAST)
        with suppress(TimeoutError):
            await asyncio.wait_for(news.wait(), beat)
    return OVER


class Lines:
    """How many connections are open, of each name and of all."""

    def __init__(self) -> None:
        self._open = Counter[str]()

    @property
    def open(self) -> int:
        """How many are."""
        return self._open.total()

    async def first(self, socket: WebSocket, most: int, patience: float, longest: int) -> str | bytes | Ending:
        """The first word of a page that may belong to anybody: those who have not said it are counted among all."""
        with self.counted("", most, most) as let_in:
            return await heard(socket, patience, longest) if let_in else FULL

    @contextmanager
    def counted(self, name: str, each: int, most: int) -> Iterator[bool]:
        """Whether one more is let in, counted inside: at most `each` of a name and `most` of all."""
        let_in = self._open[name] < each and self._open.total() < most
        self._open[name] += let_in
        try:
            yield let_in
        finally:
            self._open[name] -= let_in
            self._open += Counter()  # without those that have none left
