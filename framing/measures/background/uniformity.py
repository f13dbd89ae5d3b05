"""How even the backdrop is: what documents ask for."""

from __future__ import annotations

from math import exp

import cv2
import numpy as np

from framing import parts
from framing.types import Backdrop, Measure, Remedy

# OFIQ looks 3.03 eye distances to either side of the eyes, 2.41 up and 1.19 down.
_BESIDE, _ABOVE, _BELOW = 3.03, 2.41, 1.19
# Gradients are steeper on this map, with 40 pixels between the eyes, than on OFIQ's with 81.3: the median of 79
# photographs. Its own scale would need enlarged webcam pictures, which look smoother than they are.
_STEEPER = 1.45


def uniformity(behind: Backdrop) -> float:
    """OFIQ's score of an even backdrop, 0..100: flat grey 100, a plain studio above 75, a street under 50.

    From the mean Scharr gradient of linear light outside the eroded mask (docs/measures.md, "Uniformity").
    """
    unit, eyes = behind.eye_distance, behind.eyes
    height, width = behind.person.shape
    left, right = (int(np.clip(eyes.x + s * _BESIDE * unit, 0, width)) for s in (-1, 1))
    top, bottom = (int(np.clip(eyes.y + s * unit, 0, height)) for s in (-_ABOVE, _BELOW))
    lightness, person = behind.lightness[top:bottom, left:right], behind.person[top:bottom, left:right]
    free = cv2.erode((person < 0.5).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0 if person.size else person > 1
    if not free.any():
        return score(0.0)
    root = (lightness + 16.0) / 116.0
    light = 255.0 * root * root * root  # as in `light_of`; it differs only near black
    gradient = cv2.magnitude(cv2.Scharr(light, cv2.CV_32F, 1, 0), cv2.Scharr(light, cv2.CV_32F, 0, 1))
    return score(float(gradient[free].mean()) / _STEEPER)


def score(gradient: float) -> float:
    """OFIQ's quality, 0..100, of a mean gradient of 0 or more on codes of 0..255."""
    return min(190.0 * (1.0 - 1.0 / (1.0 + exp((10.0 - gradient) / 100.0))), 100.0)


MEASURE = Measure(
    name="uniformity",
    label="Evenness",
    unit="of 100",
    of=parts.backdrop,
    take=uniformity,
    rank=77,
    when_low=Remedy(
        "Stand before a plain, evenly lit backdrop, a step away from it",
        aloud="Stand a step away from a plain backdrop",
    ),
    words=lambda value: "uneven" if value < 50.0 else "fairly even" if value < 75.0 else "even",
)
