"""An opened picture as upright sRGB pixels: all of it, small enough to be judged, or a part of it at full size."""

from __future__ import annotations

import numpy as np
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo.colour import to_srgb
from framing.photo.metadata import orientation
from framing.types import Image
from framing.types.message import filled

SMALLEST = 64  # pixels along the shorter side, below which nothing can be read
LONGEST = 1920  # pixels along the longer side that are looked at: the models see far fewer

Box = tuple[float, float, float, float]  # left, top, width, height in fractions 0..1 of the upright picture
Size = tuple[int, int]  # width, height
_Edges = tuple[int, int, int, int]  # left, top, right, bottom in pixels

_TURNS = {
    2: Pillow.Transpose.FLIP_LEFT_RIGHT,
    3: Pillow.Transpose.ROTATE_180,
    4: Pillow.Transpose.FLIP_TOP_BOTTOM,
    5: Pillow.Transpose.TRANSPOSE,
    6: Pillow.Transpose.ROTATE_270,
    7: Pillow.Transpose.TRANSVERSE,
    8: Pillow.Transpose.ROTATE_90,
}


def upright(
    picture: Pillow.Image, name: str, profile: bytes | None, box: Box | None, turn: int | None = None
) -> tuple[Image, Size]:
    """Pixels (height, width, 3) in sRGB of the box, or of all at most LONGEST long; and the upright full size.

    `turn` is how the picture lies, as in EXIF, where something else than the picture says it. Raises PhotoError for one
    that is too small, and whatever its decoder does.
    """
    full = picture.size
    _refuse_size(full, name)
    if box is None:
        picture.draft("RGB", (LONGEST, LONGEST))  # a JPEG can be decoded smaller at once; never below this size
    picture.load()
    if turn is None:
        turn = orientation(picture)  # only now, since a TIFF is turned as it is loaded
    size = full[::-1] if turn >= 5 else full
    if box is not None:
        picture = picture.crop(_lying(_pixels(box, size), size, turn))
    flat = _flat(picture, LONGEST if box is None else None)
    pixels = to_srgb(flat, profile)
    return np.array(pixels.transpose(_TURNS[turn]) if turn in _TURNS else pixels, dtype=np.uint8), size


def _refuse_size(size: Size, name: str) -> None:
    if min(size) * min(1.0, LONGEST / max(size)) < SMALLEST:
        raise PhotoError(
            filled("at least {least:d} pixels along each side, and no strip", least=SMALLEST),
            filled("{name} with {width:d} by {height:d}", name=name, width=size[0], height=size[1]),
            "use a larger copy",
        )


def _pixels(box: Box, size: Size) -> _Edges:
    """The box in whole pixels, inside the picture, at least one pixel wide and high."""
    (left, top, width, height), (across, down) = box, size
    x, y = min(max(round(left * across), 0), across - 1), min(max(round(top * down), 0), down - 1)
    right, bottom = round((left + width) * across), round((top + height) * down)
    return x, y, min(max(right, x + 1), across), min(max(bottom, y + 1), down)


def _lying(edges: _Edges, size: Size, turn: int) -> _Edges:
    """The same part of the picture as it lies in its file; `size` is that of the upright one."""
    (left, top, right, bottom), (across, down) = edges, size
    if turn in (2, 3, 6, 7):
        left, right = across - right, across - left
    if turn in (3, 4, 7, 8):
        top, bottom = down - bottom, down - top
    return (top, left, bottom, right) if turn >= 5 else (left, top, right, bottom)


def _flat(picture: Pillow.Image, longest: int | None) -> Pillow.Image:
    """The picture without transparency (it stands on white), in mode L, RGB, CMYK or LAB, thinned to that length."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    clear = picture.has_transparency_data
    grey = picture.mode in ("1", "L", "LA", "La")
    if clear:
        picture = picture.convert("LA" if grey else "RGBA")
    elif grey or picture.mode not in ("RGB", "CMYK", "LAB"):
        picture = picture.convert("L" if grey else "RGB")
    if longest is not None:
        picture.thumbnail((longest, longest), Pillow.Resampling.BOX, reducing_gap=2.0)
    if not clear:
        return picture
    ground = Pillow.new("L" if grey else "RGB", picture.size, "white")
    ground.paste(picture.convert(ground.mode), mask=picture.getchannel("A"))
    return ground


def _eight_bits(picture: Pillow.Image) -> Pillow.Image:
    """Deep greyscale brought to 0..255: 16-bit numbers by their range, anything else by its own."""
    values = np.asarray(picture)
    if picture.mode.startswith("I;16"):
        return Pillow.fromarray((values >> 8).astype(np.uint8))
    values = np.nan_to_num(values.astype(np.float32))
    peak = float(values.max(initial=1))
    top = 65535.0 if picture.mode == "I" and 255 < peak <= 65535 else max(peak, 1.0)
    return Pillow.fromarray(np.clip(values / top * 255.0 + 0.5, 0, 255).astype(np.uint8))
