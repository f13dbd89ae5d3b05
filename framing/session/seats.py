"""How many people one server guides at a time: each keeps models in memory and a core busy."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Mapping
from reprlib import repr as short

from framing.errors import SettingsError
from framing.types.message import filled

MAX_SESSIONS = "FRAMING_MAX_SESSIONS"
MOST = 1000  # sessions, past any machine


class Seats:
    """A fixed number of seats; a guided stream holds one from its first frame until its models are closed."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._taken = 0
        self._lock = threading.Lock()

    @property
    def left(self) -> int:
        """Seats that nobody holds, 0..limit."""
        return self.limit - self._taken

    def take(self) -> bool:
        """Whether there was a seat to take; give it back with `free`."""
        with self._lock:
            if self._taken >= self.limit:
                return False
            self._taken += 1
            return True

    def free(self) -> None:
        """Give a seat back."""
        with self._lock:
            self._taken -= 1


def max_sessions(environment: Mapping[str, str]) -> int:
    """How many people are guided at once, 1 to 1000; 4 unless asked otherwise.

    Raises SettingsError when the value is not such a number.
    """
    value = environment.get(MAX_SESSIONS) or "4"
    # Its length first: Python refuses to read a number of more than 4,300 digits.
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(MOST)) and 1 <= int(value) <= MOST):
        raise SettingsError(
            filled("a whole number from 1 to {most:d} in {variable}", most=MOST, variable=MAX_SESSIONS),
            short(value),
            "correct or unset it and start the guide again",
        )
    return int(value)


@functools.cache
def shared_seats() -> Seats:
    """The seats of this process. Raises SettingsError when FRAMING_MAX_SESSIONS makes no sense."""
    return Seats(max_sessions(os.environ))
