"""The cuts of other uses that the picture under way would give, to be shown on the stage while it is framed."""

from __future__ import annotations

from dataclasses import dataclass

from framing.crop import offer, reframed
from framing.delivery import Delivery, deliver
from framing.types import Absent, Preset, Scene, Viewfinder


@dataclass(frozen=True, slots=True)
class Outline:
    """What one use would get just now, in the camera's own pixels; Absent where it would get nothing."""

    preset: Preset
    delivery: Delivery | Absent


def outlines(
    scene: Scene, picture: Viewfinder, scale: float, own: Preset | None, others: tuple[Preset, ...]
) -> tuple[Outline, ...]:
    """One for each use that is asked for beside its own, in their order; the own use's is the viewfinder itself.

    `picture` is all of the frame, in its pixels; `scale` how many of the camera's own pixels lie along one of those.
    """
    view = scene.viewfinder or picture
    size = round(picture.width * scale), round(picture.height * scale)
    whole = reframed(scene, view, picture)

    def one(preset: Preset) -> Outline:
        if preset == own:
            return Outline(preset, deliver(_larger(view, scale), preset))
        found = offer(whole, picture, size, preset)
        return Outline(preset, found if isinstance(found, Absent) else found.delivery)

    return tuple(one(preset) for preset in others)


def _larger(view: Viewfinder, scale: float) -> Viewfinder:
    left, top, width, height = (round(x * scale) for x in (view.left, view.top, view.width, view.height))
    return Viewfinder(left, top, width, height)
