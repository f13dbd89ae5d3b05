"""The files that are made of a picture that was taken: a cut, a print sheet, the whole, and a ZIP of several."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from framing.delivery import DPI
from framing.jpeg import jpeg
from framing.photo import cut_out, region
from framing.pictures.box import share
from framing.pictures.looked import Looked
from framing.pictures.offers import Offered
from framing.pictures.sheet import drawn, laid_out
from framing.pictures.xmp import About, xmp
from framing.types import Absent, Image, Preset

_NAME = "the picture"  # what sentences call it
_WHOLE = (0.0, 0.0, 1.0, 1.0)
_READABLE = 0o644 << 16  # a Unix system's rights, where a ZIP keeps them
_NO_SHEET = Absent("A print sheet is for documents, whose prints have a size by rule")
_NO_ROOM = Absent("This document's picture is larger than the paper")


class File(NamedTuple):
    """A file, its name safe on every system."""

    name: str
    data: bytes
    taken: datetime


def cut(data: bytes, looked: Looked, offered: Offered) -> File | Absent:
    """The cut of a picture for a use, which must not be refused. Raises what `open_photo` does."""
    if offered.refused is not None:
        return Absent(offered.refused)
    pixels = cut_out(data, _NAME, looked.size, offered.delivery)
    return _file(looked, pixels, offered.delivery.dpi, offered.preset, "")


def whole(data: bytes, looked: Looked, offered: Offered | None) -> File:
    """The uncut picture, with the crop of its use and the places of the faces in it. Raises what `open_photo` does."""
    pixels = region(data, _NAME, _WHOLE)
    window = looked.window
    if offered is not None:
        window = None if offered.refused is not None else offered.delivery.window
    about = About(
        looked.announced.taken,
        size=looked.size,
        crop=None if window is None else share(window, looked.size),
        faces=looked.faces,
    )
    return _file(looked, pixels, DPI, looked.preset, "_whole", about)


def sheet(data: bytes, looked: Looked, offered: Offered, paper: str) -> File | Absent:
    """The print sheet of a document, "4x6" or "a4". Raises what `open_photo` does."""
    preset, delivery = offered.preset, offered.delivery
    if offered.refused is not None:
        return Absent(offered.refused)
    if not preset.document or preset.dpi is None:
        return _NO_SHEET
    width, height = (round(side / preset.dpi * DPI) for side in preset.pixels)
    found = laid_out(paper, (width, height))
    if found is None:
        return _NO_ROOM
    picture = cut_out(data, _NAME, looked.size, replace(delivery, size=found.picture, dpi=DPI))
    return _file(looked, drawn(found, picture), DPI, preset, f"_sheet-{paper}")


def zipped(files: Iterable[File]) -> File:
    """All of them in one ZIP; equal names are numbered."""
    data, files, names = BytesIO(), tuple(files), set[str]()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(_free(file.name, names), file.taken.timetuple()[:6])
            entry.external_attr = _READABLE
            archive.writestr(entry, file.data)
    taken = min(file.taken for file in files)
    return File(f"{_moment(taken)}_framing-guide.zip", data.getvalue(), taken)


def _file(
    looked: Looked, pixels: Image, dpi: int, preset: Preset | None, kind: str, about: About | None = None
) -> File:
    taken = looked.announced.taken
    about = about or About(taken)
    if preset is not None:
        about = replace(about, use=preset.name, title=preset.title)
    use = _safe(preset.name) if preset is not None else "picture"
    return File(f"{_moment(taken)}_{use}{kind}.jpg", jpeg(pixels, dpi, taken, xmp(about)), taken)


def _moment(taken: datetime) -> str:
    """To the millisecond, in which no camera takes two: "2026-11-24_15-04-09-123"."""
    return f"{taken:%Y-%m-%d_%H-%M-%S}-{taken.microsecond // 1000:03d}"


def _safe(name: str) -> str:
    """The name of a preset, which a user may have given, in characters that every system takes in a file's name."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")[:60] or "use"


def _free(name: str, taken: set[str]) -> str:
    stem, _, ending = name.rpartition(".")
    free, number = name, 2
    while free in taken:
        free, number = f"{stem}-{number}.{ending}", number + 1
    taken.add(free)
    return free
