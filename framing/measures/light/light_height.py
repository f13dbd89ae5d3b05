"""Whether the light comes from above, as faces are used to, or from below."""

from __future__ import annotations

from framing import parts
from framing.types import Band, Light, Measure, Message, Remedy

_LEVEL = 0.3  # stops within which the light is level with the eyes (docs/measures.md, "Direction of light")


def light_height(light: Light) -> float:
    """Stops by which the light grows from what looks ahead to what looks up, about -3..4; below 0 it comes from below.

    Neither exposure nor the skin's own reflectance counts (docs/measures.md, "Direction of light").
    """
    return light.above


def words(value: float) -> Message:
    """Where the light stands, by its height."""
    return "at eye level" if abs(value) < _LEVEL else "from above" if value > 0 else "from below"


MEASURE = Measure(
    name="light_height",
    label="Light height",
    unit="stops",
    of=parts.light,
    take=light_height,
    rank=64,
    # Wide: caps and hair shade foreheads, glasses and deep eyes cheeks, and one in fifty well-lit faces lies at 2.5.
    band=Band(-0.7, 2.8),
    when_low=Remedy(
        "The light comes from below: raise the lamp, or close the laptop a little",
        aloud="The light comes from below: raise the lamp",
    ),
    when_high=Remedy(
        "The light comes steeply from above: lower the lamp, or move back from under it",
        aloud="The light comes steeply from above: lower the lamp",
    ),
    words=words,
)
