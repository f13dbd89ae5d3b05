"""The key that signs what opens rooms: from the environment, else kept in the guide's folder of data."""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from framing.data import data_folder
from framing.errors import SettingsError
from framing.types.message import filled

ROOM_KEY = "FRAMING_ROOM_KEY"
LEAST = 32  # characters of a key that somebody has set
_log = logging.getLogger(__name__)


def room_key(environment: Mapping[str, str]) -> bytes:
    """The key, which the first call makes where there is none.

    Several servers that share rooms need the same one, in FRAMING_ROOM_KEY. Where nothing can be written it lasts as
    long as the process, and rooms do not outlive it. Raises SettingsError for a key that is too short.
    """
    named = environment.get(ROOM_KEY, "").strip()
    if named:
        if len(named) < LEAST:
            expected = filled("{least:d} characters or more in {variable}", least=LEAST, variable=ROOM_KEY)
            raise SettingsError(expected, "fewer", "set a longer one and start the guide again")
        return named.encode()
    path = data_folder(environment) / "room.key"
    try:
        return _kept(path)
    except OSError as error:
        _log.warning("Rooms end with this process: their key cannot be kept (%s).", error.strerror)
        return secrets.token_bytes(LEAST)


def _kept(path: Path) -> bytes:
    """The key in that file, which is made where it holds none; of processes that start together the first one's.

    `framing.writing` is not for this: the file must never be there for others to read, nor replace another's key.
    """
    for _ in range(2):
        try:
            key = path.read_bytes()
        except FileNotFoundError:
            pass
        else:
            if len(key) == LEAST:
                return key
            path.unlink(missing_ok=True)  # damaged
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f".{secrets.token_hex(8)}.part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(LEAST))
        try:
            os.link(part, path)
        except FileExistsError:
            continue
        finally:
            part.unlink()
    return path.read_bytes()
