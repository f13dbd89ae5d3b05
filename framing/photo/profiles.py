"""ICC profiles made from what a picture says in other words: its primaries, its white and its transfer curve."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import numpy as np
from numpy.typing import NDArray

from framing.photo import icc

Curve = Callable[[NDArray[np.float64]], NDArray[np.float64]]  # signal 0..1 -> light 0..1
Primaries = tuple[float, ...]  # x and y of white, red, green and blue

_D65 = (0.3127, 0.329)
SRGB: Primaries = (*_D65, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
ADOBE_RGB: Primaries = (*_D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
P3: Primaries = (*_D65, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)
_DCI = (0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)
_REC_2020 = (*_D65, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046)
_PAL = (*_D65, 0.64, 0.33, 0.29, 0.6, 0.15, 0.06)
_NTSC = (*_D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07)
_PRIMARIES = {1: SRGB, 5: _PAL, 6: _NTSC, 7: _NTSC, 9: _REC_2020, 11: _DCI, 12: P3}  # ITU-T H.273, table 2

_BRADFORD = np.array(((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296)))
_STEPS = 4096  # of a curve that is stored as a table
_WHITE = 203.0  # nits of white on paper in pictures for brighter screens (ITU-R BT.2408)


def gamma(exponent: float) -> Curve:
    """The curve light = signal ** exponent."""
    return lambda signal: np.asarray(np.power(signal, exponent))


def srgb(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """The curve of sRGB (IEC 61966-2-1)."""
    return np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)


def profile(primaries: Primaries, curve: Curve) -> bytes:
    """An ICC profile (matrix and curve) of a colour space with those primaries; ValueError where there is none."""
    xyz = _colorants(primaries)
    shape = icc.curve(curve(np.linspace(0.0, 1.0, _STEPS)))
    colours = {tag: icc.xyz(xyz[:, i]) for i, tag in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))}
    return icc.assembled(b"mntr", b"RGB ", b"XYZ ", colours | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), shape))


def coded(primaries: int, transfer: int) -> bytes | None:
    """The profile of a code for primaries and one for the transfer (ITU-T H.273), None where it is as good as sRGB."""
    if primaries not in _PRIMARIES or (_PRIMARIES[primaries] == SRGB and transfer not in _CURVES):
        return None
    return profile(_PRIMARIES[primaries], _CURVES.get(transfer, srgb))


def _pq(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """SMPTE ST 2084, with paper white as 1; brighter light is cut off."""
    powered: NDArray[np.float64] = np.power(signal, 1 / 78.84375)
    part: NDArray[np.float64] = np.maximum(powered - 0.8359375, 0) / (18.8515625 - 18.6875 * powered)
    return part ** (1 / 0.1593017578125) * 1e4 / _WHITE


def _hlg(signal: NDArray[np.float64]) -> NDArray[np.float64]:
    """Hybrid log-gamma (ITU-R BT.2100), with paper white, three quarters of the signal, as 1."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    light: NDArray[np.float64] = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    return light / ((exp((0.75 - c) / a) + b) / 12)


_CURVES: dict[int, Curve] = {4: gamma(2.2), 5: gamma(2.8), 8: gamma(1.0), 16: _pq, 17: gamma(2.6), 18: _hlg}


def _colorants(primaries: Primaries) -> NDArray[np.float64]:
    """XYZ of red, green and blue as columns, adapted from the picture's white to D50 (Bradford)."""
    if len(primaries) != 8 or min(primaries[1::2]) <= 0:
        raise ValueError("no primaries")
    x, y = np.array(primaries[0::2]), np.array(primaries[1::2])
    white, *colours = np.stack((x / y, np.ones(4), (1 - x - y) / y), axis=1)
    columns = np.array(colours).T
    to_d50 = np.linalg.inv(_BRADFORD) @ np.diag((_BRADFORD @ icc.D50) / (_BRADFORD @ white)) @ _BRADFORD
    try:
        return np.asarray(to_d50 @ (columns * np.linalg.solve(columns, white)))
    except np.linalg.LinAlgError as error:
        raise ValueError("primaries on one line") from error

