"""Pictures that the guide makes itself on their way to a browser."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Protocol

import numpy as np
from av import VideoFrame

from framing.carriers.webrtc.convert import to_frame
from framing.types import Image


class Drawn(Protocol):
    """What makes pictures when it is asked to, in a thread of its own."""

    def ask(self, seconds: float) -> None:
        """Make the picture of that moment of the stream; never waits."""
        ...

    def end(self) -> None:
        """No picture is wanted any more."""
        ...


class Outlet:
    """Holds the newest picture for the WebRTC library, which asks for it on the event loop that serves every page.

    Drawing takes too long for that, so a call hands over what was drawn since the one before, and asks for the next.
    """

    def __init__(self, width: int, height: int, drawn_by: Callable[[Callable[[Image], None]], Drawn]) -> None:
        """`drawn_by` is given what each picture, RGB, is handed to."""
        self._newest = to_frame(np.zeros((height, width, 3), np.uint8)).to_ndarray()
        self.drawn = drawn_by(self._show)

    def frame(self, pts: int, time_base: Fraction) -> VideoFrame:
        """The newest picture in yuv420p; the library stamps it."""
        self.drawn.ask(float(pts * time_base))
        # A frame of its own each time: one handed over twice would get a new time stamp while it is being encoded.
        return VideoFrame.from_ndarray(self._newest, format="yuv420p")

    def end(self) -> None:
        """The viewer has pressed Stop or gone."""
        self.drawn.end()

    def _show(self, picture: Image) -> None:
        self._newest = to_frame(picture).to_ndarray()
