"""The lamp study: the pictures that its page is sent are those that its session gets, and the newest setup counts."""

import io
import json
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from framing.relight.studio import Setup, Studio
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.session.registry import Page, Registry
from framing.types import Image, Preset
from framing.web.school_study import UNREADABLE, Study
from framing.web.talk import FULL, UNKNOWN
from tests.session.stage import PATIENCE, Stage, wait_for
from tests.web.browser import served

SETUP = {"side": 0, "height": 20, "ratio": 2, "behind": 0, "turn": 0}


class Grey(Studio):
    """A studio whose pictures are as light as the lamp is to the left."""

    def __init__(self) -> None:  # without a photograph
        self.uses: list[str] = []

    def camera(self, preset: Preset) -> Camera:
        self.uses.append(preset.name)
        return Camera()

    def shown(self, setup: Setup, camera: Camera, number: int = 0) -> Image:  # noqa: ARG002 - as the studio itself
        return np.full((HEIGHT, WIDTH, 3), round(100 + setup.lamp.side), np.uint8)


class Room:
    """A server with one page's session, and its studio."""

    def __init__(self) -> None:
        self.stage, self.studio, self.registry, self.at = Stage(), Grey(), Registry(), ""
        self.registry.enter(self.stage.session, Page("page", ""))
        self.app = Starlette(routes=[WebSocketRoute("/study", Study(self.registry, self._open).serve)])

    def _open(self) -> Future[Studio]:
        done: Future[Studio] = Future()
        done.set_result(self.studio)
        return done

    @contextmanager
    def page(self, token: str | None = None) -> Iterator[ClientConnection]:
        with connect(f"ws://{self.at}/study", open_timeout=PATIENCE) as socket:
            socket.send(self.stage.session.token if token is None else token)
            yield socket

    def light(self) -> int:
        """How light the newest picture is that the session looked at, 0 before its first."""
        shown = self.stage.eyes[-1].shown if self.stage.eyes else []
        return int(shown[-1].pixels[300, 600, 0]) if shown else 0


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room()
    with served(made.app) as made.at:
        yield made
    made.stage.session.close()


def grey(socket: ClientConnection) -> int:
    """How light the next picture is."""
    data = socket.recv(PATIENCE)
    assert isinstance(data, bytes)
    with Pillow.open(io.BytesIO(data)) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        value: Any = picture.getpixel((640, 360))
    return int(value[0])


def until(socket: ClientConnection, light: int) -> None:
    while abs(grey(socket) - light) > 2:
        pass


def closed(socket: ClientConnection) -> int:
    try:
        while True:
            socket.recv(PATIENCE)
    except ConnectionClosed as over:
        return 0 if over.rcvd is None else over.rcvd.code


def test_the_page_is_sent_what_its_session_looks_at(room: Room) -> None:
    with room.page() as socket:
        socket.send(json.dumps({**SETUP, "side": 60}))
        until(socket, 160)
        wait_for(lambda: room.light() == 160)
        socket.send(json.dumps({**SETUP, "side": -60}))
        until(socket, 40)
        wait_for(lambda: room.light() == 40)


def test_the_camera_is_set_up_once_for_a_use(room: Room) -> None:
    with room.page() as socket:
        for _ in range(3):
            grey(socket)
    assert room.studio.uses == ["headshot"]


def test_a_page_that_goes_lets_its_session_rest(room: Room) -> None:
    with room.page() as socket:
        grey(socket)
        wait_for(lambda: room.stage.session.seated)
    wait_for(lambda: not room.stage.session.seated)


@pytest.mark.parametrize("word", ["", "{}", '{"side": 500}', json.dumps({**SETUP, "side": 91}), '["side"]'])
def test_a_word_that_is_no_setup_ends_the_line(room: Room, word: str) -> None:
    with room.page() as socket:
        socket.send(word)
        assert closed(socket) == UNREADABLE.code


def test_nobody_without_a_session_gets_pictures_and_no_session_gets_them_twice(room: Room) -> None:
    with room.page("no such token") as stranger:
        assert closed(stranger) == UNKNOWN.code
    with room.page() as first:
        grey(first)
        with room.page() as second:
            assert closed(second) == FULL.code
        grey(first)
