"""A server with rooms, and scripted people in them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from copy import copy
from typing import Any, Self

from starlette.applications import Starlette
from starlette.middleware import Middleware
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from framing.hub.box import Box, Memory
from framing.hub.hub import Hub
from framing.pictures.store import Store
from framing.pictures.studio import Studio
from framing.session.registry import Registry
from framing.web.gate import Gate
from framing.web.pictures import Pictures
from framing.web.room_words import Speech
from framing.web.rooms import room_routes
from tests.session.stage import PATIENCE
from tests.web.browser import Browser, served

KEY = b"k" * 32


def hub_of(key: bytes = KEY) -> Hub:
    """A hub of its own."""
    speech = Speech(lambda _: ())
    made = speech.hub = Hub(lambda: key, speech)
    return made


@contextmanager
def serving(hub: Hub, registry: Registry | None = None, box: Box | None = None) -> Iterator[str]:
    """The address at which this hub's rooms are, and where the pages of that registry bring their pictures."""
    registry, store = registry or Registry(), Store()
    routes = [
        *room_routes(hub, box or Memory(), registry, store), *Pictures(registry, Studio(store)).routes()
    ]  # fmt: skip

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        yield
        await hub.close()

    with served(Starlette(routes=routes, middleware=[Middleware(Gate, {})], lifespan=lifespan)) as at:
        yield at


class Somebody:
    """A scripted person on one connection."""

    def __init__(self, at: str, token: str, headers: Mapping[str, str] | None = None, **said: Any) -> None:
        self._connecting = connect(
            f"ws://{at}/guide/room", additional_headers=headers, open_timeout=PATIENCE, max_queue=None
        )  # fmt: skip
        self._socket = self._connecting.__enter__()
        self.heard: list[dict[str, Any]] = []
        self.room: dict[str, Any] = {}
        self.code: int | None = None
        join = {
            "token": token, "me": None, "name": "Somebody", "language": "en", "device": "computer", "session": None,
            "see": None, "pictures": None, "camera": None, **said,
        }  # fmt: skip
        self.say("join", **join)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connecting.__exit__(None, None, None)

    def say(self, kind: str, **fields: object) -> None:
        """Send it."""
        self.send(json.dumps({"kind": kind, **fields}))

    def send(self, text: str) -> None:
        """Send these words as they are."""
        self._socket.send(text)

    @property
    def badge(self) -> str:
        """What they come back with."""
        return str(self._welcome["me"])

    @property
    def you(self) -> str:
        """Their id."""
        return str(self._welcome["you"])

    @property
    def _welcome(self) -> dict[str, Any]:
        return next(told for told in self.heard if told["kind"] == "welcome")

    def wait(self, kind: str, where: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """The next message of that kind of which that holds; what comes before it is remembered."""
        while True:
            told = self.next()
            if told["kind"] == kind and where(told):
                return told

    def sees(self, where: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The room once that holds in what this person sees of it."""
        while not (self.room and where(self.room)):
            self.next()
        return self.room

    def ended(self) -> dict[str, Any]:
        """How the connection ended; everything heard before is remembered."""
        try:
            while True:
                self.next()
        except ConnectionClosed as closed:
            self.code = None if closed.rcvd is None else closed.rcvd.code
        return self.heard[-1]

    def next(self) -> dict[str, Any]:
        """The next message."""
        told: dict[str, Any] = json.loads(self._socket.recv(PATIENCE))
        self.heard.append(told)
        self.room = told.get("room", self.room)
        return told


class Opened:
    """A room that was opened, its links and who comes."""

    def __init__(self, at: str) -> None:
        self.at = at
        answer = Browser(at).ask(
            "POST", "/guide/rooms", {"name": "Team", "coach": "Ada", "use": "headshot", "base": f"http://{at}/"}
        )  # fmt: skip
        assert answer.status == 200, answer.body
        self.links: Mapping[str, Any] = answer.json

    def at_server(self, at: str) -> Opened:
        """The same room at another address."""
        other = copy(self)
        other.at = at
        return other

    def token(self, role: str) -> str:
        """What stands in the fragment of that role's link."""
        return f"{self.links['id']}.{self.links[role]}"

    def come(self, role: str, **said: Any) -> Somebody:
        """Somebody of that role."""
        return Somebody(self.at, self.token(role), **{"name": role, **said})

    @contextmanager
    def together(self, **said: Any) -> Iterator[tuple[Somebody, Somebody]]:
        """A coach, and a sitter who was let in."""
        with self.come("coach") as coach:
            coach.wait("welcome")
            with self.let_in(coach, "sitter", **said) as sitter:
                yield coach, sitter

    @contextmanager
    def let_in(self, coach: Somebody, role: str, **said: Any) -> Iterator[Somebody]:
        """Somebody of that role whom the coach lets in."""
        with self.come(role, **said) as somebody:
            somebody.wait("door")
            coach.say("admit", who=waiting(coach, str(said.get("name", role))))
            somebody.wait("welcome")
            yield somebody


def waiting(coach: Somebody, name: str) -> str:
    """The id of who waits at the door under that name."""
    room = coach.sees(lambda room: any(one["name"] == name and not one["admitted"] for one in room["people"]))
    return str(next(one["id"] for one in room["people"] if one["name"] == name and not one["admitted"]))
