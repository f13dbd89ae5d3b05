"""What one check found, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """Whether the guide can work with it: well, with a limit, or not at all."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Result(NamedTuple):
    """One line of the report; the remedy is empty where nothing is to be done."""

    name: str
    state: State
    found: str
    remedy: str = ""
