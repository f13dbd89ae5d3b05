"""How many people one server guides at a time: each keeps models in memory and a core busy."""

from __future__ import annotations

import functools
import os
import threading

from framing.live.environment import max_sessions


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


@functools.cache
def shared_seats() -> Seats:
    """The seats of this process. Raises SettingsError when FRAMING_MAX_SESSIONS makes no sense."""
    return Seats(max_sessions(os.environ))
