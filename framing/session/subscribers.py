"""Who is told of each new look."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from framing.session.log_once import LogOnce
from framing.session.look import Look

Listener = Callable[[Look], None]


class Subscribers:
    """Any number of listeners, told in the order in which they came; one that fails is logged and harms no other."""

    def __init__(self) -> None:
        self._listeners: tuple[tuple[object, Listener], ...] = ()
        self._lock = threading.Lock()
        self._report = LogOnce(logging.getLogger(__name__))

    def __len__(self) -> int:
        return len(self._listeners)

    @contextmanager
    def subscribed(self, listener: Listener) -> Iterator[None]:
        """Told of each look inside."""
        ticket = object()  # the same listener may subscribe twice
        with self._lock:
            self._listeners = (*self._listeners, (ticket, listener))
        try:
            yield
        finally:
            with self._lock:
                self._listeners = tuple(one for one in self._listeners if one[0] is not ticket)

    def tell(self, look: Look) -> None:
        """Call every listener with it."""
        for _, listener in self._listeners:
            try:
                listener(look)
            except Exception as error:  # noqa: BLE001 - a listener's fault must not end the guide
                self._report(error)
