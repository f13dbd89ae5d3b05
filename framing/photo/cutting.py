"""What is handed over of a photograph, cut from it at its full size."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from framing.delivery import Delivery
from framing.jpeg import delivered
from framing.photo.opening import region
from framing.types import Image, Viewfinder


def cut_out(source: Path | bytes, name: str | None, size: tuple[int, int], delivery: Delivery) -> Image:
    """The delivery's window in the delivery's size, of a photograph of that (width, height); sRGB (height, width, 3).

    Raises what `open_photo` does.
    """
    window, (width, height) = delivery.window, size
    box = (window.left / width, window.top / height, window.width / width, window.height / height)
    pixels = region(source, name, box)
    return delivered(pixels, replace(delivery, window=Viewfinder.whole(pixels)))
