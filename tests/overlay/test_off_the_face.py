"""Nothing over the face: the shade apart, no pixel of a head changes unless the contours were asked for."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from framing.overlay import Landmarks, paint
from framing.perceive.fixed import face, sitter
from framing.types import Direction, Face, Guidance, Image, Point, Scene, Viewer, Viewfinder
from tests.overlay.scenes import LONG, cue, guidance, picture, preset, view
from tests.words import marks

sizes = st.sampled_from([(1280, 720), (640, 480), (480, 640), (720, 720), (320, 180)])
words = st.sampled_from(["Move to your left", LONG])
viewers = st.sampled_from(Viewer)
quiet = st.sampled_from([Landmarks.OFF, Landmarks.LIGHT])


def painted_over(
    scene: Scene, image: Image, window: Viewfinder, said: Guidance, viewer: Viewer, landmarks: Landmarks
) -> list[NDArray[np.bool_]]:
    """For each head, which of its pixels differ from those of the same picture with nothing but the shade."""
    what = marks(scene, said, viewer, landmarks)
    bare = dataclasses.replace(what, strokes=(), labels=(), over_face=(), captions=())
    differs = np.any(paint(image, window, what) != paint(image, window, bare), axis=2)
    differs = differs[:, ::-1] if viewer.mirrored else differs
    return [differs[_inside(head, window, differs.shape)] for head in scene.faces]


def _inside(head: Face, window: Viewfinder, shape: tuple[int, ...]) -> tuple[slice, slice]:
    left, top, right, bottom = head.box
    (x0, y0), (x1, y1) = window.to_pixels(np.array([[left, top], [right, bottom]])).round().astype(int)
    return np.s_[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)]


@settings(max_examples=150)
@given(
    sizes,
    st.floats(-0.3, 1.1),
    st.floats(-0.1, 1.1),
    st.floats(0.06, 0.2),
    st.floats(-50, 50),
    st.floats(-60, 60),
    words,
    st.sampled_from(Direction),
    viewers,
    quiet,
    st.booleans(),
)
def test_a_head_that_leaves_room_is_never_drawn_on(
    size: tuple[int, int],
    x: float,
    y: float,
    t: float,
    yaw: float,
    roll: float,
    text: str,
    direction: Direction,
    viewer: Viewer,
    landmarks: Landmarks,
    ready: bool,
) -> None:
    image = picture(*size)
    scene = sitter(x=x, eye_line=y, face_height=t, yaw=yaw, roll=roll)
    said = guidance(cue(text, direction), use=preset(), ready=ready)
    assert not any(part.any() for part in painted_over(scene, image, view(image), said, viewer, landmarks))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0.0, 1.5), st.floats(0.1, 0.7)), min_size=2, max_size=4), viewers, quiet)
def test_no_head_of_a_group_is_drawn_on(
    places: list[tuple[float, float]], viewer: Viewer, landmarks: Landmarks
) -> None:
    image = picture()
    heads = tuple(face(Point(x, y), 0.08) for x, y in places)
    scene = dataclasses.replace(sitter(aspect=1.5), faces=heads, people=len(heads))
    parts = painted_over(scene, image, view(image, 1.5), guidance(cue(), use=preset()), viewer, landmarks)
    assert not any(part.any() for part in parts)


@settings(max_examples=60)
@given(sizes, st.floats(0.0, 0.8), st.floats(0.0, 1.0), st.floats(0.2, 1.5), words, viewers, quiet)
def test_of_a_head_that_leaves_no_room_only_a_strip_is_covered(
    size: tuple[int, int], x: float, y: float, t: float, text: str, viewer: Viewer, landmarks: Landmarks
) -> None:
    image = picture(*size)
    scene = sitter(x=x, eye_line=y, face_height=t)
    covered = painted_over(scene, image, view(image), guidance(cue(text), use=preset()), viewer, landmarks)[0]
    assert covered.sum() < 0.08 * image.shape[0] * image.shape[1]


@pytest.mark.parametrize("viewer", Viewer)
def test_the_contours_that_were_asked_for_are_on_the_face(viewer: Viewer) -> None:
    image = picture()
    said = guidance(cue(), use=preset())
    assert painted_over(sitter(), image, view(image), said, viewer, Landmarks.FULL)[0].any()
