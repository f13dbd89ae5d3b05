"""A small level picture of one feature, with the mesh's points in it: whatever its size and however the head leans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.pixels import linear, luminance
from framing.types import Image

_DARKEST = 0.004  # linear light that is added, so that black has a logarithm: code 12 of 255
_FAINT = 1e-3  # stops squared: under that a map is flat, and like nothing
_WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


class Feature(NamedTuple):
    """Where one feature lies: two points of its axis, the one at small x first, and the size of what is cut out."""

    right: NDArray[np.float64]
    left: NDArray[np.float64]
    width: int
    height: int
    span: float  # pixels between the two points


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """What was cut out: linear light, and its logarithms in stops."""

    light: NDArray[np.float64]  # (h, w, 3), 0..1
    stops: NDArray[np.float64]  # (h, w), of the luminance
    colours: NDArray[np.float64]  # (h, w, 3), stops of red, green and blue
    move: NDArray[np.float64]  # (2, 3), from the pixels of the picture to those of the piece

    def places(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Points (n, 2) of the picture in the piece's own pixels."""
        return np.asarray(points @ self.move[:, :2].T + self.move[:, 2])

    def area(self, outline: NDArray[np.float64]) -> NDArray[np.uint8]:
        """1 inside the outline, (n, 2) in pixels of the picture, else 0; (h, w)."""
        found = np.zeros(self.stops.shape, np.uint8)
        cv2.fillPoly(found, [np.rint(self.places(outline)).astype(np.int32)], 1)
        return found


def in_stops(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """log2 of linear light, where black is as dark as the darkest that eight bits tell apart."""
    return np.asarray(np.log2(light + _DARKEST))


def bright(colour: NDArray[np.float64]) -> float:
    """The luminance of one linear colour in stops, as `Piece.stops` has it."""
    return float(in_stops(colour @ _WEIGHTS))


def cut(pixels: Image, feature: Feature) -> Piece:
    """The feature, level and at its size; what lies beyond the picture is as its edge."""
    across = feature.left - feature.right
    length = max(float(np.hypot(*across)), 1e-6)
    x, y = across / length * (feature.span / length)
    move = np.array([[x, y, 0.0], [-y, x, 0.0]])
    middle = np.array([feature.width - 1, feature.height - 1]) / 2.0
    move[:, 2] = middle - move[:, :2] @ ((feature.right + feature.left) / 2.0)
    part = cv2.warpAffine(pixels, move, (feature.width, feature.height), borderMode=cv2.BORDER_REPLICATE)
    seen = np.asarray(part, dtype=np.uint8)
    light = linear(seen)
    return Piece(light, in_stops(luminance(seen)), in_stops(light), move)


def edges(stops: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Stops a pixel across and down, (h, w) each."""
    across = cv2.Sobel(stops, cv2.CV_64F, 1, 0) / 8.0
    return np.asarray(across), np.asarray(cv2.Sobel(stops, cv2.CV_64F, 0, 1) / 8.0)


def smoothed(values: NDArray[np.float64], by: float) -> NDArray[np.float64]:
    """The map blurred by that many pixels."""
    return np.asarray(cv2.GaussianBlur(values, (0, 0), by))


def likeness(
    seen: NDArray[np.float64], wanted: NDArray[np.float64], where: NDArray[np.bool_], shifts: Sequence[tuple[int, int]]
) -> float:
    """The correlation of two maps inside `where`, -1..1, at the best of the shifts (down, across) of the wanted one."""
    one = seen[where] - seen[where].mean()
    others = np.array([np.roll(wanted, shift, (0, 1))[where] for shift in shifts])
    others -= others.mean(axis=1, keepdims=True)
    norms = np.sqrt((one @ one) * np.einsum("ij,ij->i", others, others) + _FAINT)
    return float((others @ one / norms).max())
