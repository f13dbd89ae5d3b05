"""Every reading beside its band: crop, light, background, you."""

from __future__ import annotations

from html import escape
from math import isfinite
from typing import NamedTuple

from framing.types import Absent, Band, Judgement, Judgements, Severity, State

GROUPS = {
    "Crop": frozenset({"crop"}),
    "Light": frozenset({"light"}),
    "Background": frozenset({"background"}),
    "You": frozenset({"pose", "expression"}),
}


class _Unit(NamedTuple):
    """How a unit is written where room is short."""

    factor: float
    digits: int
    short: str


_UNITS = {
    "viewfinder heights": _Unit(100, 0, "% h"),
    "viewfinder widths": _Unit(100, 0, "% w"),
    "of the shorter side": _Unit(100, 0, "% side"),
    "face heights": _Unit(1, 2, "faces"),
    "eye distances": _Unit(1, 1, "eyes"),
    "heads": _Unit(1, 1, "heads"),
    "radii": _Unit(1, 2, "radii"),
    "degrees": _Unit(1, 0, "°"),
    "stops": _Unit(1, 1, "stops"),
    "L*": _Unit(1, 0, "L*"),
    "people": _Unit(1, 0, ""),
    "faces": _Unit(1, 0, ""),
    "shoulders": _Unit(1, 0, ""),
    "index": _Unit(1000, 0, "‰"),
    "0 to 1": _Unit(100, 0, "%"),
}


def checklist(judgements: Judgements) -> str:
    """Four cards as HTML; each reading has a sign, a word for screen readers, its value, its band and its unit."""
    return f'<div class="fg-strip">{"".join(_card(title, judgements) for title in GROUPS)}</div>'


def _card(title: str, judgements: Judgements) -> str:
    rows = "".join(_row(j) for j in judgements if j.measure.group in GROUPS[title])
    return f'<section class="fg-card fg-{title.lower()}"><h4>{title}</h4><div>{rows}</div></section>'


def _row(judgement: Judgement) -> str:
    kind, word = _status(judgement)
    return (
        f'<p class="fg-{kind}" title="{escape(judgement.because)}"><b>{escape(judgement.measure.label)}'
        f'<span class="fg-said">: {word}</span></b>{_figures(judgement)}</p>'
    )


def _status(judgement: Judgement) -> tuple[str, str]:
    if isinstance(judgement.value, Absent):
        return "absent", "not seen"
    if judgement.band is None:
        return "shown", "not judged"
    if judgement.state is State.OK:
        return "ok", "right"
    way = "too low" if judgement.state is State.LOW else "too high"
    if judgement.severity is Severity.ERROR:
        return "must", f"must change, {way}"
    return "style", f"worth a look, {way}"


def _figures(judgement: Judgement) -> str:
    if isinstance(judgement.value, Absent):
        return f"<s>{escape(judgement.value.why)}</s>"
    if judgement.band is None:
        return f"<s>{escape(judgement.because)}</s>"
    unit = _short(judgement.measure.unit)
    value = _number(judgement.value, unit)
    return f"<i>{value}</i><s>{_band(judgement.band, unit)}{'' if unit.short == '°' else ' '}{escape(unit.short)}</s>"


def _short(unit: str) -> _Unit:
    if unit.startswith("share of "):
        return _Unit(100, 1, "%")
    return _UNITS.get(unit, _Unit(1, 2, unit))


def _number(value: float, unit: _Unit) -> str:
    return f"{value * unit.factor + 0.0:.{unit.digits}f}".replace("-", "\N{MINUS SIGN}")


def _band(band: Band, unit: _Unit) -> str:
    low, high = (_number(end, unit) for end in band)
    if not isfinite(band.high):
        return f"≥ {low}"
    if not isfinite(band.low):
        return f"≤ {high}"
    if band.low == -band.high:
        return f"±{high}"
    return low if low == high else f"{low}–{high}"
