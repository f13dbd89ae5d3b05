"""Where originals wait: the limit, and what a folder holds before, during and after."""

import asyncio
from pathlib import Path

import pytest

from framing.errors import NoRoom, SettingsError
from framing.hub.box import Box, Folder, Memory, box, hashed

ONE, OTHER = "o." + "1" * 32, "o." + "2" * 32


@pytest.fixture(params=["memory", "folder"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Box:
    return Memory(most=10) if request.param == "memory" else Folder(tmp_path, most=10)


def test_what_is_put_in_comes_out_until_it_is_dropped_or_the_room_ends(kept: Box) -> None:
    async def tried() -> list[bytes | None]:
        await kept.put("room", ONE, b"one")
        await kept.put("room", OTHER, b"other")
        found = [await kept.get("room", ONE), await kept.get("elsewhere", ONE)]
        await kept.drop("room", ONE)
        found += [await kept.get("room", ONE), await kept.get("room", OTHER)]
        await kept.end("room")
        return [*found, await kept.get("room", OTHER)]

    assert asyncio.run(tried()) == [b"one", None, None, b"other", None]


def test_more_than_the_limit_is_refused_and_there_is_room_again_once_something_has_gone(kept: Box) -> None:
    async def tried() -> None:
        await kept.put("room", ONE, b"12345")
        await kept.put("room", ONE, b"1234567")  # in its own place
        with pytest.raises(NoRoom):
            await kept.put("other room", OTHER, b"1234")
        await kept.end("room")
        await kept.put("other room", OTHER, b"1234")

    asyncio.run(tried())


def test_a_folder_is_cleared_of_what_a_server_left_that_has_died_and_of_nothing_else(tmp_path: Path) -> None:
    old = tmp_path / f"room-{hashed('old')}"
    for path in (old, tmp_path / "room-service"):
        path.mkdir()
        (path / ONE).write_bytes(b"left")
    (tmp_path / "mine.txt").write_text("not the guide's")
    folder = Folder(tmp_path)
    asyncio.run(folder.put("secret-id", ONE, b"new"))
    names = {path.name for path in tmp_path.iterdir()}
    assert old.name not in names
    assert {"mine.txt", "room-service"} <= names
    assert not any("secret-id" in name for name in names)


def test_when_a_room_ends_its_own_files_go_from_the_folder_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("not the guide's")
    folder = Folder(tmp_path)

    async def tried() -> bytes | None:
        await folder.put("room", ONE, b"one")
        await folder.put("other room", OTHER, b"other")
        await folder.end("room")
        await folder.end("a room that has kept nothing")
        return await folder.get("other room", OTHER)

    assert asyncio.run(tried()) == b"other"
    assert {path.name for path in tmp_path.iterdir()} == {"mine.txt", f"room-{hashed('other room')}"}


@pytest.mark.parametrize("settings", [{"FRAMING_SPOOL_MB": "0"}, {"FRAMING_SPOOL_MB": "a"}, {"FRAMING_SPOOL": "/none"}])
def test_a_setting_that_makes_no_sense_becomes_one_sentence(settings: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="FRAMING_SPOOL"):
        box(settings)
