"""One connection: what is still to be sent on it, bounded, and the newest guidance."""

from __future__ import annotations

import asyncio
from collections import deque

MOST = 512  # messages that may wait
LARGEST = 8_000_000  # characters of them


class Line:
    """What waits for one browser. Guidance is not queued: the newest is next."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.language = ""
        self.full = False  # more waits than may: the browser no longer takes what is sent
        self.inside = False  # it is that of somebody in the room, or at its door
        self.over = False  # nothing more comes after what waits
        self.code = 1000  # with which the connection is closed then
        self.shown: object = None  # the view that was sent last
        self._waiting: deque[str] = deque()
        self._size = 0
        self._newest: str | None = None
        self._news = asyncio.Event()

    def send(self, text: str) -> None:
        """Put it behind what waits."""
        if self.over or self.full:
            return
        self._waiting.append(text)
        self._size += len(text)
        self.full = len(self._waiting) > MOST or self._size > LARGEST
        self._news.set()

    def show(self, text: str) -> None:
        """Send this next to all that waits, instead of an older one."""
        if not self.over:
            self._newest = text
            self._news.set()

    def end(self, code: int) -> None:
        """Nothing more is sent after what waits, and the connection is closed with this code."""
        self.over, self.code = True, code
        self._newest = None
        self._news.set()

    async def next(self) -> str | None:
        """The next to be sent; None once there is none and none will come."""
        while not self.full:
            if self._waiting:
                text = self._waiting.popleft()
                self._size -= len(text)
                return text
            if self._newest is not None:
                text, self._newest = self._newest, None
                return text
            if self.over:
                return None
            self._news.clear()
            await self._news.wait()
        return None
