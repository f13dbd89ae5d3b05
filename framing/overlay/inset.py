"""The one place where sketches become pixels: in a panel below a still."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pillow
from PIL import ImageDraw

from framing.overlay import theme
from framing.overlay.fonts import font
from framing.overlay.sketch import Blot, Ink, Sketch, Trace, Word
from framing.say import Language, translate
from framing.types import Image

TALLEST = 0.2  # of the picture's height: the panel serves the picture
AROUND = 0.14  # free room round each drawing, in its heights
SUB = 4  # bits of a pixel that OpenCV takes below the whole ones


def beneath(picture: Image, sketches: Sequence[Sketch], language: Language) -> Image:
    """The (h, w, 3) picture, and below it a panel with the drawings side by side; as it is where there are none."""
    if not sketches:
        return picture
    height, width = picture.shape[:2]
    across = sum(sketch.aspect for sketch in sketches) + AROUND * (len(sketches) + 1)
    tall = max(1, int(min(TALLEST * height, width / across)))
    panel: Image = np.full((round(tall * (1 + 2 * AROUND)), width, 3), theme.PANEL, np.uint8)
    left = (width - tall * across) / 2.0 + AROUND * tall
    for sketch in sketches:
        for shape in sketch.flat():
            _draw(panel, shape, (left, AROUND * tall), tall, language)
        left += (sketch.aspect + AROUND) * tall
    return np.concatenate([picture, panel])


def _draw(
    panel: Image, shape: Blot | Trace | Word, at: tuple[float, float], tall: int, language: Language
) -> None:
    left, top = at
    mask: NDArray[np.uint8] = np.zeros(panel.shape[:2], np.uint8)
    if isinstance(shape, Word):
        canvas = Pillow.new("L", (panel.shape[1], panel.shape[0]))
        place = (left + shape.at.x * tall, top + shape.at.y * tall)
        words = translate(language, shape.text)
        letters = font(words, max(1, round(shape.size * tall)), shape.ink is Ink.NUMBER)
        anchor = "mm" if shape.centred else "lm"
        ImageDraw.Draw(canvas).text(place, words, fill=255, font=letters, anchor=anchor)
        mask, cover = np.asarray(canvas, np.uint8), 1.0
    else:
        places = np.array(shape.points) * tall + (left, top) - 0.5  # OpenCV counts from the middle of the first pixel
        way, cover = np.round(places * (1 << SUB)).astype(np.int32), shape.cover
        if isinstance(shape, Blot):
            cv2.fillPoly(mask, [way], (255,), cv2.LINE_AA, SUB)
        else:
            cv2.polylines(mask, [way], False, (255,), max(1, round(theme.FINE * tall)), cv2.LINE_AA, SUB)
    share = mask[..., None] * (cover / 255.0)
    panel[:] = np.rint(panel * (1.0 - share) + np.array(theme.INKS[shape.ink]) * share)
