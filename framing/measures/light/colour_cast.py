"""Whether the light is too warm or too cool."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Measure, Message, Remedy

_CHEEKS, _SCLERA = 13.0, 5.0  # b* that both have in light that looks white, at a grey card's luminance


def colour_cast(tints: parts.Tints) -> float:
    """How much yellower than usual the skin and the whites of the eyes are, b*, about -40..40; below 0 bluer.

    At one fixed luminance, so that neither exposure nor reflectance counts. The band is OFIQ's box for cheeks, brought
    to that luminance and widened downward: cheeks alone say little of a slight cast (docs/measures.md).
    """
    return tints.both(tints.cheeks.b - _CHEEKS, tints.whites.b - _SCLERA)


def words(value: float) -> Message:
    """The cast by its everyday name."""
    if abs(value) <= 8.0:
        return "neutral"
    if value > 0:
        return "warm" if value > 13.0 else "a little warm"
    return "cool" if value < -13.0 else "a little cool"


MEASURE = Measure(
    name="colour_cast",
    label="Light colour",
    unit="b*",
    of=parts.tints,
    take=colour_cast,
    rank=67,
    band=Band(-13.0, 13.0),
    when_low=Remedy(
        "Blue light: use one kind of light, dim the screen, or set the white balance",
        aloud="Blue light: use one kind of light",
    ),
    when_high=Remedy(
        "Orange light: use one kind of light, switch the warm lamp off, or set the white balance",
        aloud="Orange light: use one kind of light",
    ),
    words=words,
)
