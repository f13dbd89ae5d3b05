"""The print sheet: true to size, as many as fit, and marks that touch no picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from framing.delivery import DPI
from framing.pictures.sheet import drawn, laid_out
from tests.builders import there

PAPERS = {"4x6": (4 * DPI, 6 * DPI), "a4": (round(210 / 25.4 * DPI), round(297 / 25.4 * DPI))}
PASSPORT, SCHENGEN = (600, 600), (413, 531)
SIDES = some.integers(150, 1000)


@pytest.mark.parametrize(
    ("paper", "picture", "many"),
    [("4x6", PASSPORT, 2), ("4x6", SCHENGEN, 8), ("a4", PASSPORT, 15), ("a4", SCHENGEN, 32)],
)
def test_passport_pictures_fit_as_often_as_the_paper_has_room_beside_its_marks(
    paper: str, picture: tuple[int, int], many: int
) -> None:
    found = there(laid_out(paper, picture))
    assert found.columns * found.rows == many


@given(paper=some.sampled_from(sorted(PAPERS)), width=SIDES, height=SIDES)
def test_the_paper_has_its_size_either_way_round_and_all_pictures_lie_on_it(
    paper: str, width: int, height: int
) -> None:
    found = there(laid_out(paper, (width, height)))
    assert sorted(found.size) == sorted(PAPERS[paper])
    (left, top), (across, down) = found.corner, found.size
    assert left > 0
    assert top > 0
    assert left + found.columns * width < across
    assert top + found.rows * height < down


@given(paper=some.sampled_from(sorted(PAPERS)), width=SIDES, height=SIDES)
def test_a_picture_turned_by_a_quarter_fits_as_often_as_the_picture_itself(paper: str, width: int, height: int) -> None:
    one, other = laid_out(paper, (width, height)), laid_out(paper, (height, width))
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.columns * one.rows == other.columns * other.rows


@given(paper=some.sampled_from(sorted(PAPERS)), width=SIDES, height=SIDES)
def test_every_line_of_the_cut_has_a_mark_at_both_ends_and_none_touches_a_picture(
    paper: str, width: int, height: int
) -> None:
    found = there(laid_out(paper, (width, height)))
    (left, top), (across, down) = found.corner, found.size
    right, bottom = left + found.columns * width, top + found.rows * height
    assert len(found.marks) == 2 * (found.columns + 1 + found.rows + 1)
    for mark in found.marks:
        assert mark.left >= 0
        assert mark.top >= 0
        assert mark.left + mark.width <= across
        assert mark.top + mark.height <= down
        assert min(mark.width, mark.height) > 0
        beside = mark.left + mark.width <= left or mark.left >= right
        above = mark.top + mark.height <= top or mark.top >= bottom
        assert beside or above
    for number in range(found.columns + 1):
        at = left + number * width
        assert sum(mark.left < at < mark.left + mark.width or mark.left + 1 == at for mark in found.marks) >= 2


def test_a_document_larger_than_the_paper_has_no_sheet() -> None:
    assert laid_out("4x6", (5 * DPI, 5 * DPI)) is None


def test_the_pictures_stand_on_the_sheet_pixel_for_pixel() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (531, 413, 3), np.uint8)
    found = there(laid_out("4x6", SCHENGEN))
    sheet, (left, top) = drawn(found, picture), found.corner
    assert sheet.shape == (found.size[1], found.size[0], 3)
    for column in range(found.columns):
        for row in range(found.rows):
            y, x = top + row * 531, left + column * 413
            assert np.array_equal(sheet[y : y + 531, x : x + 413], picture)
    white = sheet.copy()
    white[top : top + found.rows * 531, left : left + found.columns * 413] = 255
    marks = np.count_nonzero((white != 255).any(axis=2))
    assert marks == sum(mark.width * mark.height for mark in found.marks)
