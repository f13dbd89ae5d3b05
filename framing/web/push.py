"""The WebSocket on which a page is told of each look as soon as it is over, and by which its session knows it is there.

The page opens /guide/live and sends its session's token. Then it gets `payload(session)` as JSON: at once, with every
look, and each second while there is none; without the cards while they are as they were. It answers with a word of
its own, which is its sign of life, or tells by it how large its camera's picture is. While a message waits for a slow
line, looks are not queued behind it: the newest is next. What the page sends in bytes are pictures
(`framing.carriers.websocket`). `framing.web.gate` refuses foreign origins.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from framing.page.base import address
from framing.page.payload import Live, payload
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.web.camera_words import Camera
from framing.web.talk import BEAT, FULL, PATIENCE, UNKNOWN, Ending, Lines, attended, first_over, heard, speak, told_of

LONGEST = 64  # characters of a page's word
EACH, ALL = 4, 400  # connections to one session, and to all: a page that connects again may have an old one for a while


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
        self._lines = Lines()

    @property
    def connections(self) -> int:
        """How many are open."""
        return self._lines.open

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection to its end."""
        await attended(socket, self._served, self._patience)

    async def _served(self, socket: WebSocket) -> Ending:
        token = await self._lines.first(socket, ALL, self._patience, LONGEST)
        if isinstance(token, Ending):
            return token
        if isinstance(token, bytes):
            return UNKNOWN
        session = self._registry.find(token)
        if session is None:
            return UNKNOWN
        with self._lines.counted(token, EACH, ALL) as let_in:
            return await self._told(socket, session) if let_in else FULL

    async def _told(self, socket: WebSocket, session: Session) -> Ending:
        """Speak and listen, until one of the two is over."""
        before: Live | None = None

        def said() -> str:
            nonlocal before
            told = self._say(session)
            text, before = told.after(before).model_dump_json(), told
            return text

        session.hear()
        with told_of(session) as news:
            return await first_over(
                speak(socket, session, news, said, beat=self._beat, patience=self._patience),
                self._listen(socket, Camera(session)),
            )

    async def _listen(self, socket: WebSocket, camera: Camera) -> Ending:
        while True:
            word = await heard(socket, self._patience, LONGEST)
            if isinstance(word, Ending):
                return word
            if why := await camera.take(word):
                return why


PUSH_ROUTE = WebSocketRoute(address("/guide/live"), Push().serve)
"""For the app's list of routes."""
