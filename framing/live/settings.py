"""What the person at the page has chosen, as one value that is swapped whole while the picture runs."""

from __future__ import annotations

from dataclasses import dataclass

from framing.overlay.marks import Landmarks
from framing.types import Preset, Viewer, Viewfinder


@dataclass(frozen=True, slots=True)
class Settings:
    """The intended use, who looks, and how many landmarks are drawn."""

    preset: Preset | None = None
    viewer: Viewer = Viewer.FRONT
    landmarks: Landmarks = Landmarks.LIGHT


def viewfinder(width: int, height: int, preset: Preset | None) -> Viewfinder:
    """The part of a width x height picture that this use would keep; all of it without a use."""
    return Viewfinder.centred(width, height, preset.aspect if preset else width / height)
