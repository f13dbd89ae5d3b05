"""A photograph opened to be judged, and a part of it at full size; both are decoded by a process of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from framing.errors import PhotoError
from framing.photo.process import ask
from framing.photo.wire import message
from framing.types import Frame, Image, Viewfinder

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photograph to be judged: the frame that is looked at, and how large the picture itself is."""

    frame: Frame  # upright sRGB, its viewfinder the whole picture, at most LONGEST pixels long
    size: tuple[int, int]  # (width, height) of the upright picture in its own pixels


def open_photo(source: Path | bytes, name: str | None = None) -> Photo:
    """The photograph, upright and in sRGB, at most 1920 pixels long.

    `name` is what sentences call it: by default its path. Raises PhotoError for whatever cannot be read as a
    photograph, or not within 20 seconds and 1 GB.
    """
    pixels, size = _decoded(source, name, None)
    return Photo(Frame(pixels, Viewfinder.whole(pixels)), size)


def region(source: Path | bytes, name: str | None, box: Box) -> Image:
    """A part of the photograph at its full size, upright sRGB (height, width, 3).

    `box` is (left, top, width, height) in fractions 0..1 of the upright picture. Raises what `open_photo` does.
    """
    return _decoded(source, name, box)[0]


def _decoded(source: Path | bytes, name: str | None, box: Box | None) -> tuple[Image, tuple[int, int]]:
    path, data = (str(source.absolute()), b"") if isinstance(source, Path) else (None, source)
    name = name or (str(source) if isinstance(source, Path) else "the photograph")
    words = {"path": path, "name": name, "box": box and [float(part) for part in box]}
    answer, pixels = ask(words, data, name)
    if "error" in answer:
        raise PhotoError(*map(message, answer["error"]))
    width, height = answer["size"]
    return np.frombuffer(pixels, np.uint8).reshape(answer["shape"]).copy(), (width, height)
