"""Where a user's files are: those they name, and the one folder of what outlasts the guide, its key and its record."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

DATA = "FRAMING_DATA"


def user_path(path: str) -> Path:
    """The path that somebody wrote, `~` being their own folder; never raises, even for nobody's folder."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - pathlib's own raises where there is no such user


def data_folder(environment: Mapping[str, str]) -> Path:
    """The folder that FRAMING_DATA names, else the one that the system keeps for a user's data; nothing is made."""
    folder = environment.get(DATA, "").strip()
    return user_path(folder) if folder else user_data_path("framing-guide", appauthor=False)
