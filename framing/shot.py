"""One picture that was taken: the camera's own frame, what the use cuts out of it, and the files made of both."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from framing.delivery import Delivery, as_cut, deliver
from framing.jpeg import delivered, jpeg
from framing.types import Absent, Frame, Image, Message, Preset, Viewfinder


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
