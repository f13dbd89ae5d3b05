"""What the browser says of a picture before it sends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from framing.types import Viewer, Viewfinder


@dataclass(frozen=True, slots=True)
class Announced:
    """What the browser says of a picture before it sends it."""

    size: int  # bytes, above 0
    sha256: str  # of all of them, hex
    width: int  # pixels, upright
    height: int
    use: str  # the name of the preset that it was taken for, "" for none
    window: Viewfinder | None  # the viewfinder that was shown, in pixels of the picture
    taken: datetime  # with its offset from UTC
    source: Literal["frame", "photo"]
    viewer: Viewer
