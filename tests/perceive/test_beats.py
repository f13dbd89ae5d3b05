"""How often the slow things are looked at."""

from __future__ import annotations

from framing.perceive.beats import PACE, SLOWEST, Head, Pace
from framing.types import Point


def due(every: float, beat: float = 0.4, seconds: float = 24.0) -> int:
    """How many of the looks find it due that come so often."""
    pace, last, count = Pace(), float("-inf"), 0
    for i in range(round(seconds / every)):
        pace = pace.at(i * every)
        if pace.due(last, beat):
            last, count = pace.now, count + 1
    return count


def test_a_machine_that_keeps_up_looks_as_often_however_fast_it_is() -> None:
    assert due(1 / 64, beat=0.5) == due(1 / 32, beat=0.5) == due(1 / 16, beat=0.5)


def test_on_a_machine_at_half_the_pace_a_beat_takes_about_as_many_looks() -> None:
    looks = {every: 24.0 / every for every in (PACE, 2 * PACE)}
    shares = [due(every) / looks[every] for every in looks]
    assert abs(shares[0] - shares[1]) < 0.05


def test_a_beat_is_never_more_than_so_many_times_as_long() -> None:
    pace = Pace()
    for i in range(4):
        pace = pace.at(60.0 * i)
    assert pace.slower == SLOWEST


def test_one_long_gap_slows_nothing_down() -> None:
    pace = Pace()
    for moment in (0.0, 0.1, 0.2, 9.0, 9.1):
        pace = pace.at(moment)
        assert pace.slower == 1.0


def test_a_head_stays_while_it_moves_neither_across_nor_nearer_by_more_than_a_little() -> None:
    before = Head(Point(0.5, 0.4), 0.3)
    assert before.stays(before)
    assert not before.stays(None)
    assert not Head(Point(0.53, 0.4), 0.3).stays(before)
    assert not Head(Point(0.5, 0.4), 0.33).stays(before)
