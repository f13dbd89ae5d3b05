"""The ICC file format, version 2, as far as profiles are written here (ICC.1:2001-04)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

D50 = np.array((0.9642, 1.0, 0.8249))  # XYZ of the white of the profile connection space


def assembled(kind: bytes, space: bytes, connection: bytes, tags: Mapping[bytes, bytes]) -> bytes:
    """The profile of that class and space with those tags, and what every profile has to have besides."""
    text = b"made from what the picture says\0"
    common = {
        b"desc": b"desc" + struct.pack(">4xI", len(text)) + text + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": xyz(D50),
    }
    every = common | dict(tags)
    place, entries, body, known = 132 + 12 * len(every), b"", b"", dict[bytes, int]()
    for tag, data in every.items():
        if data not in known:
            known[data] = place + len(body)
            body += data + bytes(-len(data) % 4)
        entries += tag + struct.pack(">II", known[data], len(data))
    header = struct.pack(
        ">I4xI4s4s4s12x4s28x3I48x", place + len(body), 0x02100000, kind, space, connection, b"acsp", *_fixed(D50)
    )
    return header + struct.pack(">I", len(every)) + entries + body


def xyz(values: NDArray[np.float64]) -> bytes:
    """The tag of one colour."""
    return b"XYZ " + struct.pack(">4x3I", *_fixed(values))


def curve(light: NDArray[np.float64]) -> bytes:
    """The tag of a curve, given as light 0..1 at equal steps of the signal."""
    return b"curv" + struct.pack(">4xI", len(light)) + np.round(np.clip(light, 0, 1) * 65535).astype(">u2").tobytes()


def table(lab: NDArray[np.float64]) -> bytes:
    """The tag of a table (steps, …, steps, 3) that gives L*, a*, b* for equal steps of each ink, 0 first."""
    inks, steps = lab.ndim - 1, lab.shape[0]
    straight = np.array((0, 65535), ">u2").tobytes()
    coded = np.round(np.clip(lab * (652.8, 256, 256) + (0, 32768, 32768), 0, 65535)).astype(">u2").tobytes()
    unit = struct.pack(">9I", *_fixed(np.eye(3).ravel()))
    head = b"mft2" + struct.pack(">4x3Bx", inks, 3, steps) + unit + struct.pack(">2H", 2, 2)
    return head + straight * inks + coded + straight * 3


def _fixed(values: NDArray[np.float64]) -> list[int]:
    return [round(float(v) * 65536) & 0xFFFFFFFF for v in values]
