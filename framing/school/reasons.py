"""Why a mark has its points, in a photographer's words: the number, and what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from framing.say.readings import wanted
from framing.types import Band, Filled, Measure, Message, filled, in_words

_BETWEEN: Mapping[str, Message] = {
    "%": "{low:.0%} to {high:.0%}",
    "°": "{low:.0f}° to {high:.0f}°",
    "stops": "{low:.1f} to {high:.1f} stops",
    "to 1": "{low:.1f} to {high:.1f} to 1",
}
_LEAST: Mapping[str, Message] = {
    "%": "at least {low:.0%}",
    "°": "at least {low:.0f}°",
    "stops": "at least {low:.1f} stops",
    "to 1": "at least {low:.1f} to 1",
}
_MOST: Mapping[str, Message] = {
    "%": "at most {high:.0%}",
    "°": "at most {high:.0f}°",
    "stops": "at most {high:.1f} stops",
    "to 1": "at most {high:.1f} to 1",
}
_ALONE: Mapping[str, Message] = {"%": "{value:.0%}", "°": "{value:.0f}°", "stops": "{value:.1f} stops"}
_SHARES = ("viewfinder heights", "viewfinder widths", "of the shorter side", "share of the backdrop")


def because(measure: Measure, value: float, band: Band) -> Message:
    """The reading in words, and where it is out of band what was asked for, with the number behind it."""
    words = in_words(measure, value)
    if band.low <= value <= band.high:
        return words
    if isinstance(words, Filled):  # it has its number
        return filled("{reading}, asked for {band}", reading=words, band=asked(measure, band))
    said = "{reading} ({value}, asked for {band})"
    return filled(said, reading=words, value=_number(measure, value), band=asked(measure, band))


def asked(measure: Measure, band: Band) -> Message:
    """The band as a photographer says it: "2.5 to 3.5 to 1", "5% to 12%", "at least 0.9"."""
    kind = _kind(measure)
    if kind == "" or band.low == band.high:
        return wanted(band)
    low, high = (2**band.low, 2**band.high) if kind == "to 1" else band
    if band.high == inf:
        return filled(str(_LEAST[kind]), low=low)
    if band.low == -inf:
        return filled(str(_MOST[kind]), high=high)
    return filled(str(_BETWEEN[kind]), low=low, high=high)


def _kind(measure: Measure) -> str:
    if measure.name in ("key_to_fill", "evenness"):  # their words tell a ratio
        return "to 1"
    if measure.unit in _SHARES:
        return "%"
    return {"degrees": "°", "stops": "stops"}.get(measure.unit, "")


def _number(measure: Measure, value: float) -> Message:
    text = _ALONE.get(_kind(measure))
    return filled("{value:.3g}", value=value) if text is None else filled(str(text), value=value)
