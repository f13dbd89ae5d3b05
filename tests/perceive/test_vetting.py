"""When the faces of a stream are asked about, and what becomes of those that are nobody's."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest

from framing.perceive.fixed import face
from framing.perceive.heads import Heads
from framing.perceive.vetting import Vetted, vet
from framing.types import Absent, Face, Frame, Point, Viewfinder

NOBODY = Absent("no body in view")


class Asked:
    """Detectors that say of each face what they are told, and count how often they are asked."""

    def __init__(self, *likeness: float) -> None:
        self._left = list(likeness)
        self.times = 0

    def likeness(self, *_: object) -> float:
        self.times += 1
        return self._left.pop(0) if len(self._left) > 1 else self._left[0]


def frame(now: float) -> Frame:
    noise = np.random.default_rng(0).integers(60, 200, (480, 640, 3)).astype(np.uint8)
    return Frame(noise, Viewfinder(0, 0, 640, 480), now)


def followed(asked: Asked, faces: list[Face], seconds: float) -> list[int]:
    """How many of the faces count at each look, ten a second."""
    known: tuple[Vetted, ...] = ()
    counts = []
    for i in range(round(seconds * 10)):
        known, theirs = vet(known, faces, NOBODY, frame(i * 0.1), cast("Heads", asked))
        counts.append(len(theirs))
    return counts


def somebody(x: float = 0.6, height: float = 0.2) -> Face:
    return face(Point(x, 0.4), height)


def test_a_persons_face_is_asked_about_once() -> None:
    asked = Asked(0.8)
    assert set(followed(asked, [somebody()], 5.0)) == {1}
    assert asked.times == 1


def test_a_face_like_nobodys_counts_until_it_was_asked_about_twice_and_then_no_more() -> None:
    asked = Asked(0.2)
    counts = followed(asked, [somebody()], 5.0)
    assert counts[0] == 1
    assert set(counts[5:]) == {0}
    assert asked.times <= 8


def test_one_bad_look_costs_nobody_their_place_and_who_was_refused_may_come_back() -> None:
    assert set(followed(Asked(0.2, 0.8), [somebody()], 3.0)) == {1}
    assert followed(Asked(0.2, 0.2, 0.8), [somebody()], 3.0)[-1] == 1


def test_one_face_is_asked_about_at_a_look_the_largest_first() -> None:
    asked = Asked(0.8)
    known, theirs = vet((), [somebody(0.3, 0.1), somebody(1.0, 0.2)], NOBODY, frame(0.0), cast("Heads", asked))
    assert asked.times == 1
    assert len(theirs) == 2
    assert known[0].at.x == pytest.approx(1.0 * 480, abs=20)


def test_a_face_that_has_gone_for_long_is_a_new_one_and_one_that_moves_is_the_same() -> None:
    asked = Asked(0.8)
    known, _ = vet((), [somebody(0.5)], NOBODY, frame(0.0), cast("Heads", asked))
    known, _ = vet(known, [somebody(0.56)], NOBODY, frame(0.1), cast("Heads", asked))
    known, _ = vet(known, [], NOBODY, frame(0.6), cast("Heads", asked))
    known, _ = vet(known, [somebody(0.56)], NOBODY, frame(0.7), cast("Heads", asked))
    assert asked.times == 1
    known, _ = vet(known, [], NOBODY, frame(2.0), cast("Heads", asked))
    vet(known, [somebody(0.56)], NOBODY, frame(2.1), cast("Heads", asked))
    assert asked.times == 2


def test_flat_paint_is_nobodys_however_like_a_face_it_is() -> None:
    flat = Frame(np.full((480, 640, 3), (240, 200, 170), np.uint8), Viewfinder(0, 0, 640, 480), 0.0)
    known, _ = vet((), [somebody()], NOBODY, flat, cast("Heads", Asked(0.9)))
    assert not known[0].person
