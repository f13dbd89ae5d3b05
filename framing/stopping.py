"""An end in order: a command that is stopped ends after what it is writing, and not in the middle of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)  # Ctrl-C, and the polite request that `kill` and a shutdown send


INTERRUPTED = 128 + signal.SIGINT  # the exit status after Ctrl-C, as shells count


class Stopped(BaseException):
    """The command shall end; not an Exception, so that nothing that goes on after errors goes on after it."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


class Stopping:
    """Raises Stopped in its `with` block when a signal comes: at once, or at the end of what has to stay whole."""

    def __init__(self) -> None:
        self._held = False
        self._came: int | None = None

    def __enter__(self) -> Self:
        """Listen from now on; in the main thread only, for Python lets no other."""
        self._before = {number: signal.signal(number, self._hear) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        """Everything as before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """What happens in here is not broken off, unless by a second signal."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        if self._came is not None:
            raise Stopped(self._came)

    def _hear(self, number: int, _: FrameType | None) -> None:
        if self._held and self._came is None:
            self._came = number
        else:
            raise Stopped(number)
