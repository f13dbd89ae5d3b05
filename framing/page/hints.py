"""What to say of the camera itself: a picture turned the wrong way, or one too small for its use."""

from __future__ import annotations

from typing import NamedTuple

from framing.delivery import deliver
from framing.session.settings import viewfinder
from framing.types import Absent, Message, Preset, filled

BUSY: Message = "This computer is busy just now: the guide looks less often, and everybody gets the same share."
HALF = 0.5  # of the camera's picture: less is kept than thrown away
FEW = 0.5  # of the pixels that a use wants along its height: beneath, a picture is soft beside others


class Hint(NamedTuple):
    """A sentence, and whether it helps only where the camera can be turned."""

    text: Message
    phone: bool


def hint(size: tuple[int, int] | None, preset: Preset) -> Hint | None:
    """The first thing to mend about a camera that gives pictures of that size; None when nothing is to be said."""
    if size is None:
        return None
    width, height = size
    kept = viewfinder(width, height, preset)
    if kept.width * kept.height < HALF * width * height and (width > height) != (preset.aspect > 1.0):
        upright = "Turn the camera upright: {use} would use less than half of its picture."
        level = "Turn the camera on its side: {use} would use less than half of its picture."
        return Hint(filled(upright if preset.aspect <= 1.0 else level, use=preset.title), phone=True)
    if kept.height < FEW * preset.pixels[1] and height < 720:
        found = deliver(kept, preset)
        only = "This camera gives only {width:d}×{height:d}: a picture of {words}."
        why_not = "This camera gives only {width:d}×{height:d}. {words}."
        words = found.why if isinstance(found, Absent) else found.words
        said = filled(why_not if isinstance(found, Absent) else only, width=width, height=height, words=words)
        return Hint(said, phone=False)
    return None
