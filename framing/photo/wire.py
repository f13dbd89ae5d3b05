"""What goes between the program and the process that decodes: a few words in JSON, then bytes, each with its length."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

from framing.types.message import Filled, Message

_LENGTHS = struct.Struct(">IQ")  # of the words and of the bytes
_WORDS = 1 << 20  # bytes; no message has more words than that


def send(stream: IO[bytes], words: dict[str, Any], data: bytes | memoryview = b"") -> None:
    """Write one message and see it off."""
    text = json.dumps(words).encode("ascii")
    stream.write(_LENGTHS.pack(len(text), len(data)))
    stream.write(text)
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes], most: int) -> tuple[dict[str, Any], bytes]:
    """The next message, its bytes at most that many. Raises EOFError where the other side has gone."""
    words, data = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if words > _WORDS or data > most:
        raise EOFError(f"a message of {words} and {data} bytes")
    message = json.loads(_exactly(stream, words))
    return message, _exactly(stream, data)


def plain(message: Message) -> Any:
    """The message as JSON takes it: a string, or its text and the values of its blanks."""
    if isinstance(message, str):
        return message
    return [message.text, [[name, plain(v) if isinstance(v, Filled) else v] for name, v in message.values], message.one]


def message(told: Any) -> Message:
    """The message that `plain` made that of."""
    if isinstance(told, str):
        return told
    text, values, one = told
    return Filled(text, tuple((name, message(v) if isinstance(v, list) else v) for name, v in values), one)


def _exactly(stream: IO[bytes], count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise EOFError("the other side has gone")
    return data
