"""A clip as the live guide would see it: by the clip's own clock, at the pace of live looks, over and over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from framing.errors import ClipError
from framing.types import Image

EVERY = 0.1  # seconds from look to look: what a page sends is looked at as it comes
_RATE = 25.0  # frames a second of a file that does not say
_FASTEST = 240.0  # a file that says more counts something else than frames


def played(path: Path, seconds: float) -> Iterator[tuple[Image, float]]:
    """The RGB frame for each look of a guide that starts with the clip, and its moment in seconds, 0 up to `seconds`.

    A shorter clip begins again at its end, as a browser's fake camera plays it. Raises ClipError for a file that is no
    film.
    """
    frames, until = _over_and_over(path), 0.0
    for look in range(round(seconds / EVERY)):
        now = look * EVERY
        while until <= now + 1e-6:
            clip, until = next(frames)
        there, picture = clip.retrieve()
        if not there:
            raise _no_film(path)
        yield np.ascontiguousarray(np.asarray(picture, np.uint8)[:, :, ::-1]), now


def _over_and_over(path: Path) -> Iterator[tuple[cv2.VideoCapture, float]]:
    """The open clip at each of its frames, which are decoded when asked for, and until when the frame is shown."""
    frames = 0
    while True:
        clip, before = cv2.VideoCapture(str(path)), frames
        try:
            said = clip.get(cv2.CAP_PROP_FPS)
            rate = said if 0.0 < said <= _FASTEST else _RATE
            while clip.grab():
                frames += 1
                yield clip, frames / rate
        finally:
            clip.release()
        if frames == before:
            raise _no_film(path)


def _no_film(path: Path) -> ClipError:
    found = f"{path}, which cannot be read as one" if path.exists() else f"no file {path}"
    return ClipError("a film of somebody before a camera, such as an MP4", found, "name another file")
