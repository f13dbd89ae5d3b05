"""From viewfinder heights of the unmirrored picture to pixels of the picture as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from framing.overlay.shapes import Box
from framing.types import Viewfinder

FAR = 50.0  # viewfinder heights; what is farther out is taken to be here, out of sight all the same


@dataclass(frozen=True, slots=True)
class Screen:
    """A picture of width x height pixels, and the viewfinder in it."""

    viewfinder: Viewfinder
    width: int
    height: int
    mirrored: bool

    @property
    def short(self) -> int:
        """The picture's shorter side in pixels, by which letters are measured."""
        return min(self.width, self.height)

    @property
    def scale(self) -> int:
        """The viewfinder's shorter side in pixels, by which lines are measured."""
        return min(self.viewfinder.width, self.viewfinder.height)

    @property
    def window(self) -> Box:
        """The viewfinder."""
        return self.box(Box(0.0, 0.0, self.viewfinder.aspect, 1.0))

    def pixels(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """(n, 2) places to (n, 2) pixels, 0 at the edge of the first pixel."""
        xy = self.viewfinder.to_pixels(np.clip(places, -FAR, FAR))
        if self.mirrored:
            xy[:, 0] = self.width - xy[:, 0]
        return xy

    def box(self, box: Box) -> Box:
        """The same box in pixels."""
        (x0, y0), (x1, y1) = self.pixels(np.array([[box.left, box.top], [box.right, box.bottom]])).tolist()
        return Box(min(x0, x1), y0, max(x0, x1), y1)

    def part(self, box: Box) -> tuple[slice, slice]:
        """The rows and columns of the picture that a box in pixels touches; none where it lies outside."""
        left, right = (min(max(x, 0), self.width) for x in (floor(box.left), ceil(box.right)))
        top, bottom = (min(max(y, 0), self.height) for y in (floor(box.top), ceil(box.bottom)))
        return slice(top, max(top, bottom)), slice(left, max(left, right))
