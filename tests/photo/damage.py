"""Ways in which files get damaged, each a function of the good file and a source of chance."""

from __future__ import annotations

import struct

import numpy as np


def cut_off(data: bytes, rng: np.random.Generator) -> bytes:
    """A copy that was interrupted."""
    return data[: rng.integers(0, len(data))]


def flipped(data: bytes, rng: np.random.Generator) -> bytes:
    """Some bits the other way round, most of them where the file says what it is."""
    broken = bytearray(data)
    reach = len(data) if rng.random() < 0.3 else min(len(data), 600)
    for _ in range(rng.integers(1, 30)):
        broken[rng.integers(0, reach)] ^= 1 << rng.integers(0, 8)
    return bytes(broken)


def swapped(data: bytes, rng: np.random.Generator) -> bytes:
    """Two pieces in each other's place."""
    a, b, c, d = sorted(rng.integers(0, len(data) + 1, 4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def absurd(data: bytes, rng: np.random.Generator) -> bytes:
    """A length, a size or a place that makes no sense, in either byte order."""
    place = int(rng.integers(0, min(len(data), 2000)))
    number = rng.choice((0, 1, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, 100_000, 30_000))
    size = rng.choice((2, 4))
    value = struct.pack("<Q" if rng.random() < 0.5 else ">Q", int(number))
    return data[:place] + (value[:size] if value[0] else value[-size:]) + data[place + size :]


def repeated(data: bytes, rng: np.random.Generator) -> bytes:
    """A piece many times over."""
    a, b = sorted(rng.integers(0, len(data) + 1, 2))
    piece = data[a : min(b, a + 500)]
    return data[:a] + piece * int(rng.integers(2, 200)) + data[a:]


def zeroed(data: bytes, rng: np.random.Generator) -> bytes:
    """A block that the disk has lost."""
    a, b = sorted(rng.integers(0, len(data) + 1, 2))
    return data[:a] + bytes(b - a) + data[b:]


def joined(data: bytes, rng: np.random.Generator, other: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: rng.integers(0, len(data))] + other[rng.integers(0, len(other)) :]


WAYS = (cut_off, flipped, swapped, absurd, repeated, zeroed)
