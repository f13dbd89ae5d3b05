"""What the page hands a camera's frames to."""

from __future__ import annotations

from typing import Protocol

from av import VideoFrame


class Stream(Protocol):
    """Takes frames and gives back what is to be shown; a Session, or a stand-in that guides nobody."""

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame to show."""
        ...

    def rest(self) -> None:
        """The frames have ended."""
        ...

    def sit(self) -> bool:
        """Whether there is a place for this page, which is then held."""
        ...
