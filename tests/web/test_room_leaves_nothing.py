"""What a server with a room asks of the system: whom it talks to, what it runs and what it writes."""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from framing.lab.rigs.room_people import Person, open_room, together
from framing.pictures.upload import PIECE
from framing.room.asked import PictureTaken
from tests.session.stage import wait_for
from tests.watch import Watch, around, outside, programs, written
from tests.web.browser import Browser, Picture

ROOT = Path(__file__).parents[2]
ONE = "1" * 32
LARGE = Picture(random.Random(7).randbytes(3_000_000), (4000, 3000))  # servers keep the first megabyte in memory


@contextmanager
def watched(watch: Watch, sessions: int, **environment: str) -> Iterator[list[str]]:
    """The port of a server under watch that ends afterwards, and the tokens of its sessions."""
    command = [*watch.before, sys.executable, "-m", "framing.lab.rigs.rooms_app", str(sessions)]
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield [server.stdout.readline().strip() for _ in range(1 + sessions)]
        finally:
            server.terminate()


@pytest.mark.parametrize("named", [True, False], ids=["its key is named", "its key is kept"])
def test_a_room_reaches_nobody_runs_no_program_and_writes_nothing_but_its_key(tmp_path: Path, named: bool) -> None:
    watch, data = Watch(tmp_path), tmp_path / "data"
    key = "k" * 40 if named else ""
    with watched(watch, 0, FRAMING_DATA=str(data), FRAMING_ROOM_KEY=key) as (port,):
        asyncio.run(lived(f"http://127.0.0.1:{port}/"))
    calls = watch.calls()
    assert outside(calls) == [], around(calls)
    assert {name for name in programs(calls) if not name.startswith("python")} == set()
    assert {Path(path).parent for path in written(calls)} <= (set() if named else {data})
    assert [path.name for path in data.glob("*")] == ([] if named else ["room.key"])


@pytest.mark.parametrize("spool", [False, True], ids=["in memory", "in a folder"])
def test_an_original_is_written_to_the_folder_that_was_named_or_nowhere_and_goes_with_the_room(
    tmp_path: Path, spool: bool
) -> None:
    watch, folder = Watch(tmp_path), tmp_path / "spool"
    folder.mkdir()
    named = {"FRAMING_SPOOL": str(folder)} if spool else {}
    with watched(watch, 1, FRAMING_ROOM_KEY="k" * 40, **named) as (port, session):
        kept = asyncio.run(handed_over(f"127.0.0.1:{port}", session, folder))
        wait_for(lambda: not [*folder.iterdir()])
    calls = watch.calls()
    assert kept == ([LARGE.data] if spool else [])
    assert outside(calls) == [], around(calls)
    assert all(path.is_relative_to(folder) for path in map(Path, written(calls)))
    assert bool(written(calls)) == spool


async def handed_over(at: str, session: str, folder: Path) -> list[bytes]:
    """What lies in the folder while the coach has an original, before the room is closed."""
    base = f"http://{at}/"
    links = await asyncio.to_thread(open_room, base)
    async with together(base, links, session=session) as (coach, sitter, _):
        shown = PictureTaken(id=ONE, burst="b", number=1, width=4, height=3, bytes=len(LARGE.data), preview="AAAA")
        await sitter.say(**shown.model_dump())
        await coach.until(lambda: bool(coach.room["pictures"]))
        await coach.say("originals", ids=[ONE])
        await sitter.until(lambda: any(one["asked"] for one in sitter.room["pictures"]))
        await asyncio.to_thread(Browser(at, session).send, ONE, LARGE, PIECE)
        await sitter.say("sent", id=ONE, state="here", share=1.0)
        await coach.until(lambda: coach.room["pictures"][0]["state"] == "here")
        headers = {"X-Framing-Room": f"{links['id']}.{links['coach']}.{badge(coach)}"}
        answer = await asyncio.to_thread(
            lambda: Browser(at).ask("GET", f"/guide/room/originals/{ONE}", **headers)
        )  # fmt: skip
        assert answer.body == LARGE.data
        kept = [path.read_bytes() for path in folder.rglob("o.*")]
        await coach.say("close")
        await coach.until(lambda: bool(coach.all_of("over")))
    return kept


def badge(somebody: Person) -> str:
    return str(somebody.all_of("welcome")[0]["me"])


async def lived(base: str) -> None:
    """A room with a picture in it, from its beginning to its end."""
    links = await asyncio.to_thread(open_room, base)
    async with together(base, links, 1) as (coach, sitter, _):
        shown = PictureTaken(id=ONE, burst="b", number=1, width=64, height=48, bytes=9, preview="AAAA")
        await sitter.say(**shown.model_dump())
        await coach.until(lambda: bool(coach.all_of("picture")))
        await coach.say("pin", cue=None, words="Chin up")
        await coach.say("close")
        await coach.until(lambda: bool(coach.all_of("over")))
