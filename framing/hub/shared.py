"""Rooms that several servers share through Redis: each a JSON value, changed by compare-and-set, told of by pub/sub.

The keys are short-lived and do not bear a room's id. Whoever can read that Redis can read the rooms: docs/hosting.md.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any
from weakref import WeakValueDictionary

from pydantic import TypeAdapter
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import ConstantBackoff
from redis.exceptions import RedisError, WatchError

from framing.errors import HubError, SettingsError
from framing.hub.address import REDIS_URL
from framing.hub.box import MEMORY, Limit, hashed
from framing.hub.rooms import Change, Deliver, Parcel, closed
from framing.room.values import Room
from framing.session.log_once import LogOnce
from framing.types.message import filled

TRIES = 50  # to change a room that others change at the same time
PATIENCE = 3.0  # seconds for an answer
BEATS = 15  # seconds after which a server that is no longer heard of is gone
LATER = 1.0  # seconds until a connection is tried again
KEPT = 12 * 3600  # seconds for which files are kept at most: as long as a room

_EXAMPLE = "redis://localhost:6379/0"
_ROOM: TypeAdapter[Room] = TypeAdapter(Room)
_PARCEL: TypeAdapter[Parcel] = TypeAdapter(Parcel)


def connected(url: str) -> Redis:
    """A client of that server, which connects when it is asked. Raises SettingsError for what is no such address."""
    try:
        return Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE,
            retry=Retry(ConstantBackoff(0.1), 2),  # connections that were kept are dead once the server has restarted
        )  # fmt: skip
    except ValueError:
        remedy = "correct or unset it and start the guide again"  # its value is not repeated: it may hold a password
        expected = filled("an address such as {example} in {variable}", example=_EXAMPLE, variable=REDIS_URL)
        raise SettingsError(expected, "another form", remedy) from None


async def answered(environment: Mapping[str, str]) -> None:
    """The server that the environment names has answered. Raises SettingsError, or HubError where it does not."""
    client = connected(environment.get(REDIS_URL, "").strip())
    try:
        async with _reached():
            await _read(client.ping())
    finally:
        await client.aclose()


@asynccontextmanager
async def _reached() -> AsyncIterator[None]:
    """Raises HubError for whatever the server or the way to it cannot do."""
    try:
        yield
    except (RedisError, OSError, TimeoutError) as error:
        remedy = "tell who runs the guide to look at its Redis server"
        raise HubError("an answer from the server that keeps the rooms", "none", remedy) from error


class Shared:
    """The rooms in a Redis server."""

    def __init__(self, client: Redis, server: str, deliver: Deliver, now: Callable[[], float]) -> None:
        self._client, self._server, self._deliver, self._now = client, server, deliver, now
        self._watched: dict[str, str] = {}  # channel and room
        self._heard: dict[str, asyncio.Event] = {}  # whether the channel is listened to
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()  # one change of a room at a time
        self._listening: asyncio.Task[None] | None = None
        self._pubsub = client.pubsub(ignore_subscribe_messages=False)
        self._report = LogOnce(logging.getLogger(__name__))

    async def change(self, id: str, change: Change) -> None:  # noqa: A002 - the field's name
        """Change that room, as if alone."""
        async with self._turns.setdefault(id, asyncio.Lock()), _reached():  # only other servers get in between
            for attempt in range(TRIES):
                if await self._changed(id, change):
                    return
                await asyncio.sleep(random.uniform(0.0, 0.002 * (attempt + 1)))  # noqa: S311 - no secret
        raise HubError("a moment in which nobody else changes the room", "none", "try again")

    async def _changed(self, id: str, change: Change) -> bool:  # noqa: A002
        """Whether it was changed, and nobody else had changed it meanwhile."""
        key, over = _key(id), f"framing:over:{hashed(id)}"
        async with self._client.pipeline(transaction=True) as pipe:
            await pipe.watch(key, over)
            there = await _read(pipe.get(key))
            ended = await pipe.exists(over)
            room = None if there is None else _ROOM.validate_json(there)
            step = (closed if ended else change)(room)
            if step is None:
                return True
            same = step.room == room
            parcel = _PARCEL.dump_json(Parcel(None if same else step.room, step.letters))
            if same:
                await _read(pipe.unwatch())  # type: ignore[no-untyped-call]
                await self._client.publish(_channel(id), parcel)
                return True
            pipe.multi()  # type: ignore[no-untyped-call]
            if step.room.over:
                pipe.delete(key)
                pipe.set(over, b"1", exat=int(step.room.closes) + 1)
            else:
                pipe.set(key, _ROOM.dump_json(step.room), exat=int(step.room.closes) + 60)
            pipe.publish(_channel(id), parcel)
            try:
                await pipe.execute()
            except WatchError:
                return False
            return True

    async def get(self, id: str) -> Room | None:  # noqa: A002
        """That room."""
        async with _reached():
            there = await _read(self._client.get(_key(id)))
        return None if there is None else _ROOM.validate_json(there)

    async def tell(self, id: str, parcel: Parcel) -> None:  # noqa: A002
        """To the servers on which somebody of that room is."""
        async with _reached():
            await self._client.publish(_channel(id), _PARCEL.dump_json(parcel))

    async def watch(self, id: str) -> None:  # noqa: A002
        """Listen to what is told of that room; over once it is heard."""
        channel = _channel(id)
        self._watched[channel] = id
        heard = self._heard.setdefault(channel, asyncio.Event())
        await self.beat()
        async with _reached():
            await self._pubsub.subscribe(channel)
            if self._listening is None or self._listening.done():
                self._listening = asyncio.ensure_future(self._listen())
            await asyncio.wait_for(heard.wait(), PATIENCE)

    async def unwatch(self, id: str) -> None:  # noqa: A002
        """Listen to it no longer."""
        channel = _channel(id)
        self._watched.pop(channel, None)
        self._heard.pop(channel, None)
        with suppress(RedisError, OSError, TimeoutError):
            await self._pubsub.unsubscribe(channel)

    async def beat(self) -> None:
        """This server is here."""
        async with _reached():
            await self._client.set(_server(self._server), b"1", ex=BEATS)

    async def alive(self, line: str) -> bool:
        """Whether the server that has that connection has been heard of lately."""
        async with _reached():
            return bool(await self._client.exists(_server(line.partition(".")[0])))

    async def close(self) -> None:
        """Hang up; the rooms stay."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        with suppress(RedisError, OSError, TimeoutError):
            await self._pubsub.aclose()  # type: ignore[no-untyped-call]
            await self._client.aclose()

    async def _listen(self) -> None:
        """Deliver what is told, for as long as there is anybody; after a lost connection, rooms as they are now."""
        while self._watched:
            try:
                message = await self._pubsub.get_message(timeout=LATER)
            except (RedisError, OSError, TimeoutError) as error:
                self._report(error)
                await asyncio.sleep(LATER)
                continue
            if message is not None:
                await self._told(message)

    async def _told(self, message: dict[str, Any]) -> None:
        channel = message["channel"].decode()
        id = self._watched.get(channel)  # noqa: A001
        if id is None:
            return
        if message["type"] == "message":
            self._deliver(id, _PARCEL.validate_json(message["data"]))
        elif message["type"] == "subscribe":
            heard = self._heard[channel]
            if heard.is_set():  # once more, after the connection was lost
                await self._caught_up(id)
            heard.set()

    async def _caught_up(self, id: str) -> None:  # noqa: A002
        """Deliver the room as it is now, as soon as it can be read; who is no longer in it comes again."""
        while True:
            try:
                self._deliver(id, Parcel(await self.get(id) or Room(id, 0.0)))
            except HubError:
                await asyncio.sleep(LATER)
            else:
                return


class SharedBox:
    """Files of rooms in the same Redis server, so that a coach on another server gets them."""

    def __init__(self, client: Redis, most: float = MEMORY * 1e6) -> None:
        """`most` is how many bytes this server puts there."""
        self._client, self._limit = client, Limit(most)

    async def put(self, room: str, name: str, data: bytes) -> None:
        """Keep it."""
        self._limit.take(room, name, len(data))
        async with _reached():
            await self._client.set(_file(room, name), data, ex=KEPT)
            await _read(self._client.sadd(_files(room), name))
            await self._client.expire(_files(room), KEPT)

    async def get(self, room: str, name: str) -> bytes | None:
        """It, or None."""
        async with _reached():
            data: bytes | None = await _read(self._client.get(_file(room, name)))
        return data

    async def drop(self, room: str, name: str) -> None:
        """Delete it."""
        self._limit.leave(room, name)
        async with _reached():
            await self._client.delete(_file(room, name))

    async def end(self, room: str) -> None:
        """Delete all."""
        self._limit.end(room)
        async with _reached():
            names = await _read(self._client.smembers(_files(room)))
            await self._client.delete(_files(room), *(_file(room, name.decode()) for name in names))


async def _read(answer: Any) -> Any:
    return await answer


def _key(room: str) -> str:
    return f"framing:room:{hashed(room)}"


def _channel(room: str) -> str:
    return f"framing:news:{hashed(room)}"


def _server(server: str) -> str:
    return f"framing:server:{server}"


def _files(room: str) -> str:
    return f"framing:files:{hashed(room)}"


def _file(room: str, name: str) -> str:
    return f"framing:file:{hashed(room)}:{name}"
