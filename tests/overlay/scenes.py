"""What the overlay's tests say and see: guidance made by hand, and a picture with no two rows or columns alike."""

from __future__ import annotations

import numpy as np

from framing.types import (
    Band,
    Cue,
    Direction,
    Guidance,
    Image,
    Preset,
    Verdict,
    Viewfinder,
)
from tests import words

LONG = "Fill the shadow side: turn toward the light, or put something white opposite it"
HEADSHOT = Verdict("headshot", 0.78, "head_and_shoulders", (), "")
PORTRAIT = Verdict("portrait", 0.36, "bust_half", (), "")
CERTAIN = Verdict("portrait", 0.001, "full_length", (), "")
NEITHER = Verdict("neither", None, "bust_half", (), "")
NOBODY = Verdict("neither", None, "none", (), "")


def preset(shape: str = "rectangle", reads_as: str = "headshot", **bands: Band) -> Preset:
    asked = bands or {"face_height": Band(0.20, 0.28), "eye_line": Band(0.33, 0.43)}
    return Preset("some", "Some use", 0.8, (800, 1000), reads_as, shape, "a test", asked)  # type: ignore[arg-type]


def cue(text: str = "Move to your left", direction: Direction = Direction.NONE) -> Cue:
    return words.cue(text, direction=direction)


def guidance(*cues: Cue, verdict: Verdict = HEADSHOT, use: Preset | None = None, ready: bool = False) -> Guidance:
    return Guidance(0.0, verdict, (), cues, ready, use)


def picture(width: int = 1280, height: int = 720) -> Image:
    """Noise, so that any pixel painted over is seen to be."""
    return np.random.default_rng(0).integers(90, 256, (height, width, 3)).astype(np.uint8)


def view(image: Image, aspect: float = 0.8) -> Viewfinder:
    return Viewfinder.centred(image.shape[1], image.shape[0], aspect)
