"""The one folder in which the guide keeps the little that outlasts it: the key of rooms, and the school's record."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path

DATA = "FRAMING_DATA"


def data_folder(environment: Mapping[str, str]) -> Path:
    """The folder that FRAMING_DATA names, else the one that the system keeps for a user's data; nothing is made."""
    named = environment.get(DATA, "").strip()
    if not named:
        return user_data_path("framing-guide", appauthor=False)
    return Path(os.path.expanduser(named))  # noqa: PTH111 - never raises, even without a home
