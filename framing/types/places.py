"""Where things are, in pictures and in viewfinder heights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.types.message import Message, filled

Image = NDArray[np.uint8]  # (height, width, 3), RGB
Points = NDArray[np.float64]  # (n, 2) or (n, 3), viewfinder heights


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a value is not there ("shoulders not in view")."""

    why: Message


def too_few_between_the_eyes(there: float, needed: float) -> Absent:
    """Why something is not read off a face that is too small in the picture."""
    few = "too few pixels: {there:.0f} between the eyes, {needed:.0f} needed"
    return Absent(filled(few, there=there, needed=needed))


class Point(NamedTuple):
    """A place in viewfinder heights."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Viewfinder:
    """The rectangle of a picture that will be kept, in whole pixels of that picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Width over height, above 0."""
        return self.width / self.height

    def to_units(self, pixels: NDArray[Any]) -> Points:
        """Places in viewfinder heights; (n, 2) or (n, 3) pixels in, the same shape out, z scaled alike."""
        origin = np.array([self.left, self.top, 0.0])[: pixels.shape[-1]]
        return np.asarray((pixels - origin) / self.height, dtype=np.float64)

    def to_pixels(self, units: NDArray[Any]) -> Points:
        """Places in picture pixels, the inverse of `to_units`."""
        origin = np.array([self.left, self.top, 0.0])[: units.shape[-1]]
        return np.asarray(units * self.height + origin, dtype=np.float64)

    def within(self, other: Viewfinder) -> Viewfinder:
        """What this rectangle has in common with another one, at least a pixel."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        right = min(self.left + self.width, other.left + other.width)
        bottom = min(self.top + self.height, other.top + other.height)
        return Viewfinder(left, top, max(1, right - left), max(1, bottom - top))

    def near(self, other: Viewfinder) -> bool:
        """Whether it is as large as another one and within a tenth of a side of it: about the same surroundings."""
        alike = (self.width, self.height) == (other.width, other.height)
        across, down = abs(self.left - other.left), abs(self.top - other.top)
        return alike and across <= 0.1 * self.width and down <= 0.1 * self.height

    def moved(self, right: int, down: int) -> Viewfinder:
        """The rectangle so many pixels further to the right and further down."""
        return Viewfinder(self.left + right, self.top + down, self.width, self.height)

    def from_picture_heights(self, length: float, picture: Image) -> float:
        """A length that is told in heights of the whole picture, in heights of this rectangle of it."""
        return length * float(picture.shape[0]) / self.height

    def to_picture_heights(self, length: float, picture: Image) -> float:
        """The inverse of `from_picture_heights`."""
        return length * self.height / float(picture.shape[0])

    @staticmethod
    def whole(pixels: Image) -> Viewfinder:
        """All of a picture."""
        return Viewfinder(0, 0, pixels.shape[1], pixels.shape[0])

    @staticmethod
    def centred(width: int, height: int, aspect: float) -> Viewfinder:
        """The largest centred rectangle of that aspect ratio inside a width x height picture."""
        w, h = min(width, round(height * aspect)), min(height, round(width / aspect))
        w, h = max(1, w), max(1, h)
        return Viewfinder((width - w) // 2, (height - h) // 2, w, h)


@dataclass(frozen=True, slots=True, eq=False)
class CloseUp:
    """The main face in the camera's own pixels, RGB, cut out where the frame itself was made smaller on its way."""

    pixels: Image
    time: float  # when it was taken, as of a Frame


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture as it came, unmirrored, with the moment it was taken (seconds on a steady clock)."""

    pixels: Image
    viewfinder: Viewfinder
    time: float = 0.0
    scale: float = 1.0  # how many of the camera's own pixels lie along one of these
    close_up: CloseUp | None = None  # the newest; it need not be of the same moment
