"""The sample as a stream: drawn in a thread of its own and guided as a camera's pictures are."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from framing.carriers.painted import painted
from framing.carriers.sample.path import path, view
from framing.session.log_once import LogOnce
from framing.session.mailbox import Mailbox
from framing.session.session import Session
from framing.types import Image

FPS = 15


class SampleStream:
    """Stands where a camera would, for one session; its thread lives from the first picture asked for until `end`."""

    def __init__(self, session: Session, show: Callable[[Image], None]) -> None:
        """`show` is called with each painted picture, in the sample's own thread."""
        self.session, self._show = session, show
        self._moments: Mailbox[float] | None = None
        self._lock = threading.Lock()
        self._report = LogOnce(logging.getLogger(__name__))

    def ask(self, seconds: float) -> None:
        """Draw the picture of that moment of the sample next; never waits."""
        if self.session.closed:  # a browser that left without a goodbye is still sent pictures for half a minute
            self.end()
            return
        with self._lock:
            if self._moments is None:
                self._moments = Mailbox()
                threading.Thread(target=self._draw, args=[self._moments], name="framing sample", daemon=True).start()
            self._moments.put(seconds)

    def end(self) -> None:
        """The viewer has pressed Stop or gone: the thread ends and the session rests. Asking again starts again."""
        with self._lock:
            if self._moments is not None:
                self._moments.close()
            self._moments = None

    def _draw(self, moments: Mailbox[float]) -> None:
        while (seconds := moments.take()) is not None:
            try:
                time.sleep(self.session.pause())
                pixels = view(path(seconds))
                picture = self.session.offer(pixels, time.monotonic())
                self._show(pixels if picture is None else painted(picture, self.session.settings.viewer))
            except Exception as error:  # noqa: BLE001 - one picture that fails must not end the sample
                self._report(error)
        if self._moments is None:  # it has not been started again meanwhile
            self.session.rest()
