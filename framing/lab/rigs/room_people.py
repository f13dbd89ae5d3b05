"""Scripted people in rooms, over asyncio: they come, are let in, and tell each other numbered things."""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30.0  # seconds for an answer
Told = dict[str, Any]
Headers = tuple[Mapping[str, str] | None, Mapping[str, str] | None]


def open_room(base: str, name: str = "Room", headers: Mapping[str, str] | None = None) -> Told:
    """The links of a new room; `base` is the guide's address, "http://localhost:8501/"."""
    body = json.dumps({"name": name, "coach": "Coach", "use": "headshot", "base": base}).encode()
    request = urllib.request.Request(f"{base}guide/rooms", body, {"Origin": base.rstrip("/"), **(headers or {})})  # noqa: S310 - http
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - http
        links: Told = json.loads(answer.read())
    return links


class Person:
    """One connection to a room; what is told is kept in order."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self.heard: list[Told] = []
        self.room: Told = {}
        self.you = ""
        self._news = asyncio.Condition()

    async def say(self, kind: str, **fields: object) -> None:
        """Send it."""
        await self._line.send(json.dumps({"kind": kind, **fields}))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what is heard to make that hold. Raises TimeoutError."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(holds)

    def all_of(self, kind: str) -> list[Told]:
        """What was told of that kind."""
        return [told for told in self.heard if told["kind"] == kind]

    def is_in(self) -> bool:
        """Whether the coach has let them in."""
        return bool(self.you)

    async def listen(self) -> None:
        """Keep what comes."""
        async for text in self._line:
            told: Told = json.loads(text)
            async with self._news:
                self.heard.append(told)
                self.room = told.get("room", self.room)
                self.you = told.get("you", self.you)
                self._news.notify_all()


@asynccontextmanager
async def person(
    base: str, token: str, name: str, session: str | None = None, headers: Mapping[str, str] | None = None
) -> AsyncIterator[Person]:
    """Somebody who opens a link; `token` is what stands in its fragment."""
    join = {
        "kind": "join", "token": token, "me": None, "name": name, "language": "en", "device": "computer",
        "session": session, "see": None, "pictures": None, "camera": None,
    }  # fmt: skip
    address = f"{base.replace('http', 'ws', 1)}guide/room"
    async with connect(address, additional_headers=headers, max_size=None, open_timeout=PATIENCE) as line:
        somebody = Person(line)
        await line.send(json.dumps(join))
        listening = asyncio.ensure_future(somebody.listen())
        try:
            yield somebody
        finally:
            listening.cancel()


@asynccontextmanager
async def together(
    base: str, links: Told, watchers: int = 0, *, session: str | None = None, headers: Headers = (None, None)
) -> AsyncIterator[tuple[Person, Person, list[Person]]]:
    """A coach, a sitter who has said yes, and watchers; `headers` are those of the coach and of all others."""
    async with person(base, f"{links['id']}.{links['coach']}", "Coach", headers=headers[0]) as coach:
        await coach.until(coach.is_in)
        async with AsyncExitStack() as held:
            token = f"{links['id']}.{links['sitter']}"
            sitter = await held.enter_async_context(person(base, token, "Sitter", session, headers[1]))
            others = []
            for number in range(watchers):
                token = f"{links['id']}.{links['watcher']}"
                watcher = person(base, token, f"Watcher {number}", headers=headers[1])
                others.append(await held.enter_async_context(watcher))
            await coach.until(lambda: len(coach.room.get("people", ())) == 2 + watchers)
            for waiting in coach.room["people"]:
                if not waiting["admitted"]:
                    await coach.say("admit", who=waiting["id"])
            for one in (sitter, *others):
                await one.until(one.is_in)
            await sitter.say("consent", see=True, pictures=True, camera=True)
            await coach.until(lambda: bool(coach.room["see"]))
            yield coach, sitter, others
