"""A stream that nobody looks at: what the bench holds the guide's against."""

from __future__ import annotations

from av import VideoFrame


class Unguided:
    """Stands where a Session stands and hands every frame back as it came."""

    def on_frame(self, frame: VideoFrame) -> VideoFrame:
        """The frame itself."""
        return frame

    def rest(self) -> None:
        """Nothing was begun, so nothing ends."""

    def sit(self) -> bool:
        """A page that is not guided needs no seat."""
        return True
