"""The sample as a stream: drawn in a thread of its own, guided like a camera's frames, handed over when asked for."""

from __future__ import annotations

import threading
import time
from fractions import Fraction

from av import VideoFrame

from framing.live.convert import decoded
from framing.live.sample import path, view
from framing.live.session import Session

FPS = 15
_FORSAKEN = 2.0  # seconds in which nobody asked for a frame: the viewer has gone


class SampleStream:
    """Stands where a camera would. The thread runs while somebody asks for frames, and rests the session afterwards.

    The WebRTC library asks on the event loop that serves every page, so a call only hands over what is ready.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._newest = decoded(view(path(0.0)), 0)
        self._asked = 0.0
        self._thread: threading.Thread | None = None

    def __call__(self, _pts: int, _time_base: Fraction) -> VideoFrame:
        """The newest guided frame; the library stamps it with its own time."""
        self._asked = time.monotonic()
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name="framing sample", daemon=True)
            self._thread.start()
        return self._newest

    def _run(self) -> None:
        began = due = time.monotonic()
        number = 0
        while due - self._asked < _FORSAKEN and not self._session.closed:
            number += 1
            self._newest = self._session.on_frame(decoded(view(path(due - began)), number))
            due = max(due + 1.0 / FPS, time.monotonic())
            time.sleep(max(0.0, due - time.monotonic()))
        self._session.rest()
