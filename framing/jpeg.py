"""A picture as a JPEG file: sRGB with its profile, upright, with its print size and its moment."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import numpy as np
from PIL import ExifTags, ImageCms
from PIL import Image as Pillow

from framing.delivery import DPI, Delivery
from framing.types import Image

_QUALITY = 95
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()  # some 600 bytes that say what is meant
_UPRIGHT, _INCH, _IS_SRGB, _CENTRED = 1, 2, 1, 1  # of Orientation, ResolutionUnit, ColorSpace, YCbCrPositioning
_VERSION, _FLASHPIX = b"0232", b"0100"  # of Exif, where offsets from UTC exist since 2.31, and what it asks for beside


def delivered(pixels: Image, delivery: Delivery) -> Image:
    """The delivery's window of a picture in the delivery's size, untouched where that is its own."""
    window, size = delivery.window, delivery.size
    right, bottom = window.left + window.width, window.top + window.height
    if size == (window.width, window.height):
        return pixels[window.top : bottom, window.left : right].copy()
    box = (window.left, window.top, right, bottom)
    return np.array(Pillow.fromarray(pixels).resize(size, Pillow.Resampling.LANCZOS, box=box))


def jpeg(picture: Image, dpi: int = DPI, taken: datetime | None = None, xmp: bytes = b"") -> bytes:
    """The sRGB picture (height, width, 3) as a JPEG; no more in it than how it is stored, when it was taken, and `xmp`.

    docs/photograph.md, "What a file says" lists what is written.
    """
    data = BytesIO()
    said = {"xmp": xmp} if xmp else {}
    how = {"quality": _QUALITY, "subsampling": "4:4:4", "dpi": (dpi, dpi), "icc_profile": _SRGB}
    Pillow.fromarray(picture).save(data, "JPEG", **how, exif=_exif(picture, dpi, taken), **said)
    return data.getvalue()


def small_jpeg(picture: Image, longest: int, quality: int) -> bytes:
    """A copy to be looked at on a screen: an sRGB JPEG of at most that many pixels a side, quality 1 to 95."""
    copy = Pillow.fromarray(picture)
    copy.thumbnail((longest, longest), Pillow.Resampling.LANCZOS)
    data = BytesIO()
    copy.save(data, "JPEG", quality=quality)
    return data.getvalue()


def _exif(picture: Image, dpi: int, taken: datetime | None) -> Pillow.Exif:
    base, more, exif = ExifTags.Base, ExifTags.IFD.Exif, Pillow.Exif()
    exif.update({
        base.Orientation: _UPRIGHT, base.ResolutionUnit: _INCH, base.XResolution: dpi, base.YResolution: dpi,
        base.YCbCrPositioning: _CENTRED, base.Software: "Framing guide",
    })  # fmt: skip
    height, width = picture.shape[:2]
    told: dict[int, int | str | bytes] = {
        base.ExifVersion: _VERSION, base.FlashPixVersion: _FLASHPIX, base.ColorSpace: _IS_SRGB,
        base.ExifImageWidth: width, base.ExifImageHeight: height,
    }  # fmt: skip
    if taken is not None:
        moment, split = f"{taken:%Y:%m:%d %H:%M:%S}", f"{taken.microsecond // 1000:03d}"
        told |= {base.DateTimeOriginal: moment, base.DateTimeDigitized: moment}
        told |= {base.SubsecTimeOriginal: split, base.SubsecTimeDigitized: split}
        if taken.tzinfo is not None:
            offset = _offset(taken)
            told |= {base.OffsetTimeOriginal: offset, base.OffsetTimeDigitized: offset}
    exif.get_ifd(more).update(told)
    return exif


def _offset(moment: datetime) -> str:
    """The offset from UTC in hours and minutes: "+01:00"."""
    written = f"{moment:%z}"
    return f"{written[:3]}:{written[3:5]}"
