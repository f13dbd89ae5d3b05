"""What a TIFF needs besides Pillow: the right page of several, and kinds of deep pixels that Pillow reads wrong."""

from __future__ import annotations

from typing import BinaryIO

import numpy as np
from PIL import Image as Pillow
from PIL import TiffImagePlugin

from framing.errors import PhotoError
from framing.photo.directories import full_page
from framing.types.message import filled

_BITS, _COMPRESSION, _PHOTOMETRIC, _PLANES = 258, 259, 262, 284  # tags
_WHITE_IS_ZERO, _LAB, _SEPARATE, _NONE = 0, 8, 2, 1  # their values

# Pillow knows neither Lab nor white-is-zero grey of 16 bits everywhere: they are read as other pixels of that size, and
# `mended` says what they are. Its keys are byte order, photometric, sample format, fill order, bits and extra samples.
TiffImagePlugin.OPEN_INFO.update(
    {
        (b"II", _LAB, (1,), 1, (16, 16, 16), ()): ("RGB", "RGB;16L"),
        (b"MM", _LAB, (1,), 1, (16, 16, 16), ()): ("RGB", "RGB;16B"),
        (b"MM", _WHITE_IS_ZERO, (1,), 1, (16,), ()): ("I;16B", "I;16B"),
    }
)


def turn_to_page(picture: Pillow.Image, file: BinaryIO, name: str) -> None:
    """Go to the first page that is no reduced copy. Raises PhotoError where no page can be read here."""
    page = full_page(file)
    if page is None:
        found = filled("{name}, a TIFF that shows only a reduced copy", name=name)
        raise PhotoError("a photograph", found, "export it as JPEG")
    if page:
        picture.seek(page)
    tags = picture.tag_v2  # type: ignore[attr-defined] # of the TIFF plugin
    deep = max(tags.get(_BITS, (1,))) > 8 and len(tags.get(_BITS, (1,))) > 1
    if deep and tags.get(_PLANES) == _SEPARATE and tags.get(_COMPRESSION, _NONE) == _NONE:
        found = filled("{name}, a TIFF of 16 bits with its colours in separate planes", name=name)
        raise PhotoError("a photograph", found, "save it interleaved")


def mended(picture: Pillow.Image) -> Pillow.Image:
    """The picture with the pixels that it means; loaded, and so upright, where they had to be changed."""
    photometric = picture.tag_v2.get(_PHOTOMETRIC)  # type: ignore[attr-defined] # of the TIFF plugin
    if photometric == _WHITE_IS_ZERO and picture.mode.startswith("I;16"):
        return Pillow.fromarray(65535 - np.asarray(picture).astype(np.uint16))
    if photometric == _LAB and picture.mode == "RGB":
        lightness, a, b = picture.split()
        return Pillow.merge("LAB", (lightness, _offset(a), _offset(b)))
    return picture


def _offset(signed: Pillow.Image) -> Pillow.Image:
    return signed.point([value ^ 128 for value in range(256)])
