"""Lines that run into the head, on the packaged photographs."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from framing.backdrop.disturbance import disturbance
from framing.lab.prove import behind
from framing.perceive.lines import lines
from framing.types import Point
from tests.backdrop.before import Before, backdrop_of, off, value
from tests.photographs import as_image

pytestmark = pytest.mark.models

WIDTHS = [0.06, 0.15, 0.4]  # of a pole, eye distances


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("x", "side"), [(-0.7, "merger_right"), (0.7, "merger_left")])
def test_a_pole_behind_one_half_of_the_head_is_a_merger_on_that_side_only(
    before: Before, x: float, width: float, side: str
) -> None:
    found = before.pole(x, width)
    assert off(side, found)
    assert not off({"merger_left": "merger_right", "merger_right": "merger_left"}[side], found)
    assert not off("horizon", found)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pole_behind_the_middle_of_the_head_counts_for_both_sides(before: Before, width: float) -> None:
    found = before.pole(0.0, width)
    assert off("merger_left", found)
    assert off("merger_right", found)


@pytest.mark.parametrize(("x", "side"), [(-0.3, "merger_left"), (0.3, "merger_right")])
def test_a_pole_is_where_its_middle_is_though_one_edge_lies_behind_the_other_half(
    before: Before, x: float, side: str
) -> None:
    assert not off(side, before.pole(x, width=0.5))


@pytest.mark.parametrize("air", [0.35, 0.6])
@pytest.mark.parametrize(("x", "side"), [(-0.5, "merger_right"), (0.5, "merger_left")])
def test_of_a_pole_counts_what_a_tight_picture_leaves_of_it(before: Before, x: float, side: str, air: float) -> None:
    above = slice(round(before.top(x) - air * before.unit), None)
    assert off(side, before.seen(before.with_pole(x, width=0.3), (above, slice(None))))


def test_as_short_a_piece_that_ends_in_the_open_is_texture(before: Before) -> None:
    picture, ends = before.with_pole(-0.5, width=0.3), round(before.top(-0.5) - 0.35 * before.unit)
    picture[:ends] = before.wall[:ends]
    assert not off("merger_right", before.seen(picture))


def test_of_a_level_line_counts_what_a_tight_picture_leaves_of_it(before: Before) -> None:
    first, last = before.sides(0.0)
    beside = slice(max(0, round(first - 0.35 * before.unit)), round(last + 0.35 * before.unit))
    assert off("horizon", before.seen(before.with_horizon(0.0), (slice(None), beside)))


def test_the_more_of_a_level_line_there_is_the_more_it_disturbs(before: Before) -> None:
    picture, first = before.with_horizon(0.0), before.sides(0.0)[0]
    last = before.sides(0.0)[1]
    picture[:, last:] = before.wall[:, last:]
    values = []
    for length in (0.0, 0.7, 1.1, 1.5):
        shorter, ends = picture.copy(), max(0, round(first - length * before.unit))
        shorter[:, :ends] = before.wall[:, :ends]
        values.append(value("horizon", before.seen(shorter)))
    assert values[0] == 0.0
    assert values == sorted(set(values))


def test_two_short_pieces_on_either_side_are_one_line(before: Before) -> None:
    first, last = before.sides(0.0)
    beside = slice(max(0, round(first - 0.3 * before.unit)), round(last + 0.3 * before.unit))
    picture, row = before.wall.copy(), round(before.y)
    picture[row:][before.person[row:] < 0.5] = 60  # with one edge, unlike a bar
    halves = []
    for hidden in (slice(0, round(before.x)), slice(round(before.x), None)):
        half = picture.copy()
        half[:, hidden] = before.wall[:, hidden]
        halves.append(value("horizon", before.seen(half, (slice(None), beside))))
    assert value("horizon", before.seen(picture, (slice(None), beside))) > sum(halves) + 0.2 > 0.2


@pytest.mark.parametrize("eyes", [14.0, 18.0, 22.0, 26.0])
def test_a_pole_is_seen_in_a_small_picture(before: Before, eyes: float) -> None:
    size, above = eyes / before.unit, slice(round(before.top(-0.5) - 0.4 * before.unit), None)
    picture = before.with_pole(-0.5, width=0.3)[above]
    small = cv2.resize(picture, None, fx=size, fy=size, interpolation=cv2.INTER_AREA)
    points = (before.face.points * before.wall.shape[0] - (0, above.start, 0)) / picture.shape[0]
    face = replace(before.face, points=points)
    found = backdrop_of(as_image(small), before.person[above], face)
    assert off("merger_right", found)


def test_a_pole_that_shows_below_long_hair_only_is_a_merger(before: Before) -> None:
    person, unit = before.person.copy(), before.unit
    hair = slice(round(before.x - 1.2 * unit), round(before.x - 0.2 * unit))
    person[round(before.y) : round(before.y + 2.2 * unit), hair] = 1.0
    person[round(before.y + 2.2 * unit) :, : hair.stop] = 0.0
    person[: round(before.y), :] = 1.0  # and above there is no room
    picture = behind.pole(before.wall, person, before.x - 0.6 * unit, 0.2 * unit, 40)
    found = backdrop_of(picture, person, before.face)
    assert off("merger_right", found)


def test_an_edge_of_the_sitter_that_the_map_of_people_misses_is_no_line(before: Before) -> None:
    wide = 2 * round(0.15 * before.unit) + 1
    less = np.asarray(cv2.erode(before.person, np.ones((wide, wide))), np.float32)
    found = backdrop_of(before.wall, less, before.face)
    assert not any(off(name, found) for name in ("merger_left", "merger_right", "horizon"))


@pytest.mark.parametrize("size", [0.0, 1e-30, 0.5])
def test_without_a_head_to_speak_of_nothing_runs_into_it(before: Before, size: float) -> None:
    found = before.pole(0.7)
    with np.errstate(all="raise"):
        assert lines(replace(found, eye_distance=size)) == ()
        assert lines(replace(found, eyes=Point(-1e6, -1e6), chin=-1e6)) == ()


@pytest.mark.parametrize("x", [-2.6, 2.6])
def test_a_pole_beside_the_head_is_no_merger(before: Before, x: float) -> None:
    found = before.pole(x)
    assert value("merger_left", found) == value("merger_right", found) == 0.0


@pytest.mark.parametrize("y", [-0.5, 0.0, 0.8, 1.15])
def test_a_level_line_at_the_height_of_the_head_is_a_horizon_and_no_merger(before: Before, y: float) -> None:
    found = before.horizon(y)
    assert off("horizon", found)
    assert not off("merger_left", found)
    assert not off("merger_right", found)


@pytest.mark.parametrize("y", [-3.2, 4.0])
def test_a_level_line_above_or_below_the_head_is_no_horizon(before: Before, y: float) -> None:
    assert value("horizon", before.horizon(y)) == 0.0


def test_before_a_plain_wall_nothing_runs_into_the_head_and_nothing_disturbs(before: Before) -> None:
    found = before.seen(before.wall)
    assert found.lines == ()
    shown = disturbance(found)
    assert shown.mergers == ()
    assert shown.clutter.max() == 0.0


def test_sensor_noise_on_a_plain_wall_draws_no_lines(before: Before) -> None:
    noise = np.random.default_rng(0).normal(0.0, 6.0, before.wall.shape)
    found = before.seen(np.clip(before.wall + noise, 0, 255).astype(np.uint8))
    assert max(value(name, found) for name in ("merger_left", "merger_right", "horizon")) == 0.0


def test_a_mirror_swaps_the_sides_of_a_pole(before: Before) -> None:
    here = [value(name, before.pole(0.7)) for name in ("merger_left", "merger_right")]
    there = [value(name, before.pole(-0.7)) for name in ("merger_right", "merger_left")]
    assert [h > 0.5 for h in here] == [t > 0.5 for t in there] == [True, False]


def test_the_fainter_the_pole_the_weaker_the_merger(before: Before) -> None:
    tones = (40, 143, 165)
    poles = [before.seen(behind.pole(before.wall, before.person, before.x, 0.15 * before.unit, t)) for t in tones]
    clear, faint, none = (value("merger_left", p) for p in poles)
    assert clear > 0.5 > faint > none == 0.0


def test_a_line_that_ends_above_the_head_without_pointing_into_it_is_no_horizon(before: Before) -> None:
    over = round(before.face.hair_top.y * before.wall.shape[0] - 0.25 * before.unit)
    picture = before.wall.copy()
    picture[over - 4 : over, : int(before.x)] = 40
    assert value("horizon", before.seen(picture)) == 0.0


def test_a_line_that_stops_well_before_the_head_is_no_horizon(before: Before) -> None:
    row = before.person[int(before.y)]
    stops = int(np.flatnonzero(row > 0.5)[0] - 0.7 * before.unit)
    picture = before.wall.copy()
    picture[int(before.y) - 3 : int(before.y) + 3, :stops] = 40
    assert value("horizon", before.seen(picture)) == 0.0


def test_a_line_that_ends_on_a_raised_arm_is_no_horizon(before: Before) -> None:
    person = before.person.copy()
    arm = slice(int(before.x - 3.2 * before.unit), int(before.x))
    person[int(before.y - 0.4 * before.unit) : int(before.y + 0.4 * before.unit), arm] = 1.0
    picture = behind.horizon(before.wall, np.maximum(person, np.arange(person.shape[1]) > before.x), before.y, 6, 40)
    found = backdrop_of(picture, person, before.face)
    assert value("horizon", found) == 0.0


@pytest.mark.parametrize("taller", [0.0, 0.8, 1.6])
def test_tall_hair_is_a_head_too(before: Before, taller: float) -> None:
    person = np.pad(before.person, ((round(1.6 * before.unit), 0), (0, 0)))
    wall = np.pad(before.wall, ((round(1.6 * before.unit), 0), (0, 0), (0, 0)), constant_values=170)
    share = before.wall.shape[0] / wall.shape[0]
    points = before.face.points * share + (0.0, 1.0 - share, 0.0)
    top = round(float(np.argmax((person > 0.5).any(axis=1))))
    hair = slice(int(before.x - before.unit), int(before.x + before.unit))
    person[round(top - taller * before.unit) : round(top + before.unit), hair] = 1.0
    picture = behind.pole(wall, person, before.x, 0.15 * before.unit, 40)
    found = backdrop_of(picture, person, replace(before.face, points=points))
    assert off("merger_left", found)


@pytest.mark.parametrize("x", [-1.9, 1.9])
def test_a_pole_that_ends_on_a_shoulder_is_no_merger(before: Before, x: float) -> None:
    found = before.pole(x)
    assert value("merger_left", found) == value("merger_right", found) == 0.0


@pytest.mark.filterwarnings("error")
def test_without_anybody_in_the_part_that_is_searched_there_is_no_line_and_no_overflow(before: Before) -> None:
    found = before.pole(-0.5)
    for unit in np.linspace(20.0, 45.0, 26):
        assert lines(replace(found, person=np.zeros_like(found.person), eye_distance=float(unit))) == ()
