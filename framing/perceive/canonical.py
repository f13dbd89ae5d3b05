"""The canonical face that MediaPipe fits every face to, read out of the face model's own file."""

from __future__ import annotations

import functools
import struct
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.perceive import models

_MEMBER = "geometry_pipeline_metadata_landmarks.binarypb"
_COORDINATES = 5  # x, y, z and two texture coordinates a vertex


class Canonical(NamedTuple):
    """The mean face in centimetres, x to the image's right, y up, z toward the camera."""

    points: NDArray[np.float64]  # (468, 3)
    triangles: NDArray[np.intp]  # (n, 3) points each, counter-clockwise as seen from the camera
    steady: NDArray[np.intp]  # (n,) the Procrustes basis: points that expressions hardly move
    weights: NDArray[np.float64]  # (n,) how far to trust each, sum 1


@functools.cache
def canonical() -> Canonical:
    """The canonical face and its Procrustes basis; raises ModelError when the face model is missing.

    The file is a protocol buffer: field 1 the mesh (its field 3 the vertices, 4 the corners of the triangles), field 2
    one landmark of the basis each.
    """
    with zipfile.ZipFile(models.find(models.Model.FACE)) as bundle:
        message = bundle.read(_MEMBER)
    vertices: list[float] = []
    corners: list[int] = []
    basis: list[tuple[int, float]] = []
    for number, value in _fields(message):
        if number == 1 and isinstance(value, bytes):
            mesh = list(_fields(value))
            vertices = [_number(v) for n, v in mesh if n == 3]
            corners = [int(_number(v)) for n, v in mesh if n == 4]
        elif number == 2 and isinstance(value, bytes):
            entry = dict(_fields(value))
            basis.append((int(_number(entry.get(1, 0))), _number(entry[2])))
    points = np.array(vertices).reshape(-1, _COORDINATES)[:, :3]
    triangles = np.array(corners, dtype=np.intp).reshape(-1, 3)
    weights = np.array([w for _, w in basis])
    return Canonical(points, triangles, np.array([i for i, _ in basis], dtype=np.intp), weights / weights.sum())


def _number(value: float | bytes) -> float:
    if isinstance(value, bytes):
        raise TypeError("a number was expected in the face model's geometry")
    return float(value)


def _fields(message: bytes) -> Iterator[tuple[int, float | bytes]]:
    """Field numbers and values of one protocol buffer message, in order."""
    at = 0

    def varint() -> int:
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    while at < len(message):
        tag = varint()
        number, kind = tag >> 3, tag & 7
        if kind == 0:
            yield number, varint()
        elif kind == 5:
            yield number, float(struct.unpack_from("<f", message, at)[0])
            at += 4
        elif kind == 2:
            length = varint()
            yield number, message[at : at + length]
            at += length
        else:
            raise ValueError(f"wire type {kind} is not used in the face model's geometry")
