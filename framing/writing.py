"""Files written whole or not at all: what fails leaves neither half a file nor its traces."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from framing.errors import WriteError


def save(path: Path, data: bytes) -> None:
    """Put the data there at once, over an older file of that name. Raises WriteError; then nothing has changed."""
    there = path.resolve()  # a link goes on pointing to the file that it names
    if there.exists() and not there.is_file():
        raise WriteError("a file to write to", f"{path}, which is a folder, a pipe or a device", "name a file")
    part = there.with_name(f".{secrets.token_hex(8)}.part")  # in the same folder, since a rename stays on one disk
    try:
        try:
            with part.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())  # a disk on the network may say only now that it is full
            part.replace(there)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _refused(path, error) from error


def make_folder(folder: Path) -> None:
    """See to it that the folder is there and can be written to. Raises WriteError where it cannot."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{secrets.token_hex(8)}.part"
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        raise _refused(folder, error) from error


def _refused(path: Path, error: OSError) -> WriteError:
    return WriteError("a place that can be written to", f"{path}: {error.strerror or error}", "choose another place")
