"""What a server with a room asks of the system: whom it talks to, what it runs and what it writes."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from framing.lab.rigs.room_people import open_room, together
from framing.room.asked import PictureTaken
from tests.watch import Watch, around, outside, programs, written

ROOT = Path(__file__).parents[2]
ONE = "1" * 32


@pytest.mark.parametrize("named", [True, False], ids=["its key is named", "its key is kept"])
def test_a_room_reaches_nobody_runs_no_program_and_writes_nothing_but_its_key(tmp_path: Path, named: bool) -> None:
    watch, data = Watch(tmp_path), tmp_path / "data"
    environment = {
        **os.environ, "PYTHONDONTWRITEBYTECODE": "1", "FRAMING_DATA": str(data),
        "FRAMING_ROOM_KEY": "k" * 40 if named else "",
    }  # fmt: skip
    command = [*watch.before, sys.executable, "-m", "framing.lab.rigs.rooms_app", "0"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            base = f"http://127.0.0.1:{server.stdout.readline().strip()}/"
            asyncio.run(lived(base))
        finally:
            server.terminate()
    calls = watch.calls()
    assert outside(calls) == [], around(calls)
    assert {name for name in programs(calls) if not name.startswith("python")} == set()
    assert {Path(path).parent for path in written(calls)} <= (set() if named else {data})
    assert [path.name for path in data.glob("*")] == ([] if named else ["room.key"])


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
