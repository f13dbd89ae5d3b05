"""Whose turn it is to look: on a machine with more sitters than it can look after at full pace, one after the other."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A gate through which so many looks go at once, in the order in which they were asked for.

    Each analyser asks for one look at a time, so with the gate always full each gets its turn once in a round.
    """

    def __init__(self, at_once: int) -> None:
        self._room = at_once
        self._waiting: deque[object] = deque()
        self._changed = threading.Condition()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._waiting)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and hold it inside."""
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
            self._changed.wait_for(lambda: self._room > 0 and self._waiting[0] is ticket)
            self._waiting.popleft()
            self._room -= 1
            self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._room += 1
                self._changed.notify_all()


# A look is the work of one core: body and mask have another one only in every third look. With one turn for two cores,
# five sitters on two cores got 4.1 looks a second each; with two turns 6.5 (docs/stage.md).
TURNS = Turns(os.cpu_count() or 1)
"""The turns of this process."""
