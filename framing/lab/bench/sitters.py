"""Several sitters at once, without browsers: pictures made beforehand go up over the WebSocket, one in flight each."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image as Pillow

from framing.carriers.websocket import Kind, packed
from framing.lab.rigs import chromium
from framing.types import Image

SITTERS = 5
SECONDS = 15.0
WARM = 8.0
EVERY = 0.095  # seconds from picture to picture of one sitter, as the page sends them
LOST = 0.5  # seconds without an answer after which the next one goes up all the same
SMALL = (640, 360)


@dataclass(frozen=True, slots=True)
class Sitters:
    """What each got, looks a second, the fewest first; cores of the server and of the load itself."""

    hz_each: tuple[float, ...]
    server_cpu: float
    load_cpu: float


def measured(pictures: Sequence[Image], sitters: int = SITTERS) -> Sitters | None:
    """The figures; None without psutil or websockets."""
    try:
        psutil, client = importlib.import_module("psutil"), importlib.import_module("websockets.asyncio.client")
    except ImportError:
        return None
    jpegs = [jpeg(picture) for picture in pictures]
    command = [sys.executable, "-m", "framing.lab.rigs.sitters_app", str(sitters)]
    with subprocess.Popen(command, cwd=chromium.ROOT, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        try:
            told = server.stdout
            if told is None:
                return None
            port, *tokens = (told.readline().strip() for _ in range(sitters + 1))
            process = psutil.Process(server.pid)

            async def all_of_them() -> tuple[list[int], float, float]:
                looks = [[0] for _ in tokens]
                going = [
                    asyncio.ensure_future(sit(client, f"ws://127.0.0.1:{port}/guide/live", token, jpegs, count))
                    for token, count in zip(tokens, looks, strict=True)
                ]
                await asyncio.sleep(WARM)
                before, spent, mine = [count[0] for count in looks], sum(process.cpu_times()[:2]), time.process_time()
                await asyncio.sleep(SECONDS)
                came = [count[0] - was for count, was in zip(looks, before, strict=True)]
                figures = came, sum(process.cpu_times()[:2]) - spent, time.process_time() - mine
                for one in going:
                    one.cancel()
                ended = await asyncio.gather(*going, return_exceptions=True)
                failed = [why for why in ended if isinstance(why, Exception)]
                if failed:
                    raise failed[0]
                return figures

            came, spent, mine = asyncio.run(all_of_them())
        finally:
            server.kill()  # it holds nothing that must be put away, and eyes at work may keep it for long
    return Sitters(tuple(sorted(count / SECONDS for count in came)), spent / SECONDS, mine / SECONDS)


async def sit(client: object, address: str, token: str, jpegs: Sequence[bytes], looks: list[int]) -> None:
    """Send pictures as a page does, and count the looks that come back."""
    answered = asyncio.Event()
    async with client.connect(address, max_size=None) as line:  # type: ignore[attr-defined]
        await line.send(token)

        async def hear() -> None:
            newest = 0.0
            async for said in line:
                live = json.loads(said)
                if live["stage"] is not None and live["time"] != newest:
                    newest = live["time"]
                    looks[0] += 1
                    answered.set()

        hearing = asyncio.ensure_future(hear())
        try:
            number = 0
            while True:
                number += 1
                began = time.monotonic()
                answered.clear()
                await line.send(packed(Kind.PICTURE, number, (1280, 720), jpegs[number % len(jpegs)]))
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(answered.wait(), LOST)
                await asyncio.sleep(max(0.0, EVERY - (time.monotonic() - began)))
        finally:
            hearing.cancel()


def jpeg(picture: Image) -> bytes:
    """The picture as a page sends it."""
    data = BytesIO()
    Pillow.fromarray(picture).resize(SMALL).save(data, "JPEG", quality=80)
    return data.getvalue()
