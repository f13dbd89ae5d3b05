"""The key that signs what opens rooms."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from framing.data import DATA
from framing.errors import SettingsError
from framing.hub.key import ROOM_KEY, room_key


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    where = {DATA: str(tmp_path / "new")}
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(room_key, [where] * 8))
    assert len(keys) == 1
    (path,) = (tmp_path / "new").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert room_key(where) in keys


def test_a_damaged_key_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "room.key").write_bytes(b"half")
    assert len(room_key({DATA: str(tmp_path)})) == 32
    assert room_key({DATA: str(tmp_path)}) == room_key({DATA: str(tmp_path)})


def test_where_nothing_can_be_written_there_is_a_key_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(room_key({DATA: str(tmp_path / "file")})) == 32


def test_a_key_of_the_owners_is_taken_as_it_is_and_a_short_one_is_refused_without_being_repeated() -> None:
    assert room_key({ROOM_KEY: "x" * 32}) == b"x" * 32
    with pytest.raises(SettingsError) as refused:
        room_key({ROOM_KEY: "secret"})
    assert "secret" not in str(refused.value)
