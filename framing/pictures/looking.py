"""Looking at pictures, one at a time for the whole process: sitters who are guided meanwhile need the machine too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from framing.errors import FramingError
from framing.perceive import Eyes

T = TypeVar("T")

WARM = 60.0  # seconds that the models wait for the next picture; then their memory is given back


class Looking:
    """A thread with eyes for photographs, both there while they are needed."""

    def __init__(self, open_eyes: Callable[[], Eyes], warm: float = WARM) -> None:
        self._open_eyes, self._warm = open_eyes, warm
        self._thread: ThreadPoolExecutor | None = None
        self._under_way: dict[Hashable, Future[Any]] = {}
        self._retire: threading.Timer | None = None
        self._eyes: Eyes | None = None  # touched in the thread alone
        self._lock = threading.Lock()

    def ask(self, what: Hashable, look: Callable[[Eyes], T]) -> Future[T]:
        """What comes of that look once it is its turn; who asks for the same thing meanwhile shares it."""
        with self._lock:
            under_way = self._under_way.get(what)
            if under_way is not None:
                return under_way
            if self._retire is not None:
                self._retire.cancel()
            self._thread = self._thread or ThreadPoolExecutor(1, "framing pictures")
            future = self._under_way[what] = self._thread.submit(self._look, look)
        future.add_done_callback(lambda _: self._over(what))
        return future

    def close(self) -> None:
        """End the thread once the look under way is over, and close the eyes."""
        with self._lock:
            thread, self._thread = self._thread, None
            if self._retire is not None:
                self._retire.cancel()
        if thread is not None:
            thread.submit(self._close_eyes)
            thread.shutdown()

    def _look(self, look: Callable[[Eyes], T]) -> T:
        self._eyes = self._eyes or self._open_eyes()
        try:
            return look(self._eyes)
        except FramingError:  # of the picture
            raise
        except Exception:  # of the eyes, which may fail again
            self._close_eyes()
            raise

    def _close_eyes(self) -> None:
        eyes, self._eyes = self._eyes, None
        if eyes is not None:
            eyes.close()

    def _over(self, what: Hashable) -> None:
        with self._lock:
            self._under_way.pop(what, None)
            if self._under_way or self._thread is None:
                return
            self._retire = threading.Timer(self._warm, self.close)
            self._retire.daemon = True
            self._retire.start()


def _still_eyes() -> Eyes:
    """The models; importing them takes a second, so it is done in the thread that first needs them."""
    from framing.perceive.still_eyes import StillEyes

    return StillEyes()


LOOKING = Looking(_still_eyes)
"""The eyes for pictures of this process."""
