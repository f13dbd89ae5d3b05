"""A slot between two threads that keeps only the newest thing put into it."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Mailbox(Generic[T]):
    """Putting never waits and replaces what was there, so that a slow reader never builds up a backlog."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._item: T | None = None
        self._closed = threading.Event()

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self._closed.is_set()

    def put(self, item: T) -> None:
        """Leave the newest item; one that nobody took is forgotten."""
        with self._changed:
            self._item = item
            self._changed.notify()

    def wait(self) -> bool:
        """Whether there is an item, once there is one; False once the mailbox is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self.closed)
            return not self.closed

    def take(self) -> T | None:
        """The newest item, waiting until there is one; None once the mailbox is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self.closed)
            item, self._item = self._item, None
            return None if self.closed else item

    def closes_within(self, seconds: float) -> bool:
        """Whether it is closed within that many seconds: a pause that ends early once it is closed."""
        return self._closed.wait(max(0.0, seconds))

    def close(self) -> None:
        """Wake every reader with nothing; no item can be taken any more."""
        self._closed.set()
        with self._changed:
            self._changed.notify_all()
