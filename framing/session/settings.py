"""What the person at the page has chosen, as one value that is swapped whole while the picture runs."""

from __future__ import annotations

from dataclasses import dataclass

from framing.overlay.marks import Landmarks
from framing.say import ENGLISH, Language
from framing.say.told import Wording
from framing.types import NOT_CALIBRATED, Absent, Preset, Viewer, Viewfinder
from framing.verdict.weights import GUIDES, Weights


@dataclass(frozen=True, slots=True)
class Settings:
    """The intended use, who looks, what is drawn over the picture, and what is known of the camera."""

    preset: Preset | None = None
    viewer: Viewer = Viewer.FRONT
    landmarks: Landmarks = Landmarks.LIGHT
    language: Language = ENGLISH  # of what is said beside the picture
    others: tuple[Preset, ...] = ()  # uses whose cuts are shown on the stage at the same time
    focal: float | Absent = NOT_CALIBRATED  # the lens's focal length in picture heights, from `Session.focal_at`
    weights: Weights = GUIDES  # of the verdict; a studio may have its own
    wording: Wording = "plain"  # how much of a cue is put into words


def viewfinder(width: int, height: int, preset: Preset | None) -> Viewfinder:
    """The part of a width x height picture that this use would keep; all of it without a use."""
    return Viewfinder.centred(width, height, preset.aspect if preset else width / height)
