"""The rim of the head, clutter and the map of what disturbs, on the packaged photographs."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest

from framing.backdrop.clutter import ROWS
from framing.backdrop.disturbance import disturbance
from framing.backdrop.rim import rim
from framing.lab.prove import behind
from framing.perceive.fixed import sitter
from tests.backdrop.before import Before, off, value
from tests.builders import there

pytestmark = pytest.mark.models


def test_the_map_shows_the_pole_where_it_stands_and_how_far_it_reaches(before: Before) -> None:
    found = before.pole(0.7)
    height = before.wall.shape[0]
    merger = disturbance(found).mergers[0]
    assert merger.strength > 0.5
    assert merger.head.y > merger.end.y
    for end in (merger.head, merger.end):
        assert end.x * height == pytest.approx(before.x + 0.7 * before.unit, abs=0.15 * before.unit)


def test_clutter_lies_in_the_cells_where_the_pattern_is(before: Before) -> None:
    pattern = before.wall.copy()
    corner = before.unit * 1.5
    rows, columns = np.mgrid[0 : int(corner), 0 : int(corner)]
    pattern[: int(corner), : int(corner)] = (40 + 160 * ((rows // 8 + columns // 8) % 2))[..., None]
    cells = disturbance(before.seen(pattern)).clutter
    assert cells.shape == (ROWS, round(ROWS * before.wall.shape[1] / before.wall.shape[0]))
    assert cells[0, 0] > 0.5
    assert cells[:, cells.shape[1] // 2 + 1 :].max() == 0.0


def test_the_rim_is_lost_where_the_wall_is_like_the_head_and_only_there(before: Before) -> None:
    grey = before.wall.copy()
    grey[before.person > 0.5] = 90
    left = np.arange(grey.shape[1]) > before.x
    half = np.where((before.person <= 0.5)[..., None] & left[None, :, None], np.uint8(90), grey)
    whole_rim, half_rim = disturbance(before.seen(grey)).lost, disturbance(before.seen(half)).lost
    assert whole_rim == ()
    assert half_rim
    places = np.concatenate(half_rim) * grey.shape[0]
    assert (places[:, 0] > before.x - 0.5 * before.unit).all()


def test_a_rim_lost_for_the_most_part_lowers_separation_as_one_lost_all_round_does(before: Before) -> None:
    def step(share: float) -> float:
        picture = np.where(before.person[..., None] > 0.5, np.uint8(90), np.uint8(170))
        like = (before.person <= 0.5) & (np.arange(picture.shape[1]) > before.x + (0.5 - share) * 8 * before.unit)
        picture = np.where(like[..., None], np.uint8(90), np.broadcast_to(picture, before.wall.shape))
        return value("separation", before.seen(picture))

    clear, most, lost = step(0.0), step(0.75), step(1.0)
    assert lost < 6 < clear
    assert lost <= most < clear


def test_a_backdrop_light_on_one_side_and_dark_on_the_other_still_separates(before: Before) -> None:
    picture = np.where(before.person[..., None] > 0.5, np.uint8(110), np.uint8(30)).repeat(3, axis=2)
    light = (before.person <= 0.5) & (np.arange(picture.shape[1]) > before.x)
    assert not off("separation", before.seen(np.where(light[..., None], np.uint8(200), picture)))


def test_an_even_wall_scores_highest_and_a_pattern_lowers_it_step_by_step(before: Before) -> None:
    free = before.person <= 0.5
    stripes = (np.arange(before.wall.shape[1]) // 12 % 2)[None, :, None] * free[..., None]
    scores = [
        value("uniformity", before.seen((before.wall - depth * stripes).astype(np.uint8))) for depth in (0, 20, 120)
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 95
    assert scores[-1] < 50


def test_only_what_the_sitter_leaves_free_is_drawn_over() -> None:
    picture, person = np.full((40, 30, 3), 200, np.uint8), np.zeros((40, 30), np.float32)
    person[:, :15] = 1.0
    drawn = behind.horizon(picture, person, 20, 6, 0)
    assert (drawn[:, :15] == 200).all()
    assert (drawn[18:22, 15:] == 0).all()
    assert (picture == 200).all()


def test_what_was_worked_out_of_a_backdrop_goes_with_it() -> None:
    wall = there(sitter().backdrop)
    assert rim(wall) is rim(wall)
    places, held = weakref.ref(rim(wall).places), weakref.ref(wall)
    del wall
    gc.collect()
    assert held() is None
    assert places() is None
