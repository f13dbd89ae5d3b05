"""What to say of the camera itself: a picture turned the wrong way, or one too small for its use."""

from __future__ import annotations

from typing import NamedTuple

from framing.delivery import deliver
from framing.session.settings import viewfinder
from framing.types import Absent, Preset

BUSY = "This computer is busy just now: the guide looks less often, and everybody gets the same share."
HALF = 0.5  # of the camera's picture: less is kept than thrown away
FEW = 0.5  # of the pixels that a use wants along its height: beneath, a picture is soft beside others


class Hint(NamedTuple):
    """A sentence, and whether it helps only where the camera can be turned."""

    text: str
    phone: bool


def hint(size: tuple[int, int] | None, preset: Preset) -> Hint | None:
    """The first thing to mend about a camera that gives pictures of that size; None when nothing is to be said."""
    if size is None:
        return None
    width, height = size
    kept = viewfinder(width, height, preset)
    if kept.width * kept.height < HALF * width * height and (width > height) != (preset.aspect > 1.0):
        way = "upright" if preset.aspect <= 1.0 else "on its side"
        return Hint(f"Turn the camera {way}: {preset.title} would use less than half of its picture.", phone=True)
    if kept.height < FEW * preset.pixels[1] and height < 720:
        found = deliver(kept, preset)
        words = found.why if isinstance(found, Absent) else f"a picture of {found.words}"
        return Hint(f"This camera gives only {width}×{height}: {words[0].lower()}{words[1:]}.", phone=False)
    return None
