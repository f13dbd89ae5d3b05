"""Where captions go."""

from collections.abc import Sequence

import pytest

from framing.overlay import theme
from framing.overlay.place import Placed, overlap, place
from framing.overlay.shapes import Box, Caption, Spot, Status
from tests.overlay.scenes import LONG

CUE = Caption("Raise the camera to your eye level", Spot.LOW, Status.CARE, must_show=True)
BADGE = Caption("HEADSHOT", Spot.TOP_LEFT, Status.GOOD, "reads so at 78%")
SIZE = (1280, 720)


def placed(*captions: Caption, clear: Sequence[Box] = (), size: tuple[int, int] = SIZE) -> list[Placed]:
    return place(captions, *size, size[0] / 2, clear)


def test_a_cue_lies_low_in_the_middle_and_the_badge_in_its_corner() -> None:
    cue, badge = (found.box for found in placed(CUE, BADGE))
    assert (cue.left + cue.right) / 2 == pytest.approx(SIZE[0] / 2, abs=1)
    assert cue.top > 0.75 * SIZE[1]
    assert (badge.left, badge.top) == (badge.left, badge.left)
    assert badge.bottom < 0.25 * SIZE[1]


def test_the_capitals_of_a_cue_are_four_to_five_hundredths_of_the_picture() -> None:
    (cue,) = placed(CUE)
    assert 0.04 <= cue.em * theme.CAPITALS / SIZE[1] <= 0.05


def test_a_cue_does_not_stir_while_a_head_moves_above_it() -> None:
    boxes = {placed(CUE, clear=[Box(x, y, x + 300, y + 300)])[0].box for x in (0, 400, 900) for y in (0, 100, 250)}
    assert len(boxes) == 1


@pytest.mark.parametrize("head", [Box(400, 300, 900, 720), Box(0, 200, 1280, 720), Box(300, 0, 980, 720)])
def test_a_cue_leaves_its_place_to_a_head(head: Box) -> None:
    (cue,) = placed(CUE, clear=[head])
    assert overlap(cue.box, head) == 0


def test_where_heads_are_everywhere_the_cue_is_small_and_the_badge_left_out() -> None:
    (cue,) = placed(CUE, BADGE, clear=[Box(0, 0, *SIZE)])
    (free,) = placed(CUE)
    assert cue.caption is CUE
    assert cue.em < free.em


def test_captions_keep_off_each_other() -> None:
    wide = Caption(LONG, Spot.LOW, Status.CARE, must_show=True)
    found = placed(wide, wide, wide, BADGE)
    assert len(found) == 4
    assert all(overlap(a.box, b.box) == 0 for a in found for b in found if a is not b)


@pytest.mark.parametrize("size", [(1280, 720), (640, 480), (360, 640), (200, 200), (1600, 200)])
@pytest.mark.parametrize("text", ["Smile", CUE.text, LONG, LONG * 2, "W" * 80])
def test_words_of_any_length_wrap_and_shrink_into_the_picture(text: str, size: tuple[int, int]) -> None:
    for found in placed(Caption(text, Spot.LOW, Status.CARE, must_show=True), size=size):
        assert 0 <= found.box.left < found.box.right <= size[0]
        assert 0 <= found.box.top < found.box.bottom <= size[1]
        assert len(found.lines) <= 2


def test_long_words_are_shown_on_a_webcam_picture() -> None:
    (found,) = placed(Caption(LONG, Spot.LOW, Status.CARE, must_show=True))
    assert len(found.lines) == 2


def test_a_picture_too_small_for_letters_gets_none() -> None:
    assert placed(CUE, BADGE, size=(16, 16)) == []
