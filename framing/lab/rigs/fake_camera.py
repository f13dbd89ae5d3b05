"""Pictures for a browser's fake webcam, for the tests and the bench."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import av
import cv2
import numpy as np

from framing.types import Image

WIDTH, HEIGHT = 1280, 720
BITS = 10
CELL = WIDTH // 53  # width of one barcode cell, in pixels


def sitting(photograph: Image) -> Image:
    """A 1280x720 webcam picture with the photograph as high as it is, between the colours of its own edges."""
    height, width = photograph.shape[:2]
    size = (min(WIDTH, round(width * HEIGHT / height)), HEIGHT)
    scaled = np.asarray(cv2.resize(photograph, size, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    left = (WIDTH - scaled.shape[1]) // 2
    right = WIDTH - scaled.shape[1] - left
    return np.hstack([_out_of_focus(scaled[:, ::-1], left), scaled, _out_of_focus(scaled, right)[:, ::-1]])


def _out_of_focus(picture: Image, width: int) -> Image:
    """The colours along the picture's right edge, drawn out to that width: a backdrop in which nobody can be seen."""
    column = picture[:, -32:].mean(axis=1, keepdims=True)
    smooth = cv2.GaussianBlur(column, (1, 181), 0.0, borderType=cv2.BORDER_REPLICATE).reshape(HEIGHT, 1, 3)
    return np.repeat(smooth.astype(np.uint8), width, axis=1)


def empty_room() -> Image:
    """A 1280x720 webcam picture of a plain wall, lit from one side."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    light = 190.0 - 60.0 * x / WIDTH - 25.0 * y / HEIGHT
    wall = light[..., None] * np.array([1.0, 0.97, 0.92], dtype=np.float32)
    grain = np.random.default_rng(1).normal(0.0, 2.0, wall.shape)
    return np.asarray(np.clip(wall + grain, 0, 255), dtype=np.uint8)


def numbered(picture: Image, number: int) -> Image:
    """A copy with the number (0..1023) in the middle of its top edge, in cells: white, black, then ten bits.

    In the middle, because there no viewfinder shades it and a mirror leaves it in its place.
    """
    marked = picture.copy()
    cells = [1, 0, *((number >> bit) & 1 for bit in reversed(range(BITS)))]
    for place, cell in enumerate(cells, start=(WIDTH // CELL - len(cells)) // 2):
        marked[:CELL, place * CELL : (place + 1) * CELL] = 255 * cell
    return marked


def number(picture: Image) -> int:
    """The number that `numbered` wrote into it, also once it was made smaller; 0 where none can be read."""
    width = picture.shape[1]
    cell = width / (WIDTH / CELL)
    first = (WIDTH // CELL - BITS - 2) // 2
    row = picture[round(cell / 2), :, 1]
    light = [int(row[round((first + place + 0.5) * cell)]) for place in range(BITS + 2)]
    white, black = light[:2]
    if white - black < 20:
        return 0
    return sum(1 << bit for bit, cell in zip(reversed(range(BITS)), light[2:], strict=True) if 2 * cell > white + black)


def write(path: Path, pictures: Iterable[Image], rate: int = 30, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Path:
    """The path of a Motion-JPEG file of that width and height that Chromium plays as a webcam, over and over."""
    with av.open(str(path), "w", format="mjpeg") as container:
        # Any other pixel format reaches the page as a solid green picture, without an error.
        stream = container.add_stream("mjpeg", rate=rate, width=size[0], height=size[1], pix_fmt="yuvj420p")
        stream.codec_context.qmin = stream.codec_context.qmax = 3
        for picture in pictures:
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            container.mux(stream.encode(frame.reformat(format="yuvj420p", dst_color_range="JPEG")))
        container.mux(stream.encode())
    return path
