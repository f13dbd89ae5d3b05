"""A browser's frames on their way to a session over WebRTC."""

from __future__ import annotations

import logging
import time
from typing import Protocol

from av import VideoFrame

from framing.carriers.webrtc.convert import to_pixels
from framing.session.log_once import LogOnce
from framing.session.session import Session


class Stream(Protocol):
    """Takes frames; a Guided, or a stand-in that guides nobody."""

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame as it came."""
        ...

    def rest(self) -> None:
        """The frames have ended."""
        ...

    def sit(self) -> bool:
        """Whether there is a place for this page, which is then held."""
        ...


class Guided:
    """The frames of one session's camera."""

    def __init__(self, session: Session) -> None:
        self.session, self.sit = session, session.sit
        self._brought = -1  # what the session had counted after our newest frame
        self._report = LogOnce(logging.getLogger(__name__))

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame as it came, handed to the session on its way; nothing is sent back to the browser.

        Without a seat no work is done for it.
        """
        session = self.session
        try:
            if (pause := session.pause()) > 0.0:
                time.sleep(pause)
            moment = time.monotonic()
            if session.admits(frame.width, frame.height):
                session.offer(to_pixels(frame), moment)
                self._brought = session.frames
        except Exception as error:  # noqa: BLE001 - an exception here ends the stream for good, silently
            self._report(error)
        return frame

    def rest(self) -> None:
        """The frames have ended: the session rests, unless another carrier has gone on since."""
        if self.session.frames == self._brought:
            self.session.rest()
