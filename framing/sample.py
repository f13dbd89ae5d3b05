"""A moving sample for people without a camera: a virtual camera held by hand before a photograph.

The page draws it (assets/guide/sample.js) from the scenery and the stops that stand here.

The photograph is NASA's portrait of Eileen Collins, in the public domain (NOTICE). The camera must not look under it:
there it has no surroundings.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image as Pillow

from framing.scenery import Camera, Scenery, around
from framing.types import Image

FPS = 15  # pictures a second: it moves slowly, and two cores also look at it

_PHOTOGRAPH = Path(__file__).parents[1] / "assets" / "sample.jpg"
_GOOD = Camera(0.44, 0.269, 0.56, 4.0)  # the sitter leans a little: the camera leans with her
_TILTED = replace(_GOOD, roll=-9.0)
_ASIDE = replace(_TILTED, x=0.76)  # so far that a viewfinder which follows comes to the picture's edge
_START = replace(_ASIDE, y=0.2)
_AWAY = Camera(0.45, 0.25, 1.2, 2.0)
# What a person goes through in 40 seconds: three things put right one after the other as the guide asks for them, a
# while in which all holds, and losing it again in three ways.
STOPS: tuple[tuple[float, Camera], ...] = (
    (0.0, _START),
    (3.0, _START),
    (4.5, _ASIDE),
    (5.5, _ASIDE),
    (7.5, _TILTED),
    (8.5, _TILTED),
    (10.0, _GOOD),
    (17.0, _GOOD),
    (19.5, _AWAY),
    (22.5, _AWAY),
    (25.0, replace(_GOOD, x=0.05)),
    (27.5, replace(_GOOD, x=0.05)),
    (29.5, replace(_GOOD, exposure=0.8)),
    (33.0, replace(_GOOD, exposure=0.8)),
    (35.0, _GOOD),
    (37.0, _GOOD),
    (40.0, _START),
)
LOOP = STOPS[-1][0]  # seconds


def path(seconds: float) -> Camera:
    """Where the camera looks at that moment: it eases from stop to stop, breathes, and starts again every 40 s."""
    at = seconds % LOOP
    number = int(np.searchsorted([time for time, _ in STOPS], at, side="right")) - 1
    (start, before), (end, after) = STOPS[number], STOPS[number + 1]
    share = (at - start) / (end - start)
    eased = share * share * (3.0 - 2.0 * share)
    x, y, height, roll, exposure = (a + (b - a) * eased for a, b in zip(astuple(before), astuple(after), strict=True))
    breath = 0.002 * np.sin(2.0 * np.pi * seconds / 5.0)  # 8 breaths to a loop
    return Camera(x + breath, y + breath, height, roll, exposure)


@cache
def photograph() -> Image:
    """The shipped photograph, (h, h, 3)."""
    with Pillow.open(_PHOTOGRAPH) as picture:
        return np.array(picture.convert("RGB"))


@cache
def scenery() -> Scenery:
    """The photograph among its surroundings."""
    return around(photograph())


def view(camera: Camera) -> Image:
    """What the camera shows, 1280x720 RGB."""
    return scenery().view(camera)
