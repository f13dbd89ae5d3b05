"""A crop as it is offered: the rectangle of the full-size photograph and the file that becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from framing.crop.reframe import at_full_size
from framing.crop.solve import suggest
from framing.delivery import Delivery, deliver
from framing.types import Absent, Judgement, Preset, Scene, Viewfinder


@dataclass(frozen=True, slots=True)
class Offer:
    """A crop in pixels of the whole picture, and the readings of the crop that it could not bring into band."""

    delivery: Delivery
    missed: tuple[Judgement, ...]


def offer(scene: Scene, seen: Viewfinder, size: tuple[int, int], preset: Preset) -> Offer | Absent:
    """The crop of a picture of `size` = (width, height) pixels that was `seen` thinned; Absent where none can be.

    It lies within what of it is no bar.
    """
    inside = scene.viewfinder or seen
    found = suggest(scene, inside, preset)
    if isinstance(found, Absent):
        return found
    delivery = deliver(at_full_size(found.window, inside, seen, size, preset.aspect), preset)
    return delivery if isinstance(delivery, Absent) else Offer(delivery, found.missed)
