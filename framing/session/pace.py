"""How often one sitter is looked at, and whether that is too seldom to be called live."""

from __future__ import annotations

from collections import deque

WANTED = 5.0  # looks a second below which the page says that the machine is busy
ENOUGH = 6.0  # and from which on it no longer says so: a sentence must not come and go
OVER = 4.0  # seconds that are counted


class Pace:
    """The moments of the last looks; one writer, any number of readers."""

    def __init__(self) -> None:
        self._looks: deque[float] = deque(maxlen=round(OVER * 100))
        self._since: float | None = None
        self._slow = False

    def looked(self, now: float) -> None:
        """Count a look."""
        self._since = now if self._since is None else self._since
        self._looks.append(now)
        self.slow(now)

    def rate(self, now: float) -> float:
        """Looks a second over the last 4 s."""
        return sum(now - OVER < look <= now for look in list(self._looks)) / OVER

    def slow(self, now: float) -> bool:
        """Whether the looks have become too few; False until 4 s were counted."""
        if self._since is None or now - self._since < OVER:
            return False
        self._slow = self.rate(now) < (ENOUGH if self._slow else WANTED)
        return self._slow
