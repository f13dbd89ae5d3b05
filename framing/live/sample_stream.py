"""The sample as a stream: drawn in a thread of its own, guided like a camera's frames, handed over when asked for."""

from __future__ import annotations

import threading
from fractions import Fraction

import numpy as np
from av import VideoFrame

from framing.live.convert import decoded, to_frame
from framing.live.mailbox import Mailbox
from framing.live.sample import path, view
from framing.live.session import Session
from framing.scenery import HEIGHT, WIDTH

FPS = 15


class SampleStream:
    """Stands where a camera would, for one session; its thread lives from the first frame asked for until `end`.

    The WebRTC library asks on the event loop that serves every page. Drawing takes too long for that, so a call hands
    over what was drawn since the one before, and asks for the next.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self._moments: Mailbox[float] | None = None
        self._lock = threading.Lock()
        self._drawn = to_frame(np.zeros((HEIGHT, WIDTH, 3), np.uint8)).to_ndarray()

    def __call__(self, pts: int, time_base: Fraction) -> VideoFrame:
        """The newest guided frame, in yuv420p; the library stamps it."""
        if self.session.closed:  # a browser that left without a goodbye is still sent frames for half a minute
            self.end()
        else:
            self._ask(float(pts * time_base))
        # A frame of its own each time: one handed over twice would get a new time stamp while it is being encoded.
        return VideoFrame.from_ndarray(self._drawn, format="yuv420p")

    def end(self) -> None:
        """The viewer has pressed Stop or gone: the thread ends and the session rests. Another call starts again."""
        with self._lock:
            if self._moments is not None:
                self._moments.close()
            self._moments = None

    def _ask(self, moment: float) -> None:
        with self._lock:
            if self._moments is None:
                self._moments = Mailbox()
                threading.Thread(target=self._draw, args=[self._moments], name="framing sample", daemon=True).start()
            self._moments.put(moment)

    def _draw(self, moments: Mailbox[float]) -> None:
        while (moment := moments.take()) is not None:
            frame = decoded(view(path(moment)), round(moment * 30))
            self._drawn = self.session.on_frame(frame).to_ndarray()
        if self._moments is None:  # it has not been started again meanwhile
            self.session.rest()
