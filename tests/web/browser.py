"""A server on a port of its own, and a page that asks it over real connections."""

from __future__ import annotations

import hashlib
import http.client
import io
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Self

import uvicorn
from PIL import Image as Pillow
from starlette.types import ASGIApp

from framing.types import Image, Viewfinder
from framing.web.asking import SESSION
from framing.web.pictures import SUM
from tests.session.stage import PATIENCE, wait_for


class Serving:
    """An app that is served on a port of its own, inside."""

    def __init__(self, app: ASGIApp, lifespan: Literal["auto", "off"] = "auto") -> None:
        config = uvicorn.Config(app, port=0, log_level="critical", ws="websockets-sansio", lifespan=lifespan)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run)

    @property
    def address(self) -> str:
        return f"localhost:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        wait_for(lambda: self._server.started)
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the server did not end"


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The address at which the app answers."""
    with Serving(app) as serving:
        yield serving.address


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Browser:
    """A page with a session's token."""

    at: str
    token: str = ""

    def ask(self, how: str, path: str, data: object = b"", **headers: str) -> Answer:
        """Ask for it; what is no bytes is sent as JSON."""
        sent = data if isinstance(data, bytes) else json.dumps(data).encode()
        connection = http.client.HTTPConnection(self.at, timeout=PATIENCE)
        try:
            connection.request(how, path, sent, {SESSION: self.token, **headers})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def put(self, name: str, at: int, piece: bytes, checksum: str | None = None) -> Answer:
        """Send one piece."""
        told = hashlib.sha256(piece).hexdigest() if checksum is None else checksum
        return self.ask("PUT", f"/guide/pictures/{name}?at={at}", piece, **{SUM: told})

    def send(self, name: str, picture: Picture, piece: int = 100_000) -> None:
        """Send all of it that the server does not have."""
        opened = self.ask("POST", f"/guide/pictures/{name}", picture.announced)
        assert opened.status == 200, opened.body
        have = opened.json["have"]
        while have < len(picture.data):
            answer = self.put(name, have, picture.data[have : have + piece])
            assert answer.status == 200, answer.body
            have = answer.json["have"]


@dataclass(frozen=True)
class Picture:
    """A picture that was taken, as the page has it."""

    data: bytes
    size: tuple[int, int] = (64, 48)
    use: str = "linkedin"
    window: Viewfinder | None = None
    source: str = "frame"

    @property
    def announced(self) -> dict[str, Any]:
        """What the page says of it."""
        window = self.window
        return {
            "size": len(self.data), "sha256": hashlib.sha256(self.data).hexdigest(), "width": self.size[0],
            "height": self.size[1], "use": self.use, "taken": "2026-11-26T15:04:09.123+01:00", "source": self.source,
            "viewer": "front",
            "window": window and {
                "left": window.left, "top": window.top, "width": window.width, "height": window.height
            },
        }  # fmt: skip


def taken(pixels: Image, use: str = "linkedin", window: Viewfinder | None = None) -> Picture:
    """The pixels as a browser makes a JPEG of them."""
    data = io.BytesIO()
    Pillow.fromarray(pixels).save(data, "JPEG", quality=95)
    return Picture(data.getvalue(), (pixels.shape[1], pixels.shape[0]), use, window)
