"""A photograph among soft surroundings, and a virtual camera that looks at it from anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image

WIDTH, HEIGHT = 1280, 720
_SIDES, _ABOVE = 1.0, 0.6  # heights of the photograph by which it is extended
_FAR = 0.4  # heights of the photograph after which the surroundings are as soft as they get
_SMALL = 1 / 16
_NOISE = 2.0  # grey levels, a webcam's in a lit room
_GRAINS = 4  # noisy pictures that take turns: making noise takes longer than seeing through it


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the virtual camera looks: the view's middle and height in heights of the photograph; degrees; stops."""

    x: float = 0.5
    y: float = 0.5
    height: float = 1.0
    roll: float = 0.0  # the way in which the picture's content turns, counter-clockwise
    exposure: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Scenery:
    """A photograph with its surroundings; places are in heights of the photograph from its upper left corner.

    The surroundings continue the colours of its edges to the sides and upward, never downward: there the sitter is cut.
    """

    pixels: Image  # the photograph and its surroundings
    side: int  # pixels of surroundings on either side
    above: int  # and above
    size: int  # pixels that one height of the photograph has

    def placing(self, camera: Camera) -> NDArray[np.float64]:
        """The (2, 3) matrix from places in these pixels to those in what the camera shows."""
        scale = HEIGHT / (camera.height * self.size)
        turn = np.array(cv2.getRotationMatrix2D((0.0, 0.0), camera.roll, scale), np.float64)
        middle = np.array([camera.x * self.size + self.side, camera.y * self.size + self.above])
        # Half a pixel on either side, for OpenCV counts from the middle of the first one.
        turn[:, 2] = np.array([WIDTH, HEIGHT]) / 2.0 - 0.5 - turn[:, :2] @ (middle - 0.5)
        return turn

    def view(self, camera: Camera) -> Image:
        """What the camera shows, 1280x720 RGB; below the photograph its last row goes on."""
        shown = cv2.warpAffine(
            self.pixels, self.placing(camera), (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        if camera.exposure:
            shown = cv2.convertScaleAbs(shown, alpha=2.0 ** (camera.exposure / 2.2))  # stops, in encoded values
        return np.asarray(shown, np.uint8)


def around(photograph: Image) -> Scenery:
    """The photograph among surroundings in the colours of its edges, the more out of focus the further away."""
    size = photograph.shape[0]
    above, side = round(_ABOVE * size), round(_SIDES * size)
    wide = cv2.copyMakeBorder(photograph, above, 0, side, side, cv2.BORDER_REPLICATE).astype(np.float32)
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
    pixels = np.asarray(np.clip(wide * share + soft * (1.0 - share), 0, 255), np.uint8)
    return Scenery(pixels, side, above, size)


def noisy(picture: Image, number: int) -> Image:
    """A view as a webcam gives it: those whose numbers follow each other differ in their noise."""
    return np.asarray(cv2.add(picture, _grains()[number % _GRAINS], dtype=cv2.CV_8U), np.uint8)


@cache
def _grains() -> list[NDArray[np.int16]]:
    rng = np.random.default_rng(0)
    return [rng.normal(0.0, _NOISE, (HEIGHT, WIDTH, 3)).astype(np.int16) for _ in range(_GRAINS)]
