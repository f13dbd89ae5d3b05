"""Broad or short light: whether the key falls on the side of the face that is seen in full, or on the far one."""

from __future__ import annotations

from framing import parts
from framing.types import HeadTurn, Light, Measure, Message, Remedy

_TURNED = 15.0  # degrees from which a face has a near and a far side; less counts in proportion
_EVEN = 0.3  # stops below which neither side is the key (docs/measures.md, "Key and fill")


def broad_short(lit: tuple[Light, HeadTurn]) -> float:
    """Stops of light toward the far side of a turned face, about -3..3: above 0 short, below 0 broad light."""
    light, turn = lit
    return light.across * min(max(turn.yaw / _TURNED, -1.0), 1.0)


def words(value: float) -> Message:
    """The photographer's name for it."""
    return "neither" if abs(value) < _EVEN else "short light" if value > 0 else "broad light"


MEASURE = Measure(
    name="broad_short",
    label="Broad or short",
    unit="stops",
    of=parts.turned_light,
    take=broad_short,
    rank=65,
    when_low=Remedy("Move the lamp to the side that {your} face looks to"),
    when_high=Remedy("Move the lamp to the side that {your} face looks away from",
                     aloud="Move the lamp to the other side of {your} face"),
    words=words,
)
