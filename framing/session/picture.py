"""The newest picture of a session, and where the viewfinder was that was shown with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from framing.session.look import Look
from framing.session.settings import viewfinder
from framing.shot import Shot
from framing.types import Guidance, Image, Preset, Viewfinder


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture, unmirrored and bare, with the newest look there was when it came: what a carrier paints over it."""

    pixels: Image = field(repr=False)
    viewfinder: Viewfinder
    preset: Preset | None
    look: Look

    def shot(self, preset: Preset | None) -> Shot:
        """The picture taken for that use: by the viewfinder shown with it, or by a centred one for another use."""
        height, width = self.pixels.shape[:2]
        window = self.viewfinder if self.preset == preset else viewfinder(width, height, preset)
        return taken(self.pixels, window, preset)


def shown(pixels: Image, look: Look) -> Picture:
    """The picture with the viewfinder of that look; a centred one where it was not at a picture of this size."""
    preset = look.guidance.preset if isinstance(look.guidance, Guidance) else None
    if look.judged is not None and look.judged.pixels.shape == pixels.shape:
        return Picture(pixels, look.judged.viewfinder, preset, look)
    height, width = pixels.shape[:2]
    return Picture(pixels, viewfinder(width, height, preset), preset, look)


def taken(pixels: Image, window: Viewfinder, preset: Preset | None) -> Shot:
    """The shot of a picture now; its pixels are copied, since the stream goes on."""
    return Shot(pixels.copy(), window, preset, datetime.now().astimezone())
