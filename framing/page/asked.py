"""What the page's scripts ask for, read leniently: what is not asked in a sensible way was not asked."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Literal

from framing.page.choices import number
from framing.say.calibration import FARTHEST, NEAREST

Wish = Literal["refresh", "look"]


def asked(told: object, wish: Wish, answered: MutableMapping[str, float]) -> bool:
    """Whether this was asked for since it was last answered; it is told as the moment of asking, in milliseconds.

    `answered` remembers that moment: one that came again with every run would have the page run for ever.
    """
    moment = number(getattr(told, wish, None), 1.0, 1e15)
    if moment is None or answered.get(wish) == moment:
        return False
    answered[wish] = moment
    return True


def distance(told: object) -> float | None:
    """The centimetres from the lens to the eyes that were told; None where none were, or nobody sits so far off."""
    return number(getattr(told, "distance", None), NEAREST, FARTHEST)
