import numpy as np
import pytest

from framing.perceive.fixed import FixedEyes, sitter
from framing.session.pool import Pool
from framing.types import Frame, Scene, Viewfinder

FRAME = Frame(np.zeros((36, 64, 3), np.uint8), Viewfinder.centred(64, 36, 1.0))


class Eyes(FixedEyes):
    """Eyes that count how often they were told to forget, and fail when they are told to."""

    def __init__(self) -> None:
        super().__init__([sitter()])
        self.forgot, self.fails = 0, False

    def see(self, frame: Frame) -> Scene:
        if self.fails:
            raise RuntimeError("the graph has stopped")
        return super().see(frame)

    def forget(self) -> None:
        if self.fails:
            raise RuntimeError("the graph has stopped")
        self.forgot += 1


class Opened:
    def __init__(self) -> None:
        self.eyes: list[Eyes] = []
        self.pool = Pool(self._open)

    def _open(self) -> Eyes:
        self.eyes.append(Eyes())
        return self.eyes[-1]


def test_sitters_one_after_the_other_look_through_the_same_eyes_which_have_forgotten_the_last_one() -> None:
    opened = Opened()
    for number in range(20):
        lent = opened.pool.open()
        assert opened.eyes[0].forgot == number
        lent.see(FRAME)
        lent.close()
    assert len(opened.eyes) == 1
    assert not opened.eyes[0].closed


def test_sitters_at_once_each_have_their_own_eyes_and_no_more_are_opened_than_sit_at_once() -> None:
    opened = Opened()
    for _ in range(3):
        lent = [opened.pool.open() for _ in range(4)]
        for eyes in lent:
            eyes.close()
    assert len(opened.eyes) == 4


def test_eyes_that_failed_are_closed_and_never_lent_again() -> None:
    opened = Opened()
    lent = opened.pool.open()
    opened.eyes[0].fails = True
    with pytest.raises(RuntimeError):
        lent.see(FRAME)
    lent.close()
    assert opened.eyes[0].closed
    opened.pool.open().see(FRAME)
    assert len(opened.eyes) == 2


def test_eyes_that_cannot_forget_are_closed_and_never_lent_again() -> None:
    opened = Opened()
    lent = opened.pool.open()
    lent.see(FRAME)
    opened.eyes[0].fails = True
    with pytest.raises(RuntimeError):
        lent.close()
    assert opened.eyes[0].closed
    opened.pool.open()
    assert len(opened.eyes) == 2


def test_a_pool_that_closes_closes_the_eyes_that_are_free_and_no_others() -> None:
    opened = Opened()
    first, second = opened.pool.open(), opened.pool.open()
    first.close()
    opened.pool.close()
    assert [eyes.closed for eyes in opened.eyes] == [True, False]
    second.see(FRAME)
