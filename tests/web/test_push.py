"""Looks on their way to a page: over a real server and sockets, but with eyes that see what they are told."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from itertools import count
from typing import Any, cast

import pytest
from PIL import Image as Pillow
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from framing.carriers.websocket import LARGEST, MOST, Kind, packed
from framing.session.registry import Page, Registry
from framing.types import Absent
from framing.web import push
from framing.web.camera_words import NO_PICTURE
from framing.web.gate import Gate
from framing.web.push import EACH, LONGEST, Push
from framing.web.talk import FULL, OVER, SILENT, TOO_LONG, UNKNOWN, Ending
from tests.session.stage import PATIENCE, Stage, guided, wait_for
from tests.web.browser import Serving


class Server(Serving):
    """A server with one page's session."""

    def __init__(self, stage: Stage, *, patience: float = PATIENCE) -> None:
        self.stage, self.registry = stage, Registry()
        self.registry.enter(stage.session, Page("page", "script"))
        self.push = Push(self.registry, beat=0.05, patience=patience)
        app = Starlette(routes=[WebSocketRoute("/guide/live", self.push.serve)], middleware=[Middleware(Gate, {})])
        super().__init__(app, lifespan="off")

    @contextmanager
    def page(self, token: str | None = None, **headers: str) -> Iterator[ClientConnection]:
        """A page that has sent its token."""
        with self.connected(**headers) as socket:
            socket.send(self.stage.session.token if token is None else token)
            yield socket

    def connected(self, **headers: str) -> Any:
        return connect(f"ws://{self.address}/guide/live", additional_headers=headers, open_timeout=PATIENCE)


@pytest.fixture
def server(stage: Stage) -> Iterator[Server]:
    with Server(stage) as running:
        yield running


def heard(socket: ClientConnection) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(socket.recv(PATIENCE))
    return told


def ending(socket: ClientConnection) -> Ending:
    """Why the server closed it, whatever it said before."""
    with pytest.raises(ConnectionClosed) as closed:
        _read_on(socket)
    assert closed.value.rcvd is not None
    return Ending(closed.value.rcvd.code, closed.value.rcvd.reason)


def _read_on(socket: ClientConnection) -> None:
    while True:
        socket.recv(PATIENCE)


def test_a_page_is_told_at_once_what_there_is_and_then_each_look(server: Server) -> None:
    with server.page() as socket:
        assert heard(socket)["panel"] is None
        server.stage.send_until(lambda: guided(server.stage))
        times: list[float] = []
        while len(set(times)) < 3:
            server.stage.send()
            told = heard(socket)
            times.append(told["time"])
            if told["panel"] is not None:
                assert told["panel"]["cue"] == told["deck"]["cue"]
                assert told["panel"]["reads"] == told["deck"]["reads"]
    assert times == sorted(times)


def test_something_is_said_even_when_nothing_is_new(server: Server) -> None:
    with server.page() as socket:
        first = heard(socket)
        assert [heard(socket), heard(socket)] == [first, first]


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://localhost:1"}]
)
def test_a_page_elsewhere_gets_no_connection_even_with_the_right_token(server: Server, headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refused, server.page(**headers):
        pass
    assert refused.value.response.status_code == 403


def test_the_guides_own_page_gets_one(server: Server) -> None:
    with server.page(Origin=f"http://{server.address}") as socket:
        assert heard(socket)["room"]


@pytest.mark.parametrize("token", ["", "page", "x" * LONGEST])
def test_a_wrong_token_is_told_so_and_nothing_else(server: Server, token: str) -> None:
    with server.page(token) as socket:
        assert ending(socket) == UNKNOWN
        assert not server.stage.session._subscribers


def test_a_word_that_no_page_sends_ends_the_connection(server: Server) -> None:
    with server.page("x" * (LONGEST + 1)) as socket:
        assert ending(socket) == TOO_LONG
    with server.page() as socket:
        heard(socket)
        socket.send("x" * 100_000)
        assert ending(socket) == TOO_LONG


def sent(
    number: int, *, size: tuple[int, int] = (64, 36), kind: int = Kind.PICTURE, own: tuple[int, int] = (1280, 720)
) -> bytes:
    """A picture as a page sends it."""
    data = BytesIO()
    Pillow.new("RGB", size, (120, 120, 120)).save(data, "JPEG")
    return packed(cast("Kind", kind), number, own, data.getvalue())


def test_pictures_in_bytes_are_looked_at_and_the_look_tells_which_one_it_was(server: Server) -> None:
    session = server.stage.session
    with server.page() as socket:
        stage: dict[str, Any] = {"frame": 0}
        for number in count(1):
            socket.send(sent(number))
            stage = heard(socket)["stage"] or stage
            if stage["frame"] > 1:
                break
        assert 1 < stage["frame"] <= number
        assert stage["aspect"] == pytest.approx(64 / 36)
    assert session.size == (1280, 720)
    assert server.stage.eyes[0].shown[-1].scale == pytest.approx(20)


def test_a_close_up_goes_with_the_next_picture_to_the_eyes(server: Server) -> None:
    def arrived() -> bool:
        socket.send(sent(2))
        heard(socket)
        seen = server.stage.eyes[0].shown[-1].close_up if server.stage.eyes and server.stage.eyes[0].shown else None
        return seen is not None and seen.pixels.shape == (48, 40, 3)

    with server.page() as socket:
        socket.send(sent(1, size=(40, 48), kind=Kind.CLOSE_UP))
        wait_for(arrived)


@pytest.mark.parametrize(
    "what",
    [
        b"", b"\x00", b"\x01" * 9, sent(1)[:60], sent(1)[:9] + b"GIF89a" + b"\x00" * 40, sent(1, kind=7),
        sent(1, own=(0, 0)), sent(1, size=(LARGEST + 1, 4)), sent(1) + b"\x00" * MOST,
    ],
    ids=["nothing", "short", "no picture", "cut off", "another format", "no kind", "no size", "too large", "too long"],
)  # fmt: skip
def test_what_is_no_picture_ends_the_connection_and_the_session_lives(server: Server, what: bytes) -> None:
    with server.page() as socket:
        heard(socket)
        socket.send(what)
        assert ending(socket) == NO_PICTURE
    with server.page() as again:
        assert heard(again)["room"]
    assert not server.stage.session.closed


def test_a_flood_of_pictures_is_not_unpacked_and_the_session_lives(server: Server) -> None:
    with server.page() as socket:
        for number in range(400):
            socket.send(sent(number))
        socket.send("camera 640x360")
        wait_for(lambda: server.stage.session._camera == (640, 360))
        assert server.stage.session.frames < 400
        assert not server.stage.session.closed


def test_a_page_that_stops_its_camera_gives_the_seat_back_at_once(server: Server) -> None:
    with server.page() as socket:
        socket.send(sent(1))
        wait_for(lambda: server.stage.session.seated)
        socket.send("rest")
        wait_for(lambda: not server.stage.session.seated)


def test_the_end_of_a_session_ends_its_connections_with_that_reason(server: Server) -> None:
    with server.page() as one, server.page() as other:
        heard(one)
        heard(other)
        server.stage.session.close()
        assert ending(one) == ending(other) == OVER
    with server.page() as late:
        assert ending(late) == UNKNOWN
    wait_for(lambda: server.push.connections == 0)


def test_a_page_that_connects_again_goes_on_where_the_guide_is(server: Server) -> None:
    server.stage.send_until(lambda: guided(server.stage))
    for _ in range(3):
        with server.page() as socket:
            assert heard(socket)["panel"] is not None
    wait_for(lambda: server.push.connections == 0 and len(server.stage.session._subscribers) == 0)


def test_one_session_has_only_so_many_connections_and_another_once_one_has_ended(server: Server) -> None:
    with ExitStack() as held:
        opened = [held.enter_context(server.page()) for _ in range(EACH)]
        for socket in opened:
            heard(socket)
        with server.page() as one_more:
            assert ending(one_more) == FULL
        opened[0].close()
        wait_for(lambda: server.push.connections == EACH - 1)
        with server.page() as again:
            assert heard(again)


def test_all_sessions_together_have_only_so_many_connections(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push, "ALL", 2)
    with server.connected(), server.connected() as second, server.connected() as third:
        assert ending(third) == FULL
        second.send(server.stage.session.token)
        assert heard(second)


def test_a_page_that_says_nothing_is_not_waited_for(stage: Stage) -> None:
    with Server(stage, patience=0.2) as server, server.connected() as mute, server.page() as silent:
        assert ending(mute) == SILENT
        assert ending(silent) == SILENT


def test_a_page_that_answers_is_alive_and_one_that_does_not_is_not(server: Server) -> None:
    now = [time.monotonic()]
    server.stage.session._clock = lambda: now[0]
    with server.page() as socket:
        heard(socket)
        now[0] += 100.0
        assert server.stage.session.gone
        socket.send("here")
        wait_for(lambda: not server.stage.session.gone)


def test_the_end_of_the_server_ends_the_connections_and_leaves_nothing_behind(stage: Stage) -> None:
    with Server(stage) as server, server.page() as socket:
        heard(socket)
        server.end()
        assert ending(socket).code in (1001, 1012)
    assert server.push.connections == 0
    assert len(stage.session._subscribers) == 0


class SlowLine:
    """A page's end of a socket that takes a message only when it is let."""

    def __init__(self, token: str) -> None:
        self.said: list[dict[str, Any]] = []
        self.ready, self.closed = asyncio.Event(), asyncio.Event()
        self._words = [{"type": "websocket.receive", "text": token}]
        self.waiting = 0

    async def accept(self) -> None: ...

    async def receive(self) -> dict[str, Any]:
        if self._words:
            return self._words.pop()
        await self.closed.wait()
        return {"type": "websocket.disconnect", "code": 1000}

    async def send_text(self, text: str) -> None:
        self.waiting += 1
        await self.ready.wait()
        self.waiting -= 1
        self.said.append(json.loads(text))


def test_a_slow_page_gets_the_newest_look_next_and_those_between_are_not_kept_for_it(stage: Stage) -> None:
    async def told() -> list[dict[str, Any]]:
        line, server = SlowLine(stage.session.token), Push(registry, beat=0.05)
        serving = asyncio.ensure_future(server.serve(line))  # type: ignore[arg-type]
        async with asyncio.timeout(PATIENCE):
            while not line.waiting:
                await asyncio.sleep(0.001)
            await asyncio.to_thread(stage.send_until, lambda: stage.session.looks >= 20)
            assert line.waiting == 1
            line.ready.set()
            while len(line.said) < 2:
                await asyncio.sleep(0.001)
            line.closed.set()
            await serving
        return line.said

    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    first, second = asyncio.run(told())[:2]
    assert first["deck"]["looks"] == 0
    assert second["deck"]["looks"] >= 20


def test_a_line_that_stays_full_is_given_up(stage: Stage) -> None:
    async def gives_up() -> None:
        line = SlowLine(stage.session.token)
        line.close = closed  # type: ignore[attr-defined]
        async with asyncio.timeout(PATIENCE):
            await Push(registry, patience=0.05).serve(line)  # type: ignore[arg-type]

    async def closed(code: int, reason: str) -> None:
        why.append(Ending(code, reason))

    why: list[Ending] = []
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    asyncio.run(gives_up())
    assert why == [SILENT]
    assert isinstance(stage.session.look.guidance, Absent)
