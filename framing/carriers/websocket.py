"""A browser's pictures as JPEG over the page's own WebSocket: numbered, so that a look can say which one it was at."""

from __future__ import annotations

import struct
import time
from enum import IntEnum
from io import BytesIO
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image as Pillow

from framing.session.session import Session
from framing.types import Image

MOST = 1_000_000  # bytes of a message: a close-up of 1024x1024 pixels has some 300 kB
LARGEST = 1920  # pixels along a side: unpacked, a small file may be as large as all memory
_HEAD = struct.Struct(">BIHH")


class Kind(IntEnum):
    """What a message holds."""

    PICTURE = 1
    CLOSE_UP = 2


class Message(NamedTuple):
    """One message of the page: its kind, the picture's number, the size of the camera's own picture, and the JPEG."""

    kind: Kind
    number: int
    camera: tuple[int, int]
    jpeg: bytes


def packed(kind: Kind, number: int, camera: tuple[int, int], jpeg: bytes) -> bytes:
    """The message as a page sends it."""
    return _HEAD.pack(kind, number, *camera) + jpeg


def read(data: bytes) -> Message | None:
    """The message; None where it is none: too long, too short, or of no known kind."""
    if not _HEAD.size < len(data) <= MOST:
        return None
    kind, number, width, height = _HEAD.unpack_from(data)
    if kind not in tuple(Kind) or not width or not height:
        return None
    return Message(Kind(kind), number, (width, height), data[_HEAD.size :])


def receive(session: Session, message: Message) -> bool:
    """Hand the picture to the session; whether it was one. Takes some milliseconds, so never on the event loop."""
    moment = time.monotonic()
    session.camera_gives(*message.camera)
    if not session.admits(*message.camera):
        return True
    pixels = _unpacked(message.jpeg)
    if pixels is None:
        return False
    if message.kind is Kind.CLOSE_UP:
        session.show_close_up(pixels, moment)
    else:
        session.offer(pixels, moment, message.number)
    return True


def _unpacked(jpeg: bytes) -> Image | None:
    """The picture in RGB; None for what is no JPEG, or too large a one."""
    try:
        with Pillow.open(BytesIO(jpeg), formats=("JPEG",)) as picture:  # reads its head alone
            if max(picture.size) > LARGEST:
                return None
    except (OSError, SyntaxError, ValueError):
        return None
    found = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR_RGB)
    return None if found is None else np.asarray(found, np.uint8)
