"""What a page sends of its camera on its own line: pictures in bytes, and a word for what has become of it."""

from __future__ import annotations

import asyncio
import re
import time
from math import inf

from framing.carriers.websocket import Kind, read, receive
from framing.session.session import Session
from framing.web.talk import Ending

FASTEST = 1 / 40  # seconds from one picture to the next: one that comes sooner is not unpacked
NO_PICTURE = Ending(1003, "what is sent in bytes is a JPEG with its head")
REST = "rest"  # the page's camera has been stopped
_SIZE = re.compile(r"camera ([1-9]\d{0,4})x([1-9]\d{0,4})")  # how large its picture is


class Camera:
    """The camera of one connection, as its session is told of it."""

    def __init__(self, session: Session) -> None:
        self._session, self._unpacked = session, -inf

    async def take(self, word: str | bytes) -> Ending | None:
        """Hand on what it says; any other word only says that the page is there. Why to hang up, if anything."""
        session = self._session
        session.hear()
        if isinstance(word, str):
            if size := _SIZE.fullmatch(word):
                session.camera_gives(int(size[1]), int(size[2]))
            elif word == REST:
                session.rest()
        elif time.monotonic() - self._unpacked >= FASTEST:
            sent = read(word)
            if sent is None or not await asyncio.to_thread(receive, session, sent):
                return NO_PICTURE
            if sent.kind is Kind.PICTURE:
                self._unpacked = time.monotonic()
        return None
