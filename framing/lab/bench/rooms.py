"""Rooms without browsers: many that signal at once, and what one costs the server above its sitter's own guide."""

from __future__ import annotations

import asyncio
import importlib
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from framing.lab.bench.sitters import jpeg, sit
from framing.lab.rigs import chromium
from framing.types import Image

ROOMS = 20
SIGNALS = 60  # from each of coach and sitter to the other: what two browsers need to find each other, and some more
WATCHERS = 2
SECONDS, WARM, TURNS = 8.0, 6.0, 3  # of a turn with and one without a room


@dataclass(frozen=True, slots=True)
class Signalled:
    """So many rooms at once, and the messages of all that did not arrive, or not in their order."""

    n: int
    sent: int
    lost: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Cost:
    """Cores of the server with and without a room of coach and watchers, and how often the coach was told, in Hz."""

    alone: float
    with_room: float
    told_hz: float

    @property
    def room_cpu(self) -> float:
        """What the room costs, in cores."""
        return self.with_room - self.alone


def signalled(rooms: int = ROOMS, signals: int = SIGNALS) -> Signalled | None:
    """What became of their messages; None without websockets."""
    try:
        people: Any = importlib.import_module("framing.lab.rigs.room_people")
    except ImportError:
        return None

    async def one(base: str, ready: asyncio.Barrier) -> int:
        links = await asyncio.to_thread(people.open_room, base)
        async with people.together(base, links, 1) as (coach, sitter, (watcher,)):
            await ready.wait()
            for number in range(signals):
                await coach.say("signal", to=sitter.you, data=f"{number} {'x' * 2000}")
                await sitter.say("signal", to=coach.you, data=f"{number} {'x' * 2000}")
                await coach.say("point", place=[number / signals, 0.5])
            for each in (coach, sitter):
                await each.say("here")
                await each.until(lambda each=each: bool(each.all_of("here")))
            await coach.say("pause", on=True)  # behind all else on its way to the others
            for each in (sitter, watcher):
                await each.until(lambda each=each: bool(each.room["paused"]))
            await sitter.say("microphone", on=True)
            await coach.until(lambda: any(who["microphone"] for who in coach.room["people"]))
            wanted = [str(number) for number in range(signals)]
            heard = [[told["data"].split()[0] for told in each.all_of("signal")] for each in (coach, sitter)]
            places = [[told["what"]["place"][0] for told in each.all_of("pen")] for each in (sitter, watcher)]
            drawn = [number / signals for number in range(signals)]
            return sum(_lost(wanted, told) for told in heard) + sum(_lost(drawn, told) for told in places)

    async def all_of_them(base: str) -> tuple[int, float]:
        ready = asyncio.Barrier(rooms + 1)
        going = [asyncio.ensure_future(one(base, ready)) for _ in range(rooms)]
        await ready.wait()
        began = time.monotonic()
        lost = sum(await asyncio.gather(*going))
        return lost, time.monotonic() - began

    with _server(0) as (port, _, _pid):
        lost, seconds = asyncio.run(all_of_them(f"http://127.0.0.1:{port}/"))
    return Signalled(rooms, rooms * signals * 4, lost, seconds)


def cost(pictures: Sequence[Image], turns: int = TURNS, seconds: float = SECONDS) -> Cost | None:
    """What a room costs, of turns with and without one in the same run; None without psutil or websockets."""
    try:
        psutil = importlib.import_module("psutil")
        client = importlib.import_module("websockets.asyncio.client")
        people: Any = importlib.import_module("framing.lab.rigs.room_people")
    except ImportError:
        return None
    jpegs = [jpeg(picture) for picture in pictures]

    async def measure(port: str, token: str, process: Any) -> Cost:
        looks, base = [0], f"http://127.0.0.1:{port}/"
        going = asyncio.ensure_future(sit(client, f"ws://127.0.0.1:{port}/guide/live", token, jpegs, looks))

        async def spent() -> float:
            before = sum(process.cpu_times()[:2])
            await asyncio.sleep(seconds)
            return float(sum(process.cpu_times()[:2]) - before) / seconds

        @asynccontextmanager
        async def room() -> AsyncIterator[Any]:
            links = await asyncio.to_thread(people.open_room, base)
            async with people.together(base, links, WATCHERS, session=token) as (coach, _, _others):
                await coach.until(lambda: bool(coach.all_of("guidance")))
                yield coach

        try:
            await asyncio.sleep(WARM)
            alone, within, told = [], [], []
            for _ in range(turns):
                alone.append(await spent())
                async with room() as coach:
                    before = len(coach.all_of("guidance"))
                    within.append(await spent())
                    told.append((len(coach.all_of("guidance")) - before) / seconds)
            return Cost(statistics.median(alone), statistics.median(within), statistics.median(told))
        finally:
            going.cancel()

    with _server(1) as (port, (token,), pid):
        return asyncio.run(measure(port, token, psutil.Process(pid)))


def _lost(wanted: Sequence[object], told: Sequence[object]) -> int:
    """How many of these did not come, or came out of order."""
    if list(wanted) == list(told):
        return 0
    return max(1, len(wanted) - len(told))


@contextmanager
def _server(sitters: int) -> Iterator[tuple[str, list[str], int]]:
    """Port, tokens and process of a server of rooms."""
    command = [sys.executable, "-m", "framing.lab.rigs.rooms_app", str(sitters)]
    with subprocess.Popen(command, cwd=chromium.ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            assert server.stdout is not None  # noqa: S101 - it is piped
            port, *tokens = (server.stdout.readline().strip() for _ in range(sitters + 1))
            yield port, tokens, server.pid
        finally:
            server.kill()  # it holds nothing that must be put away
