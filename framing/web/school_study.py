"""The lamp study: a virtual camera before the packaged photograph, whose lamp the page moves.

The page opens /guide/school/study, says its session's token and then how the studio is to be set up. The server hands
each picture to the session, as if a camera had sent it, and sends the page the same picture as a JPEG.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

import cv2
from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from framing.page.base import address
from framing.relight.lamp import Lamp
from framing.relight.studio import Setup, Studio
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.session.registry import REGISTRY, Registry
from framing.session.session import Session
from framing.types import Image, Preset
from framing.web.school_eye_models import SetUp
from framing.web.school_looks import studio
from framing.web.talk import FULL, OVER, PATIENCE, SILENT, UNKNOWN, Ending, Lines, attended, first_over, heard

PERIOD = 0.1  # seconds from picture to picture: as often as the guide looks
_STILL = 0.5  # seconds while nothing is moved: enough for the guide to go on looking, and time for everybody else
_MOVED = 1.0  # seconds after the last move for which pictures come at the full pace
_QUALITY = 85
_LONGEST = 300  # characters of a word
EACH, ALL = 1, 20  # studies of one session, and of all
UNREADABLE = Ending(1003, "no setup of the studio")


class Study:
    """Serves the lamp study of each page that has one open."""

    def __init__(self, registry: Registry = REGISTRY, open_studio: Callable[[], Future[Studio]] = studio) -> None:
        self._registry, self._open_studio = registry, open_studio
        self._lines = Lines()

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection to its end."""
        await attended(socket, self._served, PATIENCE)

    async def _served(self, socket: WebSocket) -> Ending:
        token = await self._lines.first(socket, ALL, PATIENCE, _LONGEST)
        if isinstance(token, Ending):
            return token
        session = self._registry.find(token) if isinstance(token, str) else None
        if session is None or not isinstance(token, str):
            return UNKNOWN
        with self._lines.counted(token, EACH, ALL) as let_in:
            if not let_in:
                return FULL
            there = await asyncio.wrap_future(self._open_studio())
            sitting = _Sitting(session, there)
            try:
                return await first_over(sitting.speak(socket), sitting.listen(socket))
            finally:
                session.rest()


class _Sitting:
    """One page in the studio."""

    def __init__(self, session: Session, there: Studio) -> None:
        self._session, self._studio = session, there
        self._setup, self._number = Setup(), 0
        self._for: Preset | None = None  # the use that the camera is set up for
        self._camera = Camera()
        self._changed = asyncio.Event()
        self._moved = time.monotonic()

    async def listen(self, socket: WebSocket) -> Ending:
        """Take each setup; the newest counts."""
        while True:
            word = await heard(socket, PATIENCE, _LONGEST)  # said once a second, moved or not
            if isinstance(word, Ending):
                return word
            try:
                told = SetUp.model_validate_json(word)
            except ValidationError:
                return UNREADABLE
            setup = Setup(Lamp(told.side, told.height, told.ratio), told.behind, told.turn)
            if setup != self._setup:
                self._setup, self._moved = setup, time.monotonic()
                self._changed.set()

    async def speak(self, socket: WebSocket) -> Ending:
        """Pictures, one after the other: often while the lamp is being moved, now and then while it stands."""
        while not self._session.closed:
            begun = time.monotonic()
            self._changed.clear()
            self._number += 1
            data = await run_in_threadpool(self._picture)
            try:
                await asyncio.wait_for(socket.send_bytes(data), PATIENCE)
            except TimeoutError:
                return SILENT
            left = PERIOD - (time.monotonic() - begun)
            await asyncio.sleep(max(left, 0.0))
            if begun - self._moved > _MOVED:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), _STILL - PERIOD)
        return OVER

    def _picture(self) -> bytes:
        preset = self._session.settings.preset
        if preset is not self._for:  # searched for once: it takes longer than a picture
            self._for, self._camera = preset, Camera() if preset is None else self._studio.camera(preset)
        pixels = self._studio.shown(self._setup, self._camera, self._number)
        self._session.camera_gives(WIDTH, HEIGHT)
        self._session.offer(pixels, time.monotonic(), self._number)
        return _jpeg(pixels)


def _jpeg(pixels: Image) -> bytes:
    _, data = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return data.tobytes()


STUDY_ROUTE = WebSocketRoute(address("/guide/school/study"), Study().serve)
"""For the app's list of routes."""
