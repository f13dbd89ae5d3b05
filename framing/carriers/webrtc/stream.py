"""A browser's frames on their way through a session and back, painted."""

from __future__ import annotations

import logging
import time
from typing import Protocol

from av import VideoFrame

from framing.carriers.painted import painted
from framing.carriers.webrtc.convert import to_frame, to_pixels
from framing.session.log_once import LogOnce
from framing.session.session import Session


class Stream(Protocol):
    """Takes frames and gives back what is to be shown; a Guided, or a stand-in that guides nobody."""

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame to show."""
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
        self.session = session
        self.rest, self.sit = session.rest, session.sit
        self._report = LogOnce(logging.getLogger(__name__))

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame to send back, painted, in yuv420p and with the same time; as it came when anything fails.

        Without a seat too it is as it came: no work is done for a picture that the page no longer shows.
        """
        session = self.session
        try:
            if (pause := session.pause()) > 0.0:
                time.sleep(pause)
            moment = time.monotonic()
            if not session.admits(frame.width, frame.height):
                return frame
            picture = session.offer(to_pixels(frame), moment)
            if picture is None:
                return frame
            answer = to_frame(painted(picture, session.settings.viewer))
            answer.pts, answer.time_base = frame.pts, frame.time_base
        except Exception as error:  # noqa: BLE001 - an exception here ends the picture for good, silently
            self._report(error)
            return frame
        return answer
