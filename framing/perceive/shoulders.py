"""Whether the shoulders are bare: where the person's mask and the skin of this very face agree on them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.perceive.skin_colour import lab, skin_lab
from framing.types import Absent, Image, Points

_LEFT, _RIGHT, _HANDS = 11, 12, range(15, 23)
_VISIBLE = 0.66  # of a shoulder's joint, as for every joint that is counted
_HAND = 0.3  # visibility from which a hand hides what lies round it,
_ROUND_A_HAND = 0.5  # by that many face heights
_COLOUR = 10.0  # distance in a* and b* within which it is the skin of the face, and no more than
_OF_ITS_OWN = 0.5  # of the skin's own distance from grey: beside pale skin everything grey would be skin
_LIGHT = 30.0  # L* lighter or darker: the shoulders lie in the shade of the head, or nearer to the lamp
_TONED = 6.0  # spread of the picture's colours from which on they tell skin from cloth (docs/expression.md)
_INNER, _THICK = 0.5, 0.25  # of the way out to the joint, from where on it is no neckline; face heights to either side
_BELOW = (0.9, 2.0)  # face heights under the shoulders, where a dress begins
_WIDE = 0.8  # of the way out to the joints
_CLOTH = 0.7  # share of what lies there from which on all of it is cloth of the colour of skin
_STEPS = 24  # samples along each side
_FEWEST = 0.25  # share of the samples that must be the person, in the picture and in no hand's way


def bare(
    pixels: Image,
    mask: NDArray[np.float32],
    mesh: Points,
    joints: Points,
    visibility: NDArray[np.float64],
    tall: float,
    colours: float,
) -> float | Absent:
    """The share of skin on the shoulders, 0..1, on that which shows less of it; why it cannot be told.

    A pixel is skin where the mask sees the person and its colour is that of the face, so that every skin is compared
    with itself. Cloth of the same colour goes on down the trunk, bare shoulders end at a neckline. `mesh`
    (468+, 2 or 3), `joints` (33, 2 or 3) and the face height `tall` are in pixels of the picture, `mask` is of any
    size, `colours` is how far the picture's colours lie apart (`Tones.colours`).
    """
    if colours < _TONED:
        return Absent("without colour skin is not told from cloth")
    height, width = pixels.shape[:2]
    inside = (joints[:, :2] >= 0).all(axis=1) & (joints[:, 0] < width) & (joints[:, 1] < height)
    ends = [joints[j, :2] for j in (_RIGHT, _LEFT) if inside[j] and visibility[j] >= _VISIBLE]
    if not ends:
        return Absent("shoulders not in view")
    face = np.median(skin_lab(pixels, mesh), axis=0)
    hands = [joints[j, :2] for j in _HANDS if visibility[j] >= _HAND]

    def skin(places: Points) -> float | None:
        """The share of skin of what shows of the person at the places, (n, 2); None where too little of them does."""
        x, y = np.rint(places).astype(int).T
        within = (x >= 0) & (x < width) & (y >= 0) & (y < height)
        for hand in hands:
            within &= np.hypot(*(places - hand).T) > _ROUND_A_HAND * tall
        x, y = x[within], y[within]
        person = mask[(y * mask.shape[0]) // height, (x * mask.shape[1]) // width] > 0.5
        if person.sum() < _FEWEST * len(places):
            return None
        off = lab(np.asarray(pixels[y, x][None], dtype=np.uint8))[0][person] - face
        limit = min(_COLOUR, _OF_ITS_OWN * float(np.hypot(face[1], face[2])))
        return float(np.mean((np.hypot(off[:, 1], off[:, 2]) < limit) & (np.abs(off[:, 0]) < _LIGHT)))

    middle = joints[[_LEFT, _RIGHT], :2].mean(axis=0)
    below = skin(_trunk(middle, joints, tall))
    if below is None:
        return Absent("too little below the shoulders is in view")
    shares = [share for end in ends if (share := skin(_shoulder(middle, end, tall))) is not None]
    if not shares:
        return Absent("the shoulders are hidden")
    return min(shares) if below < _CLOTH else 0.0


def _shoulder(middle: Points, joint: Points, tall: float) -> Points:
    """Places, (n, 2), along the outer half of the way from between the shoulders to a joint."""
    out = joint - middle
    across = np.array([-out[1], out[0]]) / max(float(np.hypot(*out)), 1e-6)
    along, beside = np.meshgrid(np.linspace(_INNER, 1.0, _STEPS), np.linspace(-_THICK, _THICK, _STEPS // 2) * tall)
    return np.asarray(middle + along.ravel()[:, None] * out + beside.ravel()[:, None] * across, dtype=np.float64)


def _trunk(middle: Points, joints: Points, tall: float) -> Points:
    """Places, (n, 2), on the trunk below the shoulders."""
    half = max(abs(float(joints[_LEFT, 0] - joints[_RIGHT, 0])) / 2.0, tall) * _WIDE
    across, down = np.meshgrid(np.linspace(-half, half, _STEPS), np.linspace(*_BELOW, _STEPS // 2) * tall)
    return np.asarray(middle + np.stack([across.ravel(), down.ravel()], axis=1), dtype=np.float64)
