"""What a carrier sends back to the screen: the picture with what the newest look draws over it."""

from __future__ import annotations

import numpy as np

from framing.overlay.paint import paint
from framing.session.picture import Picture
from framing.types import Image, Viewer


def painted(picture: Picture, viewer: Viewer) -> Image:
    """The picture in RGB, (height, width, 3), mirrored where that viewer wants it; bare until there is a look."""
    marks = picture.look.marks
    if marks is not None:
        return paint(picture.pixels, picture.viewfinder, marks)
    return np.ascontiguousarray(picture.pixels[:, ::-1]) if viewer.mirrored else picture.pixels
