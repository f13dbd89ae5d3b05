"""A moving sample for whoever has no camera at hand: a virtual camera held by hand before a photograph.

The photograph is NASA's portrait of Eileen Collins, in the public domain (NOTICE). It is extended by the colours of its
edges to the sides and upward, never downward: the camera must not look under it.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pillow

from framing.types import Image

_PHOTOGRAPH = Path(__file__).parents[2] / "assets" / "sample.jpg"
WIDTH, HEIGHT = 1280, 720
_SIDES, _ABOVE = 1.0, 0.6  # heights of the photograph by which it is extended
_FAR = 0.4  # heights of the photograph after which the surroundings are as soft as they get
_SMALL = 1 / 16


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the virtual camera looks: the view's middle and height in heights of the photograph; degrees; stops."""

    x: float = 0.5
    y: float = 0.5
    height: float = 1.0
    roll: float = 0.0  # the way in which the picture's content turns, counter-clockwise
    exposure: float = 0.0


_GOOD = Camera(0.44, 0.325, 0.65, 4.0)  # the sitter leans a little: the camera leans with her
_TILTED = replace(_GOOD, roll=-9.0)
_ASIDE = replace(_TILTED, x=0.56)
_START = replace(_ASIDE, y=0.2)
_AWAY = Camera(0.45, 0.25, 1.2, 2.0)
# What a person goes through in 40 seconds: three things put right one after the other as the guide asks for them, a
# while in which all holds, and losing it again in three ways.
_STOPS: tuple[tuple[float, Camera], ...] = (
    (0.0, _START),
    (3.0, _START),
    (4.5, _ASIDE),
    (6.0, _ASIDE),
    (7.5, _TILTED),
    (8.5, _TILTED),
    (10.0, _GOOD),
    (17.0, _GOOD),
    (19.5, _AWAY),
    (22.5, _AWAY),
    (25.0, replace(_GOOD, x=0.3)),
    (27.5, replace(_GOOD, x=0.3)),
    (29.5, replace(_GOOD, exposure=0.8)),
    (33.0, replace(_GOOD, exposure=0.8)),
    (35.0, _GOOD),
    (37.0, _GOOD),
    (40.0, _START),
)
LOOP = _STOPS[-1][0]  # seconds


def path(seconds: float) -> Camera:
    """Where the camera looks at that moment: it eases from stop to stop, breathes, and begins anew every 40 s."""
    at = seconds % LOOP
    number = int(np.searchsorted([time for time, _ in _STOPS], at, side="right")) - 1
    (start, before), (end, after) = _STOPS[number], _STOPS[number + 1]
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
def _scenery() -> Image:
    """The photograph among surroundings in the colours of its edges, the more out of focus the further away."""
    picture = photograph()
    size = picture.shape[0]
    above, side = round(_ABOVE * size), round(_SIDES * size)
    wide = cv2.copyMakeBorder(picture, above, 0, side, side, cv2.BORDER_REPLICATE).astype(np.float32)
    near = cv2.GaussianBlur(wide, (0, 0), size / 24.0, borderType=cv2.BORDER_REPLICATE)
    # So wide a blur takes seconds on the picture itself, and no time on a small copy.
    small = cv2.resize(wide, None, fx=_SMALL, fy=_SMALL, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), _SMALL * size / 4.0, borderType=cv2.BORDER_REPLICATE)
    far = cv2.resize(small, wide.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    outside = np.ones(wide.shape[:2], np.uint8)
    outside[above:, side:-side] = 0
    away = cv2.distanceTransform(outside, cv2.DIST_L2, 5)[..., None] / (_FAR * size)
    soft = near + (far - near) * np.minimum(away, 1.0)
    # The surroundings begin a little inside, so that no seam is seen.
    inside = (1 - outside).astype(np.float32)
    share = cv2.blur(cv2.erode(inside, np.ones((9, 9)), borderValue=1.0), (17, 17))[..., None]
    return np.asarray(np.clip(wide * share + soft * (1.0 - share), 0, 255), np.uint8)


def view(camera: Camera) -> Image:
    """What the camera shows, 1280x720 RGB."""
    size = photograph().shape[0]
    scale = HEIGHT / (camera.height * size)
    turn = cv2.getRotationMatrix2D((0.0, 0.0), camera.roll, scale)
    middle = np.array([camera.x + _SIDES, camera.y + _ABOVE]) * size
    # Half a pixel on either side, for OpenCV counts from the middle of the first one.
    turn[:, 2] = np.array([WIDTH, HEIGHT]) / 2.0 - 0.5 - turn[:, :2] @ (middle - 0.5)
    shown = cv2.warpAffine(_scenery(), turn, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if camera.exposure:
        shown = cv2.convertScaleAbs(shown, alpha=2.0 ** (camera.exposure / 2.2))  # stops of light, in encoded values
    return np.asarray(shown, np.uint8)
