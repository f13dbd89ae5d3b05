"""Whether shoulders are bare: made pictures, so that skin, cloth and mask are known to the pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from framing.perceive.canonical import canonical
from framing.perceive.shoulders import bare
from framing.types import Absent, Image, Points

WIDTH, HEIGHT, TALL = 400, 400, 60.0
SKINS = {"light": (226, 184, 160), "medium": (172, 122, 92), "dark": (74, 48, 38)}
CLOTH, WALL = (40, 60, 140), (120, 150, 120)
FACE, SHOULDERS = (200, 90), 200
IN_COLOUR = 40.0


def sitter(skin: tuple[int, int, int], neckline: int, cloth: tuple[int, int, int] = CLOTH) -> Image:
    """A face over a trunk that is skin down to the neckline, a row of the picture, and cloth below."""
    pixels = np.full((HEIGHT, WIDTH, 3), WALL, np.uint8)
    cv2.rectangle(pixels, (90, 170), (310, HEIGHT), cloth, -1)
    cv2.rectangle(pixels, (90, 170), (310, max(neckline, 170)), skin, -1)
    cv2.ellipse(pixels, FACE, (45, 60), 0, 0, 360, skin, -1)
    return pixels


def share(
    pixels: Image,
    *,
    right: int = 110,
    left: int = 290,
    row: int = SHOULDERS,
    hand: tuple[int, int] | None = None,
    mask: NDArray[np.float32] | None = None,
    colours: float = IN_COLOUR,
) -> float | Absent:
    """The reading with the shoulders' joints at those columns."""
    mesh: Points = canonical().points[:, :2] * (4.0, -4.0) + FACE
    joints, visibility = np.full((33, 2), -500.0), np.full(33, 0.1)
    joints[[11, 12]], visibility[[11, 12]] = [(left, row), (right, row)], 0.99
    if hand is not None:
        joints[15], visibility[15] = hand, 0.9
    mask = np.ones((HEIGHT, WIDTH), np.float32) if mask is None else mask
    return bare(pixels, mask, mesh, joints, visibility, TALL, colours)


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_shoulders_of_the_faces_own_skin_are_bare_and_clothed_ones_are_not_whatever_the_skin(
    skin: tuple[int, int, int]
) -> None:
    assert share(sitter(skin, neckline=240)) == 1.0
    assert share(sitter(skin, neckline=0)) == 0.0


def test_the_lower_the_neckline_the_more_is_bare() -> None:
    shares = [share(sitter(SKINS["medium"], row)) for row in (180, 195, 205, 240)]
    read = [one for one in shares if not isinstance(one, Absent)]
    assert read == sorted(read)
    assert 0.0 < read[1] < read[2] < 1.0


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_cloth_of_the_colour_of_skin_that_goes_on_down_the_trunk_is_cloth(skin: tuple[int, int, int]) -> None:
    assert share(sitter(skin, neckline=0, cloth=skin)) == 0.0


def test_skin_on_one_shoulder_alone_is_somebody_elses() -> None:
    pixels = sitter(SKINS["light"], neckline=240)
    pixels[170:, :200] = CLOTH
    assert share(pixels) == 0.0


def test_skin_outside_the_persons_mask_is_no_shoulder() -> None:
    pixels = sitter(SKINS["light"], neckline=0)
    cv2.rectangle(pixels, (90, 160), (310, 199), SKINS["light"], -1)  # a wall of the colour of skin above the shoulders
    mask = np.zeros((HEIGHT, WIDTH), np.float32)
    mask[200:, 90:310] = 1.0
    assert share(pixels, mask=mask) == 0.0


def test_a_hand_on_a_clothed_shoulder_is_not_a_bare_one() -> None:
    pixels = sitter(SKINS["light"], neckline=0)
    pixels[170:, :200] = SKINS["light"]
    cv2.circle(pixels, (285, 200), 20, SKINS["light"], -1)
    without, around = share(pixels), share(pixels, hand=(285, 200))
    assert not isinstance(without, Absent)
    assert not isinstance(around, Absent)
    assert around < without


def test_what_cannot_be_told_says_why() -> None:
    pixels = sitter(SKINS["light"], neckline=240)
    assert "colour" in str(absent(share(pixels, colours=2.0)).why)
    assert "shoulders" in str(absent(share(pixels, right=-50, left=450)).why)
    assert "below" in str(absent(share(pixels, row=HEIGHT - 20)).why)


def test_beside_grey_skin_grey_cloth_is_no_skin() -> None:
    assert share(sitter((186, 182, 180), neckline=240, cloth=(60, 60, 60))) == 1.0
    assert share(sitter((186, 182, 180), neckline=0, cloth=(150, 150, 150))) == 0.0


def absent(found: float | Absent) -> Absent:
    assert isinstance(found, Absent)
    return found
