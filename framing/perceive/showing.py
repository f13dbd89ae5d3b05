"""What of the face's features can be seen."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.perceive import covered_eyes, covered_mouth
from framing.perceive.patches import skin_colour
from framing.perceive.surface import apart
from framing.types import Absent, Image, Shown, too_few_between_the_eyes

_FEWEST = 36.0  # pixels between the eyes from which lids and lips can be told
_PLATE = 64.0  # to which a larger face is shrunk
_TURNED = 25.0  # degrees of yaw beyond which the far eye is half hidden by the nose


def shown(pixels: Image, mesh: NDArray[np.float64], yaw: float) -> Shown | Absent:
    """What can be seen of eyes and mouth; `mesh` is (478, 2) in pixels of the picture, `yaw` in degrees."""
    size = apart(mesh)
    if size < _FEWEST:
        return too_few_between_the_eyes(size, _FEWEST)
    if abs(yaw) > _TURNED:
        return Absent("the face is turned too far to tell whether all of it shows")
    scale = min(1.0, _PLATE / size)
    small = np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    points = (mesh + 0.5) * scale - 0.5
    skin = skin_colour(small, points)
    if isinstance(skin, Absent):
        return skin
    right, left = (covered_eyes.look(small, points, side, skin) for side in (0, 1))
    return Shown(
        *covered_eyes.hidden(right, left),
        mouth=not covered_mouth.covered(small, points),
        red=int(right.red) + int(left.red),
    )
