"""Which hands are seen: made pictures, so that skin and mask are known to the pixel."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from framing.perceive.canonical import canonical
from framing.perceive.hands import HANDS, seen
from framing.types import Image, Points

WIDTH, HEIGHT, TALL = 320, 240, 60.0
LEFT, RIGHT = HANDS
SKINS = {"light": (226, 184, 160), "medium": (172, 122, 92), "dark": (74, 48, 38), "black and white": (140, 140, 140)}
FACE = (160, 80)


def picture(skin: tuple[int, int, int], backdrop: tuple[int, int, int] = (60, 80, 120)) -> Image:
    """A face of that skin in the middle before a backdrop of another colour."""
    pixels = np.full((HEIGHT, WIDTH, 3), backdrop, np.uint8)
    cv2.ellipse(pixels, FACE, (45, 60), 0, 0, 360, skin, -1)
    return pixels


def mesh() -> Points:
    points = canonical().points[:, :2] * (4.0, -4.0)
    return points + FACE


def body(
    left: tuple[int, int] = (90, 200), right: tuple[int, int] = (230, 200), sure: float = 0.6
) -> tuple[Points, NDArray[np.float64]]:
    """Joints of which only the hands lie in the picture, and how visible the pose model says that they are."""
    joints, visibility = np.full((33, 2), -500.0), np.full(33, 0.1)
    for hand, (x, y) in ((LEFT, left), (RIGHT, right)):
        joints[list(hand)] = np.array([(x, y), (x + 8, y - 10), (x - 8, y - 10), (x, y - 16)], float)
        visibility[list(hand)] = sure
    return joints, visibility


def with_hand(pixels: Image, at: tuple[int, int], colour: tuple[int, int, int]) -> Image:
    cv2.circle(pixels, (at[0], at[1] - 8), 18, colour, -1)
    return pixels


def everywhere() -> NDArray[np.float32]:
    return np.ones((HEIGHT, WIDTH), np.float32)


def shown(
    pixels: Image,
    joints: Points,
    visibility: NDArray[np.float64],
    mask: NDArray[np.float32] | None = None,
    face: bool = True,
) -> tuple[float, float]:
    mask = everywhere() if mask is None else mask
    left = seen(pixels, mask, mesh() if face else None, joints, visibility, TALL)
    return left[list(LEFT)].max(), left[list(RIGHT)].max()


@pytest.mark.parametrize("skin", SKINS.values(), ids=SKINS)
def test_a_doubtful_hand_of_the_faces_own_skin_is_seen_and_one_on_cloth_is_not_whatever_the_skin(
    skin: tuple[int, int, int]
) -> None:
    pixels = with_hand(picture(skin), (90, 200), skin)
    cv2.rectangle(pixels, (190, 150), (270, 239), (20, 160, 60) if skin[0] != skin[1] else (20, 20, 20), -1)
    left, right = shown(pixels, *body())
    assert left == 0.6
    assert right == 0.0


def test_a_hand_lit_brighter_or_darker_than_the_face_is_seen_all_the_same() -> None:
    for factor in (0.75, 1.25):
        skin = np.array(SKINS["medium"])
        red, green, blue = (int(v) for v in np.clip(skin * factor, 0, 255))
        assert shown(with_hand(picture(SKINS["medium"]), (90, 200), (red, green, blue)), *body())[0] == 0.6


def test_a_hand_of_which_the_pose_model_is_sure_is_left_as_it_is_in_a_glove_too() -> None:
    joints, visibility = body(sure=0.95)
    gloves = with_hand(with_hand(picture(SKINS["light"]), (90, 200), (10, 10, 10)), (230, 200), (10, 10, 10))
    assert shown(gloves, joints, visibility) == (0.95, 0.95)


def test_skin_that_is_not_this_persons_by_the_mask_is_no_hand() -> None:
    pixels = with_hand(picture(SKINS["light"]), (90, 200), SKINS["light"])
    mask = everywhere()
    mask[140:] = 0.0
    assert shown(pixels, *body(), mask=mask)[0] == 0.0


def test_without_a_face_only_a_hand_that_the_pose_model_is_sure_of_is_seen() -> None:
    pixels = with_hand(picture(SKINS["light"]), (90, 200), SKINS["light"])
    assert shown(pixels, *body(sure=0.6), face=False) == (0.0, 0.0)
    assert shown(pixels, *body(sure=0.95), face=False) == (0.95, 0.95)


def test_a_mirror_exchanges_the_hands_and_changes_nothing_else() -> None:
    pixels = with_hand(picture(SKINS["dark"]), (90, 200), SKINS["dark"])
    joints, visibility = body()
    swapped = joints.copy()
    swapped[list(LEFT)], swapped[list(RIGHT)] = joints[list(RIGHT)], joints[list(LEFT)]
    swapped[:, 0] = WIDTH - 1 - swapped[:, 0]
    mirrored = mesh() * (-1.0, 1.0) + (WIDTH - 1, 0.0)
    there = seen(np.ascontiguousarray(pixels[:, ::-1]), everywhere(), mirrored, swapped, visibility, TALL)
    here = shown(pixels, joints, visibility)
    assert (there[list(RIGHT)].max(), there[list(LEFT)].max()) == here == (0.6, 0.0)


def test_joints_beside_hands_and_hands_outside_the_picture_keep_their_visibility() -> None:
    joints, visibility = body(left=(90, 400))
    after = seen(picture(SKINS["light"]), everywhere(), mesh(), joints, visibility, TALL)
    others = [j for j in range(33) if j not in RIGHT]
    assert (after[others] == visibility[others]).all()
