"""The newest frame of a stream, and where the viewfinder was that was shown with it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from framing.live.analyser import View
from framing.live.settings import viewfinder
from framing.shot import Shot
from framing.types import Guidance, Image, Preset, Viewfinder


class Newest(NamedTuple):
    """The newest frame, unmirrored and bare, and the viewfinder and the use that it was shown with."""

    pixels: Image
    viewfinder: Viewfinder
    preset: Preset | None

    def shot(self, preset: Preset | None) -> Shot:
        """The frame taken for that use: by the viewfinder shown with it, or by a centred one for another use."""
        height, width = self.pixels.shape[:2]
        window = self.viewfinder if self.preset == preset else viewfinder(width, height, preset)
        return taken(self.pixels, window, preset)


def shown(pixels: Image, view: View) -> Newest:
    """The frame with the viewfinder of the newest look; a centred one where none was at a picture of this size."""
    preset = view.guidance.preset if isinstance(view.guidance, Guidance) else None
    if view.judged is not None and view.judged.pixels.shape == pixels.shape:
        return Newest(pixels, view.judged.viewfinder, preset)
    height, width = pixels.shape[:2]
    return Newest(pixels, viewfinder(width, height, preset), preset)


def taken(pixels: Image, window: Viewfinder, preset: Preset | None) -> Shot:
    """The shot of a frame now; its pixels are copied, since the stream goes on."""
    return Shot(pixels.copy(), window, preset, datetime.now().astimezone())
