"""Other light, or another camera setting: too much, too little, from the wrong side or of the wrong colour."""

from __future__ import annotations

from framing.lab.prove import relight
from framing.lab.prove.base import Base
from framing.types import Absent, Image

_KEY, _BELOW = 3.5, -2.2  # stops that the light is to read: 8 to 1 from one side, a lamp on the desk
_DIM = 0.5  # stops by which the highlights may miss the top of the scale before
_SIDEWAYS, _UPWARD = 1.1, 0.6  # stops that both readings change with each stop of gradient, about
_WARM, _COOL = (1.0, 0.62, 0.25), (0.3, 0.52, 1.0)  # of red, green and blue: a bulb among daylight, a screen at night


def darkened_two_stops(base: Base) -> Image:
    """A quarter of the light. The cure: bring more light."""
    return relight.exposed(base.picture, -2.0)


def darkened_three_stops(base: Base) -> Image:
    """An eighth of the light. The cure: bring more light."""
    return relight.exposed(base.picture, -3.0)


def brightened(base: Base) -> Image | Absent:
    """A stop and a half too much light. The cure: dim it."""
    if _lacking(base, "exposure", 0.0) > _DIM:
        return Absent("a stop and a half would put its exposure right")
    return relight.exposed(base.picture, 1.5)


def left_darkened(base: Base) -> Image:
    """The sitter's left side in the shade. The cure: turn toward the light on their right."""
    return _relit(base, across=_lacking(base, "key_side", -_KEY) / _SIDEWAYS)


def right_darkened(base: Base) -> Image:
    """The sitter's right side in the shade. The cure: turn toward the light on their left."""
    return _relit(base, across=_lacking(base, "key_side", _KEY) / _SIDEWAYS)


def lit_from_below(base: Base) -> Image:
    """The lamp on the desk instead of above it. The cure: raise the lamp."""
    return _relit(base, above=_lacking(base, "light_height", _BELOW) / _UPWARD)


def warm(base: Base) -> Image:
    """The picture as orange as under a bulb with the camera set to daylight. The cure: one kind of light."""
    return relight.tinted(base.picture, _WARM)


def cool(base: Base) -> Image:
    """The picture as blue as by a screen in the evening. The cure: one kind of light."""
    return relight.tinted(base.picture, _COOL)


def _lacking(base: Base, name: str, wanted: float) -> float:
    """Stops from what the light reads now to what it is to read."""
    value = base.judgement(name).value
    return wanted if isinstance(value, Absent) else wanted - value


def _relit(base: Base, across: float = 0.0, above: float = 0.0) -> Image:
    return relight.relit(base.picture, base.mesh, base.person, across, above)
