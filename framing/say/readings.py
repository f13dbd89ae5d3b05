"""A reading as a photographer says it, and the number behind it for those who ask: "sharp", and "0.028 index"."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import NamedTuple

from framing.say.language import Language, number, per_cent, translate
from framing.types import Absent, Band, Judgement, Message, State, filled, in_words

ROOM = 26  # characters of label and reading that stand side by side on the narrowest card


class _Unit(NamedTuple):
    """How a photographer's unit is written where room is short."""

    spec: str  # the format of the number
    short: str = ""  # none for a share, whose sign is the language's own
    factor: float = 1.0


_SHARE, _FINE = _Unit(".0f", factor=100.0), _Unit(".1f", factor=100.0)
# The units that photographers read. A reading in any other one is told in its measure's words alone.
_UNITS: Mapping[str, _Unit] = {
    "viewfinder heights": _SHARE,
    "viewfinder widths": _SHARE,
    "of the shorter side": _SHARE,
    "share of the face": _FINE,
    "share of the picture": _FINE,
    "share of the backdrop": _SHARE,
    "heads": _Unit(".1f", "{value} heads"),
    "degrees": _Unit(".0f", "{value}°"),
    "stops": _Unit(".1f", "{value} stops"),
    "cm": _Unit(".0f", "{value} cm"),
    "pixels": _Unit(".0f", "{value} pixels"),
}


def value(judgement: Judgement, language: Language) -> str:
    """The reading at first sight: its words, or where those would only be a longer way to the number, the number."""
    if isinstance(judgement.value, Absent):
        return ""
    measure, found = judgement.measure, judgement.value
    words, unit = translate(language, in_words(measure, found)), _UNITS.get(measure.unit)
    fits = len(translate(language, measure.label)) + len(words) <= ROOM and not any(c.isdigit() for c in words)
    return words if unit is None or fits else _short(unit, _number(found, unit, language), language)


def labelled(judgement: Judgement, language: Language) -> str:
    """The reading with its name, at first sight: "Sharpness: soft"; or why it is not seen."""
    seen = value(judgement, language)
    if isinstance(judgement.value, Absent):
        seen = translate(language, judgement.value.why)
    said = filled("{label}: {reading}", label=judgement.measure.label, reading=seen)
    return translate(language, said)


def band(judgement: Judgement, language: Language) -> str:
    """Where a click has asked for more: the band; why it is not seen; or what it says, where there is no band."""
    if isinstance(judgement.value, Absent):
        return translate(language, judgement.value.why)
    if judgement.band is None:
        return because(judgement, language)
    unit = _UNITS.get(judgement.measure.unit)
    if unit is None:
        return numbered(judgement, language)
    ends = _short(unit, _ends(judgement.band, unit, language), language)
    return translate(language, filled("wanted {band}", band=ends))


def numbered(judgement: Judgement, language: Language) -> str:
    """The number in its unit, and what is wanted: "0.12 eye distances, wanted at least 0.9"; empty where absent."""
    if isinstance(judgement.value, Absent):
        return ""
    unit = judgement.measure.unit
    if judgement.band is None:
        return translate(language, filled("{value:.3g} {unit}", value=judgement.value, unit=unit))
    said = "{value:.3g} {unit}, wanted {band}"
    return translate(language, filled(said, value=judgement.value, unit=unit, band=wanted(judgement.band)))


def because(judgement: Judgement, language: Language) -> str:
    """The reading in words, and with its numbers where it is out of band; or why it is absent."""
    return translate(language, reason(judgement))


def reason(judgement: Judgement) -> Message:
    """The same as a message."""
    found, measure = judgement.value, judgement.measure
    if isinstance(found, Absent):
        return found.why
    if judgement.ahead:
        return filled("{value:.1f} {unit}, once nearer", value=found, unit=measure.unit)
    words = in_words(measure, found)
    if judgement.band is None or judgement.state is State.OK:
        return words
    return filled("{reading} ({value:.3g}, wanted {band})", reading=words, value=found, band=wanted(judgement.band))


def wanted(band: Band) -> Message:
    """The band as one reads it aloud: "0.05 to 0.12", "at least 2", "at most 0.03"."""
    if band.high == float("inf"):
        return filled("at least {low:.3g}", low=band.low)
    if band.low == float("-inf"):
        return filled("at most {high:.3g}", high=band.high)
    if band.low == band.high:
        return filled("{value:.3g}", value=band.low)
    return filled("{low:.3g} to {high:.3g}", low=band.low, high=band.high)


def _number(found: float, unit: _Unit, language: Language) -> str:
    return number(language, found * unit.factor, unit.spec)


def _short(unit: _Unit, written: str, language: Language) -> str:
    return translate(language, filled(unit.short, value=written)) if unit.short else per_cent(language, written)


def _ends(ends: Band, unit: _Unit, language: Language) -> str:
    low, high = (_number(end, unit, language) for end in ends)
    if not isfinite(ends.high):
        return f"≥ {low}"
    if not isfinite(ends.low):
        return f"≤ {high}"
    if ends.low == -ends.high:
        return f"±{high}"
    return low if low == high else f"{low}–{high}"
