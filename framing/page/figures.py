"""A reading as a photographer says it, and the number behind it for those who ask: "sharp", and "0.028 index"."""

from __future__ import annotations

from math import isfinite
from typing import NamedTuple

from framing.judge import band_words, said
from framing.types import Absent, Band, Judgement

ROOM = 26  # characters of label and reading that stand side by side on the narrowest card


class _Unit(NamedTuple):
    """How a photographer's unit is written where room is short."""

    factor: float
    digits: int
    short: str


# The units that photographers read. A reading in any other one is told in its measure's words alone.
_UNITS = {
    "viewfinder heights": _Unit(100, 0, "%"),
    "viewfinder widths": _Unit(100, 0, "%"),
    "of the shorter side": _Unit(100, 0, "%"),
    "share of the face": _Unit(100, 1, "%"),
    "share of the picture": _Unit(100, 1, "%"),
    "share of the backdrop": _Unit(100, 0, "%"),
    "heads": _Unit(1, 1, " heads"),
    "degrees": _Unit(1, 0, "°"),
    "stops": _Unit(1, 1, " stops"),
    "cm": _Unit(1, 0, " cm"),
    "pixels": _Unit(1, 0, " pixels"),
}


def value(judgement: Judgement) -> str:
    """The reading at first sight: its words, or where those would only be a longer way to the number, the number."""
    if isinstance(judgement.value, Absent):
        return ""
    words, unit = said(judgement.measure, judgement.value), _UNITS.get(judgement.measure.unit)
    fits = len(judgement.measure.label) + len(words) <= ROOM and not any(letter.isdigit() for letter in words)
    return words if unit is None or fits else f"{_number(judgement.value, unit)}{unit.short}"


def labelled(judgement: Judgement) -> str:
    """The reading with its name, at first sight: "Sharpness: soft"; or why it is not seen."""
    seen = not isinstance(judgement.value, Absent)
    return f"{judgement.measure.label}: {value(judgement) if seen else judgement.because}"


def band(judgement: Judgement) -> str:
    """Where a click has asked for more: the band; why it is not seen; or what it says, where there is no band."""
    if isinstance(judgement.value, Absent):
        return judgement.value.why
    if judgement.band is None:
        return judgement.because
    unit = _UNITS.get(judgement.measure.unit)
    return number(judgement) if unit is None else f"wanted {_band(judgement.band, unit)}{unit.short}"


def number(judgement: Judgement) -> str:
    """The number in its unit, and what is wanted: "0.12 eye distances, wanted at least 0.9"; empty where absent."""
    if isinstance(judgement.value, Absent):
        return ""
    wanted = "" if judgement.band is None else f", wanted {band_words(judgement.band)}"
    return f"{judgement.value:.3g} {judgement.measure.unit}{wanted}".replace("-", "\N{MINUS SIGN}")


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
