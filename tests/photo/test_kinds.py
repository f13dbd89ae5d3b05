"""Every kind of file is read, or named: none is guessed by its ending, and none reaches an interpreter."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.photo import decoding, open_photo
from tests.photo.heic import heic
from tests.photo.making import files, pixels, saved

NAMED = {
    "a Photoshop file": b"8BPS\0\1" + bytes(100),
    "a JPEG XL file": b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(100),
    "a JPEG XR file": b"II\xbc\1" + bytes(100),
    "a PDF file": b"%PDF-1.7\n",
    "a PostScript file": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\nshowpage\n",
    "an icon": b"\0\0\1\0\1\0" + bytes(100),
    "a Windows metafile": b"\xd7\xcd\xc6\x9a" + bytes(100),
    "a video file": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(100),
    "an SVG drawing": b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    "a web page": b"<!DOCTYPE html><p>hello",
    "a ZIP archive or an Office file": b"PK\3\4" + bytes(100),
    "an OpenEXR file": b"v/1\1" + bytes(100),
}


def refusal(data: bytes, name: str = "face.jpg") -> str:
    with pytest.raises(PhotoError) as caught:
        open_photo(data, name)
    assert name in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("kind", NAMED)
def test_a_known_file_that_is_no_photograph_is_named_whatever_its_ending(kind: str) -> None:
    said = refusal(NAMED[kind])
    assert f"face.jpg, {kind}" in said
    assert "export it as JPEG" in said


@pytest.mark.parametrize("name", files())
def test_every_readable_kind_shows_what_it_was_made_from(name: str) -> None:
    seen = open_photo(files()[name], name).frame.pixels
    upright = seen if seen.shape == pixels().shape else np.rot90(seen)  # their EXIF turns some of them
    assert np.corrcoef(upright.mean(axis=-1).ravel(), pixels().mean(axis=-1).ravel())[0, 1] > 0.85


def test_an_ending_says_nothing() -> None:
    assert np.array_equal(
        open_photo(files()["plain.png"], "face.nef").frame.pixels, open_photo(files()["plain.png"]).frame.pixels
    )


@pytest.mark.parametrize("kind", ["EPS", "ICO", "PCX", "TGA", "SGI", "DDS", "MSP", "XBM", "SPIDER", "PDF"])
def test_what_pillow_could_open_but_no_camera_writes_is_refused(kind: str) -> None:
    picture = Pillow.fromarray(pixels())
    picture = picture.convert({"MSP": "1", "XBM": "1", "SPIDER": "F"}.get(kind, "RGB"))
    said = refusal(saved(picture, kind))
    assert "export it as JPEG" in said or "none whatever" in said


def test_no_photograph_starts_a_program_or_opens_a_connection() -> None:
    """In this process, where it can be watched: nothing that a decoder does is a new program or a socket."""
    seen: list[tuple[Any, ...]] = []
    watched = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "socket.connect")

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if armed and event in watched:
            seen.append((event, arguments))

    armed = False
    sys.addaudithook(watch)
    armed = True
    for name, data in {**files(), **NAMED}.items():
        with suppress(PhotoError):
            decoding.decoded(data, name, None)
    assert not seen
    with socket.socket() as probe:
        probe.connect_ex(("127.0.0.1", 1))
    assert seen  # the watch sees what it watches
    armed = False


@pytest.mark.parametrize("turns", range(4))
def test_a_heic_lies_as_it_says(turns: int) -> None:
    photo = open_photo(heic(pixels(), quarter_turns=turns))
    assert photo.size == ((128, 96) if turns % 2 == 0 else (96, 128))
    seen = np.rot90(photo.frame.pixels, -turns).astype(int)
    assert np.abs(seen - pixels()).mean() < 8.0


@pytest.mark.parametrize("name", ["exif.jpg", "plain.png", "lossy.webp", "plain.avif"])
def test_damaged_exif_costs_at_most_the_turn(name: str) -> None:
    data = files()[name]
    place = data.find(b"MM\0*")
    for offset in range(4, 60, 4):
        broken = data[: place + offset] + b"\xff\xff\xff\xfe" + data[place + offset + 4 :]
        try:
            assert set(open_photo(broken).size) == {96, 128}
        except PhotoError as error:
            assert "again" in str(error)  # noqa: PT017 - where a checksum says that more may be wrong


def test_only_files_are_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull), tmp_path):
        with pytest.raises(PhotoError, match="name "):
            open_photo(path)


def test_a_tiff_that_is_only_a_reduced_copy_is_never_judged() -> None:
    exif = Pillow.Exif()
    data = BytesIO()
    Pillow.fromarray(pixels()).save(data, "TIFF", tiffinfo={254: 1}, exif=exif)
    assert "reduced copy" in refusal(data.getvalue())


def test_the_page_behind_a_reduced_copy_counts() -> None:
    data = BytesIO()
    small, whole = Pillow.fromarray(pixels(48, 64)), Pillow.fromarray(pixels())
    small.encoderinfo = {"tiffinfo": {254: 1}}
    small.save(data, "TIFF", save_all=True, append_images=[whole], tiffinfo={254: 1})
    both = data.getvalue()
    place = both.rindex(bytes([254, 0, 4, 0, 1, 0, 0, 0, 1, 0, 0, 0]))
    both = both[: place + 8] + bytes(4) + both[place + 12 :]
    assert open_photo(both).size == (128, 96)
