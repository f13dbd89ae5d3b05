"""A DNG made by hand, as cameras lay theirs out: a thumbnail first, behind it the sensor, and perhaps a preview."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image as Pillow

from framing.types import Image

Entry = tuple[int, int, Any]  # tag, kind and values

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 10: 8}


def dng(pixels: Image, thumbnail: Image, preview: bytes = b"", orientation: int = 1) -> bytes:
    """The file of a sensor that saw `pixels` (sRGB), with a thumbnail and, where given, a JPEG preview of that size."""
    linear = (pixels / 255.0) ** 2.2 * 16000
    mosaic = np.empty(pixels.shape[:2], np.uint16)
    for channel, row, column in ((0, 0, 0), (1, 0, 1), (1, 1, 0), (2, 1, 1)):
        mosaic[row::2, column::2] = linear[row::2, column::2, channel]
    height, width = pixels.shape[:2]
    data = [thumbnail.tobytes(), mosaic.tobytes(), preview]
    places = [0, 0, 0]
    for _ in range(2):  # the second time with the places that the first has found
        first: list[Entry] = [
            (254, 4, [1]), (256, 4, [thumbnail.shape[1]]), (257, 4, [thumbnail.shape[0]]), (258, 3, [8, 8, 8]),
            (259, 3, [1]), (262, 3, [2]), (271, 2, b"Maker\0"), (272, 2, b"Camera\0"), (273, 4, [places[0]]),
            (274, 3, [orientation]), (277, 3, [3]), (278, 4, [thumbnail.shape[0]]), (279, 4, [len(data[0])]),
            (330, 4, [0, 0] if preview else [0]), (50706, 1, bytes([1, 4, 0, 0])), (50708, 2, b"Maker Camera\0"),
            (50721, 10, _MATRIX), (50728, 5, [(1, 1)] * 3), (50778, 3, [21]),
        ]  # fmt: skip
        sensor: list[Entry] = [
            (254, 4, [0]), (256, 4, [width]), (257, 4, [height]), (258, 3, [16]), (259, 3, [1]), (262, 3, [32803]),
            (273, 4, [places[1]]), (277, 3, [1]), (278, 4, [height]), (279, 4, [len(data[1])]), (33421, 3, [2, 2]),
            (33422, 1, bytes([0, 1, 1, 2])), (50717, 4, [16383]),
        ]  # fmt: skip
        shown: list[Entry] = [
            (254, 4, [1]), (256, 4, [width]), (257, 4, [height]), (258, 3, [8, 8, 8]), (259, 3, [7]), (262, 3, [6]),
            (273, 4, [places[2]]), (277, 3, [3]), (278, 4, [height]), (279, 4, [len(preview)]),
        ]  # fmt: skip
        directories = [first, sensor, shown] if preview else [first, sensor]
        starts, at = [], 8
        for entries in directories:
            starts.append(at)
            at += len(_directory(entries, at))
        first[13] = (330, 4, starts[1:])
        body = b"".join(_directory(entries, start) for entries, start in zip(directories, starts, strict=True))
        places = [at, at + len(data[0]), at + len(data[0]) + len(data[1])]
    return b"II*\0" + struct.pack("<I", 8) + body + b"".join(data)


# XYZ to the sensor's colours, as of a sensor that sees just sRGB's primaries.
_SEES = (3.2406, -1.5372, -0.4986, -0.9689, 1.8758, 0.0415, 0.0557, -0.204, 1.057)
_MATRIX = [(round(value * 10000), 10000) for value in _SEES]


def _directory(entries: Sequence[Entry], start: int) -> bytes:
    table, extra, behind = struct.pack("<H", len(entries)), b"", start + 2 + 12 * len(entries) + 4
    for tag, kind, values in entries:
        value = _packed(kind, values)
        count = len(value) // _SIZES[kind]
        if len(value) > 4:
            extra += bytes(len(extra) % 2)
            value, extra = struct.pack("<I", behind + len(extra)), extra + value
        table += struct.pack("<HHI4s", tag, kind, count, value)
    return table + bytes(4) + extra + bytes(len(extra) % 2)


def _packed(kind: int, values: Any) -> bytes:
    if isinstance(values, bytes):
        return values
    if kind in (5, 10):
        return b"".join(struct.pack("<II" if kind == 5 else "<ii", *pair) for pair in values)
    return struct.pack(f"<{len(values)}{'H' if kind == 3 else 'I'}", *values)


def small(pixels: Image, width: int = 160) -> Image:
    """A thumbnail of them."""
    return np.asarray(Pillow.fromarray(pixels).resize((width, width * pixels.shape[0] // pixels.shape[1])))
