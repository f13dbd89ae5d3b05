"""The pure part of seeing: head pose, hair, windows, and who counts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from framing.perceive import people, windows
from framing.perceive.canonical import canonical
from framing.perceive.fixed import face, sitter
from framing.perceive.hair import WITHOUT_MASK, hair_height
from framing.perceive.headpose import head_turn
from framing.perceive.heads import is_person
from framing.perceive.spots import Spot, merged
from framing.types import Absent, Body, Face, Point, Points, Viewfinder

ANGLE = st.floats(-50, 50)


@settings(max_examples=60)
@given(ANGLE, st.floats(-35, 35), ANGLE, st.floats(0.05, 3.0), st.floats(-5, 5), st.floats(-5, 5))
def test_the_pose_of_a_turned_face_is_read_back_wherever_and_however_large_it_is(
    yaw: float, pitch: float, roll: float, size: float, x: float, y: float
) -> None:
    turned = face(Point(0.0, 0.0), 0.2, yaw=yaw, pitch=pitch, roll=roll).points * size + np.array([x, y, 0.0])
    assert head_turn(turned, canonical()) == pytest.approx((yaw, pitch, roll), abs=1e-6)


def test_the_canonical_face_is_a_face_in_centimetres() -> None:
    points, triangles, steady, weights = canonical()
    assert points.shape == (468, 3)
    assert np.array_equal(np.unique(triangles), np.arange(468))
    right, left = points[[33, 133]].mean(axis=0), points[[362, 263]].mean(axis=0)
    assert left[0] - right[0] == pytest.approx(6.3, abs=0.1)
    assert len(steady) == len(weights) > 10
    assert weights.sum() == pytest.approx(1.0)


def mask_of(mesh: Points, hair: float, size: int = 400) -> NDArray[np.float32]:
    """A person's mask whose hair ends that many face heights above the eyes."""
    eyes, chin = mesh[[33, 133, 362, 263], :2].mean(axis=0), mesh[152, :2]
    tall = chin[1] - eyes[1]
    mask = np.zeros((size, size), np.float32)
    top, reach = int(max(eyes[1] - hair * tall, 0)), int(tall)
    mask[top : int(chin[1]), int(eyes[0]) - reach : int(eyes[0]) + reach] = 1.0
    return mask


@pytest.mark.parametrize("hair", [1.0, 1.15, 1.4, 2.0])
def test_the_top_of_the_hair_is_where_the_mask_ends_above_the_eyes(hair: float) -> None:
    mesh = face(Point(200.0, 220.0), 70.0).points
    assert hair_height(mesh, mask_of(mesh, hair)) == pytest.approx(hair, abs=0.06)


def test_hair_cut_by_the_edge_is_at_least_as_tall_as_short_hair() -> None:
    mesh = face(Point(200.0, 60.0), 70.0).points
    assert hair_height(mesh, mask_of(mesh, 2.0)) >= WITHOUT_MASK


def test_a_hand_above_the_head_with_air_between_is_no_hair() -> None:
    mesh = face(Point(200.0, 250.0), 70.0).points
    mask = mask_of(mesh, 1.15)
    alone = hair_height(mesh, mask)
    mask[100:130, 150:250] = 1.0
    assert hair_height(mesh, mask) == alone


@given(st.integers(1, 4000), st.integers(1, 4000))
def test_tiles_lie_in_the_picture_and_together_cover_it(width: int, height: int) -> None:
    tiles = windows.tiles(width, height)
    for tile in tiles:
        assert tile.left >= 0
        assert tile.top >= 0
        assert tile.left + tile.width <= width
        assert tile.top + tile.height <= height
    corners = {(t.left, t.top) for t in tiles}
    assert (0, 0) in corners
    assert max(t.left + t.width for t in tiles) >= width - 1
    assert max(t.top + t.height for t in tiles) >= height - 1


@given(st.floats(-500, 2500), st.floats(-500, 2500), st.floats(0, 3000), st.integers(1, 2000), st.integers(1, 2000))
def test_a_window_about_any_place_lies_in_the_picture_and_has_pixels(
    x: float, y: float, side: float, width: int, height: int
) -> None:
    window = windows.around(x, y, side, width, height)
    assert window.width >= 1
    assert window.height >= 1
    assert 0 <= window.left < width
    assert 0 <= window.top < height
    assert window.left + window.width <= width
    assert window.top + window.height <= height


@given(st.integers(1, 3000), st.integers(1, 3000), st.floats(0.2, 3.0))
def test_the_viewfinder_is_centred_inside_the_picture_and_has_its_shape(width: int, height: int, aspect: float) -> None:
    assume(min(width, height) > 50)
    view = Viewfinder.centred(width, height, aspect)
    assert view.left >= 0
    assert view.top >= 0
    assert view.left + view.width <= width
    assert view.top + view.height <= height
    assert view.width in (width, round(height * aspect))
    assert abs((width - view.width) - 2 * view.left) <= 1
    assert abs((height - view.height) - 2 * view.top) <= 1


@given(st.floats(-2, 3), st.floats(-2, 3))
def test_units_and_pixels_are_each_others_inverse(x: float, y: float) -> None:
    view = Viewfinder(100, 20, 400, 500)
    there = view.to_pixels(np.array([[x, y]]))
    assert view.to_units(there) == pytest.approx(np.array([[x, y]]))


def at(x: float, height: float = 0.2, y: float = 0.4) -> Face:
    return face(Point(x, y), height)


def test_one_face_found_twice_is_one_and_two_faces_apart_are_two() -> None:
    assert len(people.merged([at(0.4), at(0.41), at(0.9)])) == 2


def test_a_face_counts_as_often_as_it_was_found() -> None:
    found = [at(0.4), at(0.41), at(0.9)]
    assert [people.finds(face, found) for face in found] == [2, 2, 1]


def test_a_known_face_is_kept_as_it_is_even_when_found_again_larger() -> None:
    known = at(0.4)
    assert people.merged([at(0.4, height=0.25)], known=[known]) == [known]


def test_a_face_under_half_the_main_ones_size_is_background() -> None:
    assert len(people.subjects([at(0.4, 0.2), at(0.9, 0.09)], None, 1.6)) == 1
    assert len(people.subjects([at(0.4, 0.2), at(0.9, 0.11)], None, 1.6)) == 2


def test_somebody_who_stands_outside_the_viewfinder_is_no_subject_unless_nobody_else_is_there() -> None:
    inside, outside = at(0.4, 0.2), at(1.15, 0.25)
    assert people.subjects([inside, outside], None, 0.8) == (inside,)
    assert people.subjects([outside], None, 0.8) == (outside,)


def test_a_strangers_body_counts_as_one_more_person_and_is_not_the_main_subjects() -> None:
    scene = sitter(face_height=0.2)
    stranger = replace(scene.body, joints=scene.body.joints + np.array([0.8, 0.0, 0.0]))
    assert people.count(scene.faces, stranger) == 2
    assert isinstance(people.own(stranger, scene.faces), Absent)
    assert people.own(scene.body, scene.faces) is scene.body
    assert people.own(stranger, ()) is stranger


def test_the_main_subject_is_the_largest_until_somebody_is_known_to_be_it() -> None:
    small, large = at(0.4, 0.15), at(1.1, 0.25)
    assert people.subjects([small, large], None, 1.6)[0] is large
    assert people.subjects([small, large], Point(0.42, 0.4), 1.6)[0] is small


def test_with_the_main_subject_gone_another_takes_over() -> None:
    assert people.subjects([at(1.4)], Point(0.1, 0.4), 1.6)[0].eyes.x == pytest.approx(1.4)


def test_a_face_and_its_own_body_are_one_person_and_a_body_elsewhere_is_one_more() -> None:
    scene = sitter(face_height=0.2)
    body = scene.body
    assert isinstance(body, Body)
    assert people.belongs(body, scene.faces[0])
    assert people.count(scene.faces, body) == 1
    elsewhere = replace(body, joints=body.joints + np.array([0.8, 0.0, 0.0]))
    assert not people.belongs(elsewhere, scene.faces[0])
    assert people.count(scene.faces, elsewhere) == 2


def test_a_body_without_a_face_is_somebody_and_nothing_is_nobody() -> None:
    body = sitter().body
    assert people.count((), body) == 1
    assert people.count((), Absent("no body in view")) == 0


def test_a_mask_beside_the_head_is_worth_a_window_there_and_the_own_head_is_not() -> None:
    main, view = at(0.4, 0.15), Viewfinder(0, 0, 960, 600)
    mask = np.zeros((600, 960), np.float32)
    mask[120:400, 160:320] = 1.0
    assert windows.beside(main, mask, view, 960, 600) == []
    mask[120:330, 600:760] = 1.0
    [window] = windows.beside(main, mask, view, 960, 600)
    assert window.left < 680 < window.left + window.width
    assert windows.holds(window, at(680 / 600, 0.15, 0.35), view)


@pytest.mark.parametrize("size", [(1280, 720), (600, 900), (500, 500), (2000, 300)])
def test_every_small_face_lies_whole_in_a_fine_window(size: tuple[int, int]) -> None:
    width, height = size
    side = max(size) // 12
    looks = windows.fine(width, height)
    for x in range(0, width - side, 23):
        for y in range(0, height - side, 23):
            assert any(
                w.left <= x and w.top <= y and x + side <= w.left + w.width and y + side <= w.top + w.height
                for w in looks
            )


def test_heads_that_cannot_be_read_are_counted_from_half_the_size_of_the_main_face_and_inside_the_viewfinder() -> None:
    main = at(0.8, 0.2)
    across = float(np.ptp(main.points[:, :2], axis=0).max())
    large, small = people.Head(1.3, 0.4, 0.6 * across), people.Head(0.3, 0.4, 0.4 * across)
    assert people.count((main,), Absent("no body in view"), [large, small], 1.6) == 2
    assert people.count((main,), Absent("no body in view"), [large._replace(x=1.7)], 1.6) == 1
    assert people.count((), Absent("no body in view"), [large, small], 1.6) == 2
    assert people.count((), Absent("no body in view"), [large, small._replace(side=0.2 * across)], 1.6) == 1


def test_a_head_and_the_body_that_carries_it_are_one_person_and_a_body_elsewhere_is_one_more() -> None:
    body = sitter(face_height=0.2).body
    assert isinstance(body, Body)
    nose = body.joints[0]
    head = people.Head(float(nose[0]), float(nose[1]), 0.3)
    assert people.count((), body, [head], 1.6) == 1
    assert people.count((), body, [head._replace(x=head.x + 0.8)], 1.6) == 2


def test_spots_of_one_face_are_merged_by_their_surest_and_count_their_finds_in_any_order() -> None:
    sure, again, other = Spot(100, 100, 40, 0.9), Spot(110, 95, 30, 0.6), Spot(200, 100, 40, 0.7)
    for order in ([sure, again, other], [other, again, sure]):
        assert merged(order) == [sure._replace(looks=2), other]


def test_a_small_spot_inside_a_large_one_is_another_face() -> None:
    assert len(merged([Spot(100, 100, 200, 0.9), Spot(110, 100, 40, 0.8)])) == 2


def test_a_likely_face_is_a_persons_only_beside_a_body_and_an_unlike_one_never() -> None:
    at_face = Spot(100, 100, 40, 1.0)
    near, far, faint = Spot(110, 130, 40, 0.8), Spot(400, 100, 40, 0.8), Spot(110, 130, 40, 0.45)
    assert is_person(0.75, at_face, [])
    assert is_person(0.65, at_face, [near])
    assert not any(is_person(0.65, at_face, bodies) for bodies in ([], [far], [faint]))
    assert not is_person(0.55, at_face, [near])
