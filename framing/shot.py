"""One picture that was taken: the camera's own frame, what the use cuts out of it, and the files made of both."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import numpy as np
from PIL import Image as Pillow
from PIL import ImageCms

from framing.delivery import DPI, Delivery, as_cut, deliver
from framing.types import Absent, Frame, Image, Message, Preset, Viewfinder

_TAKEN, _DIGITISED, _SOFTWARE, _EXIF = 36867, 36868, 305, 34665  # EXIF tags
_QUALITY = 95
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()  # some 600 bytes that say what is meant


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """An unmirrored frame as it came from the camera, with the viewfinder, the use and the time of day it had."""

    pixels: Image
    viewfinder: Viewfinder
    preset: Preset | None
    taken: datetime

    @property
    def frame(self) -> Frame:
        """The frame for the chain to look at."""
        return Frame(self.pixels, self.viewfinder)

    @property
    def delivery(self) -> Delivery:
        """How its cut is handed over; in its own pixels where that is too few for its use (`why_not` says so)."""
        found = deliver(self.viewfinder, self.preset)
        return as_cut(self.viewfinder) if isinstance(found, Absent) else found

    @property
    def why_not(self) -> Message | None:
        """Why the cut cannot serve its use; None where it can."""
        found = deliver(self.viewfinder, self.preset)
        return found.why if isinstance(found, Absent) else None


def cut(shot: Shot) -> Image:
    """What the use keeps, (height, width, 3), in the size in which it is handed over; all of the frame without one."""
    return delivered(shot.pixels, shot.delivery)


def delivered(pixels: Image, delivery: Delivery) -> Image:
    """The delivery's window of a picture in the delivery's size, untouched where that is its own."""
    window, size = delivery.window, delivery.size
    right, bottom = window.left + window.width, window.top + window.height
    if size == (window.width, window.height):
        return pixels[window.top : bottom, window.left : right].copy()
    box = (window.left, window.top, right, bottom)
    return np.array(Pillow.fromarray(pixels).resize(size, Pillow.Resampling.LANCZOS, box=box))


def jpeg(picture: Image, dpi: int = DPI, taken: datetime | None = None) -> bytes:
    """The sRGB picture as a JPEG with its print size, and no more in it than when and with what it was taken."""
    exif = Pillow.Exif()
    exif[_SOFTWARE] = "Framing guide"
    if taken is not None:
        stamp = taken.strftime("%Y:%m:%d %H:%M:%S")
        exif.get_ifd(_EXIF).update({_TAKEN: stamp, _DIGITISED: stamp})
    data = BytesIO()
    how = {"quality": _QUALITY, "subsampling": "4:4:4", "dpi": (dpi, dpi), "exif": exif, "icc_profile": _SRGB}
    Pillow.fromarray(picture).save(data, "JPEG", **how)
    return data.getvalue()


def file_name(shot: Shot) -> str:
    """The date, the time and the use, as in "2026-11-24_15-04-09_linkedin.jpg": safe on every file system."""
    return f"{shot.taken:%Y-%m-%d_%H-%M-%S}_{shot.preset.name if shot.preset else 'frame'}.jpg"


def zipped(shots: Iterable[Shot]) -> bytes:
    """All of them in one ZIP: each as its use cuts it, and the whole frame beside it; equal names are numbered."""
    data, taken = BytesIO(), set[str]()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for shot in shots:
            name = _free(file_name(shot).removesuffix(".jpg"), taken)
            archive.writestr(f"{name}.jpg", jpeg(cut(shot), shot.delivery.dpi, shot.taken))
            archive.writestr(f"{name}_whole.jpg", jpeg(shot.pixels, taken=shot.taken))
    return data.getvalue()


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    taken.add(free)
    return free
