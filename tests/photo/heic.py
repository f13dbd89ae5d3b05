"""A HEIC made by hand: one picture coded by x265, which comes with PyAV, in the boxes of ISO/IEC 23008-12."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO

import av

from framing.types import Image


def heic(pixels: Image, colour: bytes = b"", quarter_turns: int | None = None) -> bytes:
    """The file with that `colr` box, shown turned by that many quarters against the clock."""
    setup, coded = _coded(pixels)
    height, width = pixels.shape[:2]
    properties = [_box(b"hvcC", setup), _full(b"ispe", 0, struct.pack(">II", width, height))]
    if colour:
        properties.append(_box(b"colr", colour))
    if quarter_turns is not None:
        properties.append(_box(b"irot", bytes([quarter_turns])))
    brands = _box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    place = len(brands) + len(_meta(properties, 0, len(coded))) + 8
    return brands + _meta(properties, place, len(coded)) + _box(b"mdat", coded)


def _coded(pixels: Image) -> tuple[bytes, bytes]:
    film = BytesIO()
    with av.open(film, "w", format="mp4") as container:
        stream = container.add_stream("libx265", rate=1)
        stream.width, stream.height, stream.pix_fmt = pixels.shape[1], pixels.shape[0], "yuv420p"
        stream.options = {"x265-params": "log-level=none:crf=8:pools=none:frame-threads=1"}
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        for packet in (*stream.encode(frame), *stream.encode()):
            packet.pts = packet.dts = 0  # a film needs them, and x265 leaves them open
            container.mux(packet)
    data = film.getvalue()
    return _content(data, b"hvcC"), _content(data, b"mdat")


def _content(data: bytes, kind: bytes) -> bytes:
    place = data.index(kind)
    return data[place + 4 : place - 4 + int.from_bytes(data[place - 4 : place], "big")]


def _meta(properties: Sequence[bytes], place: int, length: int) -> bytes:
    belongs = bytes([0x81, *range(2, len(properties) + 1)])  # the decoder's set-up is essential
    return _full(
        b"meta",
        0,
        _full(b"hdlr", 0, bytes(4), b"pict", bytes(13)),
        _full(b"pitm", 0, struct.pack(">H", 1)),
        _full(b"iloc", 0, bytes([0x44, 0]), struct.pack(">HHHHII", 1, 1, 0, 1, place, length)),
        _full(b"iinf", 0, struct.pack(">H", 1), _full(b"infe", 2, struct.pack(">HH", 1, 0), b"hvc1", b"\0")),
        _box(
            b"iprp",
            _box(b"ipco", *properties),
            _full(b"ipma", 0, struct.pack(">IHB", 1, 1, len(properties)), belongs),
        ),
    )


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", 8 + len(body)) + kind + body


def _full(kind: bytes, version: int, *parts: bytes) -> bytes:
    return _box(kind, bytes([version, 0, 0, 0]), *parts)
