"""The pictures of a burst beside each other: which fault is told, what is a doubt, and which picture is the best."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from itertools import permutations
from typing import Any

import cv2
import numpy as np
import pytest

from framing.guide import guide
from framing.perceive.fixed import empty_room, sitter
from framing.perceive.still_eyes import StillEyes
from framing.photo import Photo
from framing.pictures.looked import Looked, look
from framing.pictures.ranking import alone, beside
from framing.say import ENGLISH
from framing.say.burst import tell
from framing.types import (
    EVERYBODY,
    NOT_CALIBRATED,
    SOFT,
    TOUCH,
    Absent,
    Fault,
    Frame,
    Hidden,
    Image,
    LitFace,
    Scene,
    Shown,
    Standing,
    Viewer,
    Viewfinder,
)
from tests.occlusions import hair
from tests.photographs import as_image, astronaut, astronaut_scene, whole
from tests.pictures.making import PRESETS, announced, looked

GOOD: dict[str, Any] = {"aspect": 1.0, "face_height": 0.28, "eye_line": 0.42}


def seen(
    scene: Scene | None = None, detail: Mapping[int, float] | None = None, use: str = "linkedin", **how: Any
) -> Looked:
    """A picture in which this is seen; a good one unless told otherwise."""
    found = looked(use, scene or sitter(**{**GOOD, **how}))
    return replace(found, detail={64: 0.04} if detail is None else detail)


def with_eyes(open_by: float, **how: Any) -> Looked:
    """A good picture whose lids are that share as far apart as they were."""
    made = sitter(**{**GOOD, **how})
    face = made.faces[0]
    points = face.points.copy()
    for over, under in ((160, 144), (159, 145), (158, 153), (385, 380), (386, 374), (387, 373)):
        middle = (points[over] + points[under]) / 2.0
        for lid in (over, under):
            points[lid] = middle + open_by * (points[lid] - middle)
    return seen(replace(made, faces=(replace(face, points=points),)))


def beside_the_lens(use: str, **how: Any) -> Scene:
    """Somebody who turns the eyes alone, by some 20 degrees."""
    made = sitter(**how)
    face = made.faces[0]
    points = face.points.copy()
    for iris, one, other in ((468, 33, 133), (473, 362, 263)):
        points[iris] += 0.15 * (points[other] - points[one])
    return replace(made, faces=(replace(face, points=points),))


def covered() -> Looked:
    """A good picture, but for hair over one eye."""
    made = sitter(**GOOD)
    lit = made.lit_face
    assert isinstance(lit, LitFace)
    hidden = Shown(Hidden.SOMETHING, Hidden.NOTHING, mouth=True, red=0)
    return seen(replace(made, lit_face=replace(lit, shown=hidden)))


def ranked(*pictures: Looked) -> list[int]:
    """The numbers of the pictures, the best first."""
    return [int(one.name) for one in beside(dict(zip(map(str, range(len(pictures))), pictures, strict=True)))]


def standing(number: int, *pictures: Looked) -> Standing:
    """How that one stands among them."""
    found = beside(dict(zip(map(str, range(len(pictures))), pictures, strict=True)))
    return next(one for one in found if one.name == str(number))


def faults(one: Standing) -> list[Fault]:
    return [wrong.fault for wrong in one.faults]


def test_a_good_picture_has_neither_fault_nor_doubt() -> None:
    assert alone("a", seen()).good


def test_where_nobody_is_that_is_the_only_fault() -> None:
    assert faults(alone("a", seen(empty_room(1.0)))) == [Fault.NOBODY]


def test_closed_eyes_are_a_fault_and_covered_ones_a_doubt() -> None:
    assert Fault.EYES in faults(alone("a", with_eyes(0.1)))
    hidden = alone("a", covered())
    assert hidden.unsure
    assert hidden.doubts == ("the right eye is covered",)


def test_a_face_that_nobody_can_read_is_a_doubt() -> None:
    made = replace(sitter(**GOOD), faces=(), lit_face=Absent("no readable face in view"))
    assert alone("a", seen(made, use="environmental")).unsure


def test_what_a_document_needs_and_nobody_can_see_is_a_doubt() -> None:
    made = replace(sitter(**GOOD), lit_face=Absent("too few pixels on the face to read its light"))
    assert alone("a", seen(made, use="passport_us")).doubts
    assert not alone("a", seen(made, use="linkedin")).doubts


def test_a_blink_under_way_is_known_from_the_other_pictures_and_from_nothing_else() -> None:
    half = with_eyes(0.5)
    assert alone("a", half).good
    assert Fault.EYES in faults(standing(0, half, seen(), seen()))
    assert standing(0, with_eyes(0.8), seen(), seen()).good
    assert all(one.good for one in beside({str(n): half for n in range(4)}))


def test_a_picture_much_softer_than_the_sharpest_is_a_fault_and_one_a_little_softer_only_comes_after() -> None:
    sharp, touch, soft = (seen(detail={64: 0.04 * by}) for by in (1.0, (SOFT + TOUCH) / 2.0, SOFT - 0.01))
    assert faults(standing(2, sharp, touch, soft)) == [Fault.SHARP]
    assert standing(1, sharp, touch, soft).good
    assert standing(1, sharp, touch, soft).a_touch_softer
    assert not standing(0, sharp, touch, soft).a_touch_softer
    for order in permutations([(0, sharp), (1, touch), (2, soft)]):
        numbers = [order[at][0] for at in ranked(*(picture for _, picture in order))]
        assert numbers == [0, 1, 2]


def test_detail_is_compared_only_in_a_scale_that_every_picture_has() -> None:
    near, far = seen(detail={48: 0.04, 64: 0.01, 128: 0.001}), seen(detail={48: 0.039})
    assert standing(0, near, far).good
    assert ranked(far, near)[0] == 1
    unreadable = seen(detail={})
    assert standing(0, unreadable, seen()).good
    assert standing(0, unreadable).softer == 1.0


def test_one_picture_is_never_called_the_sharpest_and_of_several_one_is() -> None:
    assert not standing(0, seen()).sharpest
    found = beside({"a": seen(detail={64: 0.04}), "b": seen(detail={64: 0.03})})
    assert [one.sharpest for one in found] == [True, False]


GRAVE = {
    "good": seen(),
    "covered": covered(),
    "framing": seen(face_height=0.15),
    "soft": seen(detail={64: 0.01}),
    "closed": with_eyes(0.1),
    "nobody": seen(empty_room(1.0), detail={}),
}


def test_good_comes_before_doubtful_and_that_before_faults_the_lighter_first_whatever_the_order() -> None:
    names = list(GRAVE)
    for order in (names, names[::-1], names[3:] + names[:3]):
        found = beside({name: GRAVE[name] for name in order})
        assert [one.name for one in found] == names
        assert [one.place for one in found] == [1, 2, 3, 4, 5, 6]


def test_among_good_pictures_sharpness_that_shows_comes_first_then_the_expression_then_the_framing() -> None:
    headshot: dict[str, Any] = {"use": "headshot", "aspect": 0.8, "face_height": 0.26, "eye_line": 0.4}
    best = seen(**headshot)
    aside = seen(**headshot, x=0.52, detail={64: 0.041})
    looks_away = seen(beside_the_lens(**headshot), detail={64: 0.042}, use="headshot")
    softer = seen(**headshot, detail={64: 0.042 * (SOFT + TOUCH) / 2.0})
    assert all(one.good for one in beside({"a": best, "b": aside, "c": looks_away, "d": softer}))
    assert ranked(softer, looks_away, aside, best) == [3, 2, 1, 0]


def test_a_burst_keeps_its_order_where_nothing_tells_its_pictures_apart() -> None:
    assert ranked(*[seen() for _ in range(5)]) == [0, 1, 2, 3, 4]


def test_no_order_of_the_same_pictures_makes_another_one_the_best() -> None:
    pictures = {"a": seen(detail={64: 0.039}), "b": seen(yaw=9.0), "c": covered(), "d": with_eyes(0.5)}
    best = {beside({name: pictures[name] for name in order})[0].name for order in permutations(pictures)}
    assert len(best) == 1


@pytest.fixture(scope="module")
def burst() -> dict[str, Looked]:
    """The astronaut as she is, moved, out of focus, and with hair over an eye, as the real eyes see her."""
    plain = astronaut()
    mesh = whole(plain).viewfinder.to_pixels(astronaut_scene().faces[0].points)[:, :2]
    moved = as_image(cv2.filter2D(plain, -1, np.full((1, 9), 1 / 9, np.float32)))
    soft = as_image(cv2.GaussianBlur(plain, (0, 0), 1.8))
    pictures = {"soft": soft, "plain": plain, "moved": moved, "hair": hair(plain, mesh)}
    with closing(StillEyes()) as eyes:
        return {name: taken(picture, eyes) for name, picture in pictures.items()}


def taken(picture: Image, eyes: StillEyes) -> Looked:
    photo = Photo(Frame(picture, Viewfinder.whole(picture)), (picture.shape[1], picture.shape[0]))
    return look(photo, announced(picture, "", None), eyes, None, (EVERYBODY, NOT_CALIBRATED))


@pytest.mark.models
def test_of_real_pictures_the_sharp_one_whose_eyes_can_be_seen_is_the_best_and_each_other_is_told_its_fault(
    burst: dict[str, Looked],
) -> None:
    found = beside(burst)
    told = {one.name: tell(one, Viewer.FRONT, ENGLISH) for one in found}
    assert found[0].name == "plain"
    assert told["plain"].rank == "good"
    assert told["plain"].title == "Sharpest"
    assert found[1].name == "hair"
    assert told["hair"].title == "Can't tell"
    assert told["soft"].title == told["moved"].title == "Soft or moved"


@pytest.mark.models
def test_the_eyes_of_a_real_picture_lie_in_the_box_that_is_shown_at_100_per_cent(burst: dict[str, Looked]) -> None:
    box = burst["plain"].eyes
    assert box is not None
    left, top, right, bottom = (edge * 512 for edge in box)
    assert left < 205 < 245 < right
    assert top < 105 < bottom


def test_the_guidance_of_a_picture_is_what_the_guide_says_of_a_still() -> None:
    found = seen()
    assert found.guidance == guide(found.scene, PRESETS["linkedin"])
