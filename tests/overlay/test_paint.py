"""Painting by value: which pixels change, and to what."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from framing.overlay import Landmarks, Marks, paint, theme
from framing.overlay.shapes import Caption, Label, Role, Spot, Status, Stroke
from framing.perceive.fixed import empty_room, sitter
from framing.types import Direction, Image, Point, Viewer, Viewfinder
from tests.overlay.scenes import LONG, cue, guidance, picture, preset, view
from tests.words import marks

CAPTION = Caption("Raise the camera", Spot.LOW, Status.CARE, direction=Direction.UP, must_show=True)


def changed(a: Image, b: Image) -> NDArray[np.bool_]:
    return np.asarray(np.any(a != b, axis=2))


def test_nothing_to_draw_leaves_an_equal_but_new_picture() -> None:
    image = picture()
    out = paint(image, view(image), Marks())
    assert np.array_equal(out, image)
    assert not np.shares_memory(out, image)


def test_the_picture_that_came_is_never_drawn_on() -> None:
    image = picture()
    before = image.copy()
    paint(image, view(image), marks(sitter(), guidance(cue(), use=preset()), Viewer.FRONT, Landmarks.FULL))
    assert np.array_equal(image, before)


def test_outside_the_viewfinder_the_themes_share_of_each_pixel_is_left() -> None:
    image = picture()
    window = view(image)
    out = paint(image, window, Marks(shade="rectangle"))
    outside = np.s_[:, : window.left - 1]
    assert np.abs(out[outside] - theme.SHADE * image[outside].astype(float)).max() <= 0.5


def test_inside_the_viewfinder_no_pixel_changes_for_the_shade_or_its_edge() -> None:
    image = picture()
    window = view(image)
    out = paint(image, window, Marks(shade="rectangle"))
    inside = np.s_[:, window.left : window.left + window.width]
    assert np.array_equal(out[inside], image[inside])


def test_a_round_use_darkens_the_corners_and_not_the_circle() -> None:
    image = picture()
    window = view(image, 1.0)
    out = paint(image, window, Marks(shade="circle"))
    y, x = np.mgrid[: window.height, : window.width] + 0.5
    away = np.hypot(x - window.width / 2, y - window.height / 2) / (window.width / 2)
    square = np.s_[:, window.left : window.left + window.width]
    kept, lost = away < 0.99, away > 1.01
    assert np.array_equal(out[square][kept], image[square][kept])
    assert np.abs(out[square][lost] - theme.SHADE * image[square][lost].astype(float)).max() <= 0.5


def test_a_mirrored_picture_is_the_flipped_one() -> None:
    image = picture()
    seen = Marks(shade="rectangle", mirrored=True)
    assert np.array_equal(
        paint(image, view(image), seen), cv2.flip(paint(image, view(image), Marks(shade="rectangle")), 1)
    )


def test_lines_are_mirrored_with_the_picture() -> None:
    image = np.full((720, 1280, 3), 120, np.uint8)
    line = (Stroke((Point(0.1, 0.2), Point(0.3, 0.6)), Role.HEAD),)
    plain = paint(image, view(image), Marks(strokes=line))
    mirrored = paint(image, view(image), Marks(strokes=line, mirrored=True))
    # Smoothing is not symmetrical to the last bit; that the line is there at all is what the second assertion is for.
    assert np.abs(cv2.flip(mirrored, 1).astype(int) - plain).mean() < 0.02
    assert changed(plain, image).sum() > 500


def test_text_is_never_mirrored() -> None:
    image = np.full((720, 1280, 3), 120, np.uint8)
    plain = paint(image, view(image), Marks(captions=(CAPTION,)))
    assert changed(plain, image).sum() > 10_000
    assert np.array_equal(paint(image, view(image), Marks(captions=(CAPTION,), mirrored=True)), plain)
    assert not np.array_equal(cv2.flip(plain, 1), plain)


def test_the_sitters_left_in_a_mirror_points_where_their_right_does_without_one() -> None:
    left, right = (
        marks(sitter(), guidance(cue("Move", way), use=preset()), viewer).captions[0]
        for way, viewer in ((Direction.LEFT, Viewer.FRONT), (Direction.RIGHT, Viewer.REAR))
    )
    assert left.direction is right.direction is Direction.LEFT


def test_away_from_the_marks_a_mirrored_sitter_is_the_flipped_picture() -> None:
    image = picture()
    what = marks(sitter(), guidance(cue(), use=preset()), Viewer.FRONT)
    out = paint(image, view(image), what)
    flipped = np.asarray(cv2.flip(image, 1), np.uint8)
    away = changed(out, flipped)[:, view(image).left : view(image).left + view(image).width]
    assert 0.0 < away.mean() < 0.3


@pytest.mark.parametrize("direction", Direction)
def test_every_direction_paints_its_own_sign(direction: Direction) -> None:
    image = np.full((720, 1280, 3), 120, np.uint8)
    signs = {
        d: paint(image, view(image), Marks(captions=(Caption("Go", Spot.LOW, Status.CARE, direction=d),)))
        for d in Direction
    }
    others = [other for d, other in signs.items() if d is not direction]
    assert changed(signs[direction], image).any()
    assert all(changed(signs[direction], other).any() for other in others)


@pytest.mark.parametrize("viewer", Viewer)
@pytest.mark.parametrize(
    "size", [(16, 16), (17, 40), (64, 48), (90, 160), (160, 120), (640, 480), (720, 1280), (1920, 300)]
)
def test_every_size_and_viewer_gets_a_picture_of_the_same_shape(size: tuple[int, int], viewer: Viewer) -> None:
    image = picture(*size)
    for scene in (sitter(), sitter(face_height=0.6), empty_room()):
        for use in (None, preset(), preset("circle")):
            what = marks(scene, guidance(cue(LONG), use=use, ready=True), viewer, Landmarks.FULL)
            out = paint(image, view(image), what)
            assert out.shape == image.shape
            assert out.dtype == np.uint8


def test_a_picture_that_is_a_view_of_another_can_be_painted() -> None:
    image = picture()[::2, ::-1]
    image.flags.writeable = False
    what = marks(sitter(), guidance(cue(), use=preset()), Viewer.REAR)
    assert np.array_equal(paint(image, view(image), what), paint(image.copy(), view(image), what))


numbers = st.floats(allow_nan=False, allow_infinity=False)
points = st.builds(Point, numbers, numbers)


@settings(max_examples=80)
@given(
    st.lists(st.builds(Stroke, st.lists(points, min_size=2, max_size=4).map(tuple), st.sampled_from(Role))).map(tuple),
    numbers,
    st.booleans(),
)
def test_places_far_outside_the_picture_are_cut_off_and_never_raise(
    strokes: tuple[Stroke, ...], y: float, mirrored: bool
) -> None:
    image = picture(96, 64)
    what = Marks("circle", strokes, (Label("eyes here", y),), strokes, (CAPTION,), (), mirrored)
    assert paint(image, Viewfinder(-20, 10, 200, 30), what).shape == image.shape
