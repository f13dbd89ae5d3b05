"""A moving sample for whoever has no camera at hand: a virtual camera held by hand before a photograph.

The photograph is NASA's portrait of Eileen Collins, in the public domain (NOTICE). It is extended by the colours of its
edges to the sides and upward, never downward: the camera must not look under it.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image as Pillow

from framing.types import Image

_PHOTOGRAPH = Path(__file__).parents[2] / "assets" / "sample.jpg"
WIDTH, HEIGHT = 1280, 720
_SIDES, _ABOVE = 1.0, 0.6  # heights of the photograph by which it is extended
_LOWEST = 0.995  # the lower edge of what is shown, in heights of the photograph


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the virtual camera looks: the view's middle and height in heights of the photograph; degrees; stops."""

    x: float = 0.44
    y: float = 0.5
    height: float = 0.99
    roll: float = 0.0
    exposure: float = 0.0


_GOOD = Camera(0.44, 0.325, 0.65, 4.0)  # the sitter leans a little: the camera leans with her
_START = Camera(0.52, 0.44, 0.96, -9.0)
# What a person goes through in 40 seconds: a bad start, getting it right, and losing it again in four ways.
_STOPS: tuple[tuple[float, Camera], ...] = (
    (0.0, _START),
    (4.0, _START),
    (9.0, _GOOD),
    (17.0, _GOOD),
    (20.0, Camera(0.45, 0.25, 1.2)),
    (23.0, Camera(0.45, 0.25, 1.2)),
    (26.0, Camera(0.6, 0.325, 0.65, 4.0)),
    (29.0, Camera(0.6, 0.325, 0.65, 4.0)),
    (32.0, Camera(0.44, 0.34, 0.42, 4.0)),
    (35.0, Camera(0.44, 0.34, 0.42, 4.0)),
    (40.0, _START),
)
LOOP = _STOPS[-1][0]  # seconds


def path(seconds: float) -> Camera:
    """Where the camera looks at that moment: it eases from stop to stop, breathes, and begins anew every 40 s."""
    at = seconds % LOOP
    times = [time for time, _ in _STOPS]
    number = int(np.searchsorted(times, at, side="right")) - 1
    (start, before), (end, after) = _STOPS[number], _STOPS[number + 1]
    share = (at - start) / (end - start)
    eased = share * share * (3.0 - 2.0 * share)
    x, y, height, roll, exposure = (a + (b - a) * eased for a, b in zip(astuple(before), astuple(after), strict=True))
    breath = 0.002 * np.sin(2.0 * np.pi * seconds / 5.0)  # 8 breaths to a loop
    return Camera(x + breath, min(y + breath, _LOWEST - height / 2.0), height, roll, exposure)


@cache
def photograph() -> Image:
    """The shipped photograph, (h, h, 3)."""
    with Pillow.open(_PHOTOGRAPH) as picture:
        return np.array(picture.convert("RGB"))


@cache
def _scenery() -> Image:
    """The photograph with out-of-focus surroundings in the colours of its edges."""
    picture = photograph()
    size = picture.shape[0]
    above, side = round(_ABOVE * size), round(_SIDES * size)
    wide = cv2.copyMakeBorder(picture, above, 0, side, side, cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(wide, (0, 0), size / 24.0)
    inside = np.zeros(wide.shape[:2], np.float32)
    inside[above:, side:-side] = 1.0
    # The surroundings begin a little inside, so that no seam is seen.
    share = cv2.blur(cv2.erode(inside, np.ones((9, 9)), borderValue=1.0), (17, 17))[..., None]
    return np.asarray(np.clip(wide * share + soft * (1.0 - share), 0, 255), np.uint8)


def view(camera: Camera) -> Image:
    """What the camera shows, 1280x720 RGB."""
    size = photograph().shape[0]
    scale = HEIGHT / (camera.height * size)
    turn = cv2.getRotationMatrix2D((0.0, 0.0), camera.roll, scale)
    middle = turn[:, :2] @ np.array([(camera.x + _SIDES) * size, (camera.y + _ABOVE) * size])
    turn[:, 2] = np.array([WIDTH, HEIGHT]) / 2.0 - middle
    shown = cv2.warpAffine(_scenery(), turn, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if camera.exposure:
        shown = cv2.convertScaleAbs(shown, alpha=2.0 ** (camera.exposure / 2.2))
    return np.asarray(shown, np.uint8)
