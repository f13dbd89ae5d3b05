"""Where previews and originals wait for the coach: in memory, or in a folder that the owner of the server has named."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from framing.errors import NoRoom, SettingsError, WriteError
from framing.types.message import filled
from framing.writing import save

SPOOL = "FRAMING_SPOOL"
SPOOL_MB = "FRAMING_SPOOL_MB"
MEMORY = 500  # MB of all rooms together, where nothing else is said
FOLDER = 5000  # MB in a folder
_OURS = re.compile("room-[0-9a-f]{32}")  # how a room's folder is called; all else there is the owner's


class Box(Protocol):
    """Files of rooms; `name` is a kind, a full stop and the picture's id."""

    async def put(self, room: str, name: str, data: bytes) -> None:
        """Keep it. Raises NoRoom where there is none, WriteError or HubError where it cannot be kept."""

    async def get(self, room: str, name: str) -> bytes | None:
        """It; None where it is not there."""

    async def drop(self, room: str, name: str) -> None:
        """Let go of it, if it is there."""

    async def end(self, room: str) -> None:
        """Let go of all that the room has."""


class Limit:
    """How many bytes of which file are kept, and how many may be."""

    def __init__(self, most: float) -> None:
        self._most = most
        self._sizes: dict[str, dict[str, int]] = {}

    def take(self, room: str, name: str, size: int) -> None:
        """Note the file. Raises NoRoom where it is too much."""
        others = sum(sum(files.values()) for files in self._sizes.values()) - self._sizes.get(room, {}).get(name, 0)
        if others + size > self._most:
            found = "more pictures than it keeps"
            raise NoRoom("room on the server for one more original", found, "download those that are there first")
        self._sizes.setdefault(room, {})[name] = size

    def leave(self, room: str, name: str) -> None:
        """It is no longer there."""
        self._sizes.get(room, {}).pop(name, None)

    def end(self, room: str) -> None:
        """Nothing of that room is."""
        self._sizes.pop(room, None)


class Memory:
    """Keeps files in this process."""

    def __init__(self, most: float = MEMORY * 1e6) -> None:
        self._files: dict[str, dict[str, bytes]] = {}
        self._limit = Limit(most)

    async def put(self, room: str, name: str, data: bytes) -> None:
        """Keep it."""
        self._limit.take(room, name, len(data))
        self._files.setdefault(room, {})[name] = data

    async def get(self, room: str, name: str) -> bytes | None:
        """It, or None."""
        return self._files.get(room, {}).get(name)

    async def drop(self, room: str, name: str) -> None:
        """Let go of it."""
        self._limit.leave(room, name)
        self._files.get(room, {}).pop(name, None)

    async def end(self, room: str) -> None:
        """Let go of all."""
        self._limit.end(room)
        self._files.pop(room, None)


class Folder:
    """Keeps files in a folder of the server, each room's in one of its own; nothing there bears the room's id."""

    def __init__(self, path: Path, most: float = FOLDER * 1e6) -> None:
        self._path, self._limit, self._begun = path, Limit(most), False

    async def put(self, room: str, name: str, data: bytes) -> None:
        """Keep it."""
        if not self._begun:
            self._begun = True
            await asyncio.to_thread(self._clear)
        self._limit.take(room, name, len(data))
        try:
            await asyncio.to_thread(self._write, self._file(room, name), data)
        except (OSError, WriteError) as error:
            self._limit.leave(room, name)
            expected, found = "a folder on the server that can be written to", "one that cannot"
            raise WriteError(expected, found, "tell who runs the guide") from error  # its path is not the sitter's

    async def get(self, room: str, name: str) -> bytes | None:
        """It, or None."""
        try:
            return await asyncio.to_thread(self._file(room, name).read_bytes)
        except OSError:
            return None

    async def drop(self, room: str, name: str) -> None:
        """Delete it."""
        self._limit.leave(room, name)
        await asyncio.to_thread(self._file(room, name).unlink, missing_ok=True)

    async def end(self, room: str) -> None:
        """Delete all."""
        self._limit.end(room)
        await asyncio.to_thread(shutil.rmtree, self._of(room), ignore_errors=True)

    def _clear(self) -> None:
        """Delete what rooms of a server that has ended have left."""
        for one in self._path.iterdir():
            if _OURS.fullmatch(one.name):
                shutil.rmtree(one, ignore_errors=True)

    def _of(self, room: str) -> Path:
        return self._path / f"room-{hashed(room)}"

    def _file(self, room: str, name: str) -> Path:
        return self._of(room) / name

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        save(path, data)


def hashed(room: str) -> str:
    """What stands for a room where its id, which is half of its link, should not be read."""
    return hashlib.sha256(room.encode()).hexdigest()[:32]


def limit(environment: Mapping[str, str]) -> float:
    """How many bytes are kept. Raises SettingsError for what is no number of megabytes."""
    said = environment.get(SPOOL_MB, "").strip()
    if not said:
        return (FOLDER if environment.get(SPOOL, "").strip() else MEMORY) * 1e6
    if not re.fullmatch(r"[1-9]\d{0,6}", said):
        expected = filled("a whole number of megabytes in {variable}", variable=SPOOL_MB)
        raise SettingsError(expected, repr(said[:40]), "correct or unset it and start the guide again")
    return float(said) * 1e6


def box(environment: Mapping[str, str]) -> Box:
    """As the environment says. Raises SettingsError for a limit that is none, or a folder that is not there."""
    most, path = limit(environment), environment.get(SPOOL, "").strip()
    if not path:
        return Memory(most)
    if not Path(path).is_dir():
        expected = filled("a folder in {variable}", variable=SPOOL)
        raise SettingsError(expected, "none of that name", "make it, or unset the variable, and start the guide again")
    return Folder(Path(path), most)
