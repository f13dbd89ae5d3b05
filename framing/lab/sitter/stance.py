"""How sitter, camera and lamp stand to each other: what a sitter can change by doing what a cue says."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from framing.scenery import HEIGHT, WIDTH, Camera
from framing.types import Point

ASPECT = WIDTH / HEIGHT


@dataclass(frozen=True, slots=True)
class Stance:
    """Where the face is in the camera's picture, in heights of that picture, and how it is lit."""

    x: float = ASPECT / 2  # the middle of the eyes, from the left
    y: float = 0.4  # and from the top
    face: float = 0.24  # T, eye middle to chin
    roll: float = 0.0  # degrees, + toward the sitter's right shoulder
    exposure: float = 0.0  # stops more than in the photograph
    across: float = 0.0  # stops more of light from the sitter's left
    above: float = 0.0  # and from above


def camera(stance: Stance, eyes: Point, face: float) -> Camera:
    """The virtual camera that shows a photograph, its `eyes` and T `face` in heights of it, in that stance."""
    height = face / stance.face
    # Where the eyes stand in the picture, turned back into the photograph's own axes.
    right, down = (stance.x - ASPECT / 2) * height, (stance.y - 0.5) * height
    c, s = cos(radians(stance.roll)), sin(radians(stance.roll))
    return Camera(
        eyes.x - (c * right - s * down), eyes.y - (s * right + c * down), height, stance.roll, stance.exposure
    )
