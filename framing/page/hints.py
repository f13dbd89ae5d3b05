"""What to say of the camera itself: a picture turned the wrong way, or one too small for its use."""

from __future__ import annotations

from typing import NamedTuple

from framing.live.settings import viewfinder
from framing.types import Preset

HALF = 0.5  # of the camera's picture: less is kept than thrown away
ENLARGED = 2.0  # times: beyond, softness is seen beside pictures that were not enlarged


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
    times = preset.pixels[1] / kept.height
    if times > ENLARGED and height < 720:
        return Hint(
            f"This camera gives only {width}×{height}: the picture will be enlarged {times:.1f} times.", phone=False
        )
    return None
