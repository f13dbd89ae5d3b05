"""Whether the light is green, as of some tubes, or magenta."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Message, Remedy, Tint

_ALONG = 0.67  # a* that goes with each b* where skin is only more or less colourful
_CHEEKS, _SCLERA = 3.5, 2.0  # what is left in light that looks white


def tint(tints: parts.Tints) -> float:
    """How much more magenta than usual the skin and the whites of the eyes are, a*, about -30..30; below 0 greener.

    What makes skin more colourful is left out; all else is as in `colour_cast`.
    """
    return tints.both(_across(tints.cheeks) - _CHEEKS, _across(tints.whites) - _SCLERA)


def _across(colour: Tint) -> float:
    return colour.a - _ALONG * colour.b


def words(value: float) -> Message:
    """The cast by its everyday name."""
    if abs(value) <= 6.0:
        return "neutral"
    if value > 0:
        return "magenta" if value > 18.0 else "a little magenta"
    return "green" if value < -9.0 else "a little green"


MEASURE = Measure(
    name="tint",
    label="Tint",
    unit="a*",
    of=parts.tints,
    take=tint,
    rank=68,
    band=Band(-9.0, 18.0),  # wide upward: rosy skin is no cast
    when_low=Remedy(
        "Green light: switch the tube off, leave one kind of light, or set the white balance",
        aloud="Green light: leave one kind of light",
    ),
    when_high=Remedy(
        "Magenta light: leave one kind of light, or set the white balance",
        aloud="Magenta light: leave one kind of light",
    ),
    words=words,
)
