"""A reading and its band as short figures: "52%" beside "20–34%"."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

from framing.types import Absent, Band, Judgement


class _Unit(NamedTuple):
    """How a unit is written where room is short."""

    factor: float
    digits: int
    short: str


_UNITS = {
    "viewfinder heights": _Unit(100, 0, "%"),
    "viewfinder widths": _Unit(100, 0, "%"),
    "of the shorter side": _Unit(100, 0, "%"),
    "face heights": _Unit(1, 2, "faces"),
    "eye distances": _Unit(1, 1, "eyes"),
    "heads": _Unit(1, 1, "heads"),
    "radii": _Unit(1, 2, "radii"),
    "degrees": _Unit(1, 0, "°"),
    "stops": _Unit(1, 1, "stops"),
    "L*": _Unit(1, 0, "L*"),
    "cm": _Unit(1, 0, "cm"),
    "pixels": _Unit(1, 0, "px"),
    "open eyes": _Unit(1, 1, "×"),
    "people": _Unit(1, 0, ""),
    "faces": _Unit(1, 0, ""),
    "shoulders": _Unit(1, 0, ""),
    "visibility": _Unit(100, 0, "%"),
    "index": _Unit(1000, 0, "‰"),
    "of 1": _Unit(100, 0, "%"),
    "of 100": _Unit(1, 0, ""),
    "hours from 12 o'clock": _Unit(1, 0, "h"),
    "b*": _Unit(1, 0, "b*"),
    "a*": _Unit(1, 0, "a*"),
    "times": _Unit(1, 1, "×"),
    "0 to 1": _Unit(100, 0, "%"),
}


def figures(judgement: Judgement) -> tuple[str, str]:
    """The value with its unit, and its band; why it is not seen, or what it says, where there is no band."""
    if isinstance(judgement.value, Absent):
        return "", judgement.value.why
    unit = _short(judgement.measure.unit)
    gap = "" if unit.short[:1] in ("°", "%", "‰", "×") else " "
    value = f"{_number(judgement.value, unit)}{gap}{unit.short}".rstrip()
    return value, judgement.because if judgement.band is None else _band(judgement.band, unit)


def _short(unit: str) -> _Unit:
    if unit.startswith("share of "):
        return _Unit(100, 1, "%")
    return _UNITS.get(unit, _Unit(1, 2, unit))


def _number(value: float, unit: _Unit) -> str:
    return f"{round(value * unit.factor, unit.digits) + 0.0:.{unit.digits}f}".replace("-", "\N{MINUS SIGN}")


def _band(band: Band, unit: _Unit) -> str:
    low, high = (_number(end, unit) for end in band)
    if not isfinite(band.high):
        return f"≥ {low}"
    if not isfinite(band.low):
        return f"≤ {high}"
    if band.low == -band.high:
        return f"±{high}"
    return low if low == high else f"{low}–{high}"
