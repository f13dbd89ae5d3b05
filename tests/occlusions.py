"""What may lie over a face, painted on a photograph by its mesh, (478, 2) in pixels; and what is allowed."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from framing.types import Image

_Colour = tuple[int, int, int]
_Area = NDArray[np.float32]
_JAW = [234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454]


class _Eyes:
    """Where the eyes are: their middles, the distance between them, and the unit vectors across and down."""

    def __init__(self, mesh: NDArray[np.float64]) -> None:
        self.right, self.left = mesh[[33, 133], :2].mean(axis=0), mesh[[362, 263], :2].mean(axis=0)
        self.apart = float(np.hypot(*(self.left - self.right)))
        self.across = (self.left - self.right) / self.apart
        self.down = np.array([-self.across[1], self.across[0]])
        self.middle = (self.right + self.left) / 2

    def ellipse(self, shape: tuple[int, ...], at: NDArray[np.float64], half: tuple[float, float]) -> _Area:
        area = np.zeros(shape[:2], np.float32)
        axes = (round(half[0] * self.apart), round(half[1] * self.apart))
        angle = float(np.degrees(np.arctan2(self.across[1], self.across[0])))
        cv2.ellipse(area, (round(at[0]), round(at[1])), axes, angle, 0, 360, 1.0, -1, cv2.LINE_AA)
        return area


def _mixed(picture: Image, area: _Area, colour: _Colour, share: float = 1.0) -> Image:
    over = (area * share)[..., None]
    return np.asarray(picture * (1.0 - over) + np.array(colour) * over + 0.5, np.uint8)


def _lenses(picture: Image, mesh: NDArray[np.float64], colour: _Colour, share: float) -> Image:
    eyes = _Eyes(mesh)
    for eye in (eyes.right, eyes.left):
        picture = _mixed(picture, eyes.ellipse(picture.shape, eye, (0.36, 0.27)), colour, share)
    return picture


def sunglasses(picture: Image, mesh: NDArray[np.float64]) -> Image:
    return _lenses(picture, mesh, (14, 14, 16), 1.0)


def tinted(picture: Image, mesh: NDArray[np.float64]) -> Image:
    return _lenses(picture, mesh, (60, 45, 25), 0.75)


def glare(picture: Image, mesh: NDArray[np.float64]) -> Image:
    return thin_frames(_lenses(picture, mesh, (250, 250, 252), 0.9), mesh)


def hair(picture: Image, mesh: NDArray[np.float64]) -> Image:
    eyes = _Eyes(mesh)
    return _mixed(picture, eyes.ellipse(picture.shape, eyes.left, (0.33, 0.35)), (54, 38, 28))


def mask(picture: Image, mesh: NDArray[np.float64], colour: _Colour = (190, 215, 225)) -> Image:
    eyes = _Eyes(mesh)
    jaw = [p for p in mesh[_JAW, :2] if (p - eyes.middle) @ eyes.down > 0.33 * eyes.apart]
    edge = ((-0.95, 0.4), (0, 0.28), (0.95, 0.4))
    top = [eyes.middle + (x * eyes.across + y * eyes.down) * eyes.apart for x, y in edge]
    area = np.zeros(picture.shape[:2], np.float32)
    cv2.fillConvexPoly(area, cv2.convexHull(np.rint(np.array([*top, *jaw])).astype(np.int32)), 1.0, cv2.LINE_AA)
    return _mixed(picture, area, colour)


def skin_mask(picture: Image, mesh: NDArray[np.float64]) -> Image:
    """A mask of the cheek's own colour."""
    cheek = picture[tuple(np.rint(mesh[[50, 280], 1::-1]).astype(int).T)].mean(axis=0)
    red, green, blue = (int(c) for c in cheek)
    return mask(picture, mesh, (red, green, blue))


def red_pupils(picture: Image, mesh: NDArray[np.float64]) -> Image:
    eyes = _Eyes(mesh)
    for iris in (468, 473):
        radius = float(np.hypot(*(mesh[iris + 1 : iris + 5, :2] - mesh[iris, :2]).T).mean()) / eyes.apart
        area = eyes.ellipse(picture.shape, mesh[iris, :2], (0.6 * radius, 0.6 * radius))
        picture = _mixed(picture, area, (215, 25, 20), 0.9)
    return picture


def thin_frames(picture: Image, mesh: NDArray[np.float64]) -> Image:
    eyes, picture = _Eyes(mesh), picture.copy()
    width = max(1, round(0.02 * eyes.apart))
    for eye in (eyes.right, eyes.left):
        at = eye + 0.04 * eyes.apart * eyes.down
        axes = (round(0.36 * eyes.apart), round(0.27 * eyes.apart))
        cv2.ellipse(picture, (round(at[0]), round(at[1])), axes, 0, 0, 360, (40, 30, 25), width, cv2.LINE_AA)
    return picture


def beard(picture: Image, mesh: NDArray[np.float64]) -> Image:
    eyes, random = _Eyes(mesh), np.random.default_rng(0)
    area = (mask(picture, mesh) != picture).any(axis=2)
    rows, columns = np.indices(area.shape)
    below = (columns - eyes.middle[0]) * eyes.down[0] + (rows - eyes.middle[1]) * eyes.down[1]
    area &= below > 0.85 * eyes.apart
    lips = np.zeros(area.shape, np.uint8)
    cv2.fillConvexPoly(lips, cv2.convexHull(np.rint(mesh[[61, 37, 267, 291, 314, 84], :2]).astype(np.int32)), 1)
    hairs = (np.array((45, 34, 28)) * random.uniform(0.4, 1.8, (*area.shape, 1))).astype(np.uint8)
    return np.where((area & (lips == 0))[..., None], hairs, picture)
