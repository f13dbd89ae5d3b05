"""Other light, or another camera setting: too much, too little, from the wrong side or of the wrong colour."""

from __future__ import annotations

import numpy as np

from framing.prove import relight
from framing.prove.base import Base
from framing.types import Absent, Image

_KEY, _BELOW = 3.5, -2.2  # stops that the light is to read: 8 to 1 from one side, a lamp on the desk
# Stops that both readings change with each stop of gradient: a cheek looks aside by about a third, less than half of
# what looks up or down is skin, and what is only darkened loses half of it.
_SIDEWAYS, _UPWARD = 0.6, 0.25
_WARM, _COOL = (1.6, 0.4), (0.55, 1.9)  # times the red and the blue: a bulb among daylight, a screen in the evening


def darkened_two_stops(base: Base) -> Image:
    """A quarter of the light. The cure: bring more light."""
    return relight.exposed(base.picture, -2.0)


def darkened_three_stops(base: Base) -> Image:
    """An eighth of the light. The cure: bring more light."""
    return relight.exposed(base.picture, -3.0)


def brightened(base: Base) -> Image:
    """A stop and a half too much light. The cure: dim it."""
    return relight.exposed(base.picture, 1.5)


def left_darkened(base: Base) -> Image:
    """The sitter's left side in the shade. The cure: turn toward the light on their right."""
    return _shaded(base, across=_lacking(base, "key_side", -_KEY) / _SIDEWAYS)


def right_darkened(base: Base) -> Image:
    """The sitter's right side in the shade. The cure: turn toward the light on their left."""
    return _shaded(base, across=_lacking(base, "key_side", _KEY) / _SIDEWAYS)


def lit_from_below(base: Base) -> Image:
    """The lamp on the desk instead of above it. The cure: raise the lamp."""
    return _shaded(base, above=_lacking(base, "light_height", _BELOW) / _UPWARD)


def warm(base: Base) -> Image:
    """The picture as orange as under a bulb with the camera set to daylight. The cure: one kind of light."""
    return relight.tinted(base.picture, *_WARM)


def cool(base: Base) -> Image:
    """The picture as blue as by a screen in the evening. The cure: one kind of light."""
    return relight.tinted(base.picture, *_COOL)


def _lacking(base: Base, name: str, wanted: float) -> float:
    """Stops from what the light reads now to what it is to read."""
    value = base.judgement(name).value
    return wanted if isinstance(value, Absent) else wanted - value


def _shaded(base: Base, across: float = 0.0, above: float = 0.0) -> Image:
    """Under another gradient of light, but nowhere brighter than it was: what burns out has no shape."""
    return np.minimum(base.picture, relight.relit(base.picture, base.mesh, base.person, across, above))
