"""A camera's raw file: its full-size preview, developed by the camera itself, or else its own pixels developed here."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import numpy as np
import rawpy
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo.metadata import HEAD, colours
from framing.photo.upright import LONGEST, Box, Size, upright
from framing.types import Image
from framing.types.message import filled

_NEAR = 0.8  # of the sensor's longer side: a preview cut to another shape in the camera still counts as full size
_FINE = 30_000_000  # pixels; a larger sensor is developed at half its size, which leaves every crop pixels enough
_BURNT = 0.001  # share of the pixels that become white
_TURNS = {3: 3, 5: 8, 6: 6}  # LibRaw's flip as EXIF's orientation


def developed(source: Path | bytes, name: str, box: Box | None) -> tuple[Image, Size]:
    """As `upright` does it, of a raw file. Raises PhotoError where neither preview nor sensor can be read.

    Developed plainly: the camera's white balance, sRGB, as bright as leaves a thousandth of the pixels white, for how
    bright a raw file becomes is still open (docs/files.md, "Raw").
    """
    try:
        with rawpy.imread(str(source) if isinstance(source, Path) else BytesIO(source)) as raw:
            turn = _TURNS.get(raw.sizes.flip, 1)
            preview = _preview(raw)
            if preview is not None:
                return _shown(preview, raw, name, box, turn)
            return _from_sensor(raw, name, box, turn)
    except rawpy.LibRawUnsufficientMemoryError as error:
        raise MemoryError from error
    except (rawpy.LibRawError, rawpy.NotSupportedError) as error:
        found = filled("{name}, of which it cannot", name=name)
        raise PhotoError("a raw file whose full picture can be read", found, "export it as JPEG") from error


def _preview(raw: rawpy.RawPy) -> bytes | None:
    """The JPEG that the camera made, where it is about as large as what the sensor gives; never a thumbnail."""
    try:
        preview = raw.extract_thumb()
    except (rawpy.LibRawError, rawpy.NotSupportedError):
        return None
    if preview.format is not rawpy.ThumbFormat.JPEG or not isinstance(preview.data, bytes):
        return None
    try:
        with Pillow.open(BytesIO(preview.data), formats=("JPEG",)) as picture:
            large = max(picture.size) >= _NEAR * max(raw.sizes.width, raw.sizes.height)
    except (OSError, SyntaxError):
        return None
    return preview.data if large else None


def _shown(preview: bytes, raw: rawpy.RawPy, name: str, box: Box | None, turn: int) -> tuple[Image, Size]:
    with Pillow.open(BytesIO(preview), formats=("JPEG",)) as picture:
        wide = raw.sizes.width > raw.sizes.height
        if turn in (6, 8) and wide != (picture.width > picture.height):
            turn = 1  # the camera has turned it already
        return upright(picture, name, colours(picture, preview[:HEAD]), box, turn)


def _from_sensor(raw: rawpy.RawPy, name: str, box: Box | None, turn: int) -> tuple[Image, Size]:
    across, down = raw.sizes.iwidth, raw.sizes.iheight
    large = across * down > _FINE
    half = large or (box is None and max(across, down) >= 2 * LONGEST)
    pixels = raw.postprocess(
        half_size=half,
        user_flip=0,
        use_camera_wb=True,
        auto_bright_thr=_BURNT,
        gamma=(2.4, 12.92),
        output_color=rawpy.ColorSpace.sRGB,
    )
    seen, size = upright(Pillow.fromarray(np.ascontiguousarray(pixels)), name, None, box, turn)
    if half and not large:  # a part of it will be developed at full size
        size = (down, across) if turn >= 5 else (across, down)
    return seen, size
