"""Any file as upright sRGB pixels, or a sentence about it. Runs in a process of its own (`worker`)."""

from __future__ import annotations

import errno
import stat
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image as Pillow
from PIL import PngImagePlugin, UnidentifiedImageError
from PIL.JpegImagePlugin import JpegImageFile

from framing.errors import PhotoError
from framing.photo import tiff
from framing.photo.directories import raw_behind
from framing.photo.metadata import HEAD, colours
from framing.photo.signatures import FORMATS, is_heif, is_raw, is_tiff, read, unread
from framing.photo.upright import Box, Size, upright
from framing.types import Image
from framing.types.message import filled

Pillow.MAX_IMAGE_PIXELS = None  # time and memory are the limits here, not pixels
PngImagePlugin.MAX_TEXT_CHUNK = 1 << 24  # bytes: a profile or a comment of some megabytes is no attack

_WANTED = filled("a photograph: JPEG, PNG, WebP, TIFF, HEIC, AVIF or a camera's raw file")


def decoded(source: Path | bytes, name: str, box: Box | None) -> tuple[Image, Size]:
    """Upright sRGB pixels (height, width, 3) of the box, or of all small enough to judge; and the upright full size.

    Raises PhotoError for whatever is wrong with the file, and MemoryError where it needs more than there is.
    """
    try:
        if isinstance(source, Path):
            _refuse_no_file(source, name)
        with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            return _read(file, source, name, box)
    except (PhotoError, MemoryError):
        raise
    except Exception as error:  # decoders raise whatever their parsers do
        if "memory" in str(error).lower():
            raise MemoryError from error
        raise _sentence(error, name) from error


def _refuse_no_file(path: Path, name: str) -> None:
    """A pipe would wait for a writer for ever, and a device never ends."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise PhotoError("a photograph", filled("the folder {name}", name=name), "name the files in it")
    if not stat.S_ISREG(kind):
        found = filled("{name}, which is a pipe or a device and no file", name=name)
        raise PhotoError("a photograph", found, "name a file")


def _read(file: BinaryIO, source: Path | bytes, name: str, box: Box | None) -> tuple[Image, Size]:
    head = file.read(HEAD)
    if not head:
        raise PhotoError("a photograph", filled("{name}, which is empty", name=name), "copy or export it again")
    known = unread(head)
    if known is not None:
        raise PhotoError(_WANTED, filled("{name}, {kind}", name=name, kind=known), "export it as JPEG")
    if is_raw(head, name) or (is_tiff(head) and raw_behind(file)):
        from framing.photo.raw import developed  # LibRaw takes a third of a second to load: only where it is needed

        return developed(source, name, box)
    file.seek(0)
    with _opened(file, head, name) as picture:
        if picture.format == "TIFF":
            tiff.turn_to_page(picture, file, name)
            return upright(tiff.mended(picture), name, colours(picture, head), box)
        return upright(picture, name, colours(picture, head), box)


def _opened(file: BinaryIO, head: bytes, name: str) -> Pillow.Image:
    if is_heif(head):
        from pi_heif import register_heif_opener  # as above

        register_heif_opener(thumbnails=False)
    try:
        picture = Pillow.open(file, formats=(*FORMATS, "HEIF") if is_heif(head) else FORMATS)
    except UnidentifiedImageError as error:
        if read(head):
            found = filled("{name}, which is damaged or of a rare kind", name=name)
            raise PhotoError("a whole photograph", found, "export it again as JPEG") from error
        raise
    if isinstance(picture, JpegImageFile) and picture.mode == "CMYK" and "adobe" not in picture.info:
        # Pillow takes all CMYK for Adobe's, which is stored the other way round.
        picture.tile = [tile._replace(args=("CMYK", "")) for tile in picture.tile]
    return picture


def _sentence(error: Exception, name: str) -> PhotoError:
    if isinstance(error, FileNotFoundError):
        return PhotoError("a photograph", filled("no file {name}", name=name), "check its name and folder")
    if isinstance(error, UnidentifiedImageError):
        return PhotoError(_WANTED, filled("{name}, which is none whatever its ending", name=name), "save it as JPEG")
    if isinstance(error, OSError) and error.errno is not None:
        said = error.strerror or errno.errorcode.get(error.errno, "unknown")
        found = filled("{name}, which cannot be opened", name=name)
        return PhotoError("a photograph", found, filled("check it ({reason})", reason=said))
    said = " ".join(str(error).split())[:200] or type(error).__name__
    printable = "".join(letter if letter.isprintable() else "?" for letter in said)
    found = filled("{name}, which breaks off or is damaged ({reason})", name=name, reason=printable)
    return PhotoError("a whole photograph", found, "copy or export it again")
