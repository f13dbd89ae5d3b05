from framing.session.pace import ENOUGH, OVER, WANTED, Pace


def looking(pace: Pace, rate: float, start: float, seconds: float) -> float:
    """Looks at that many a second; when the last of them was."""
    now = start
    for number in range(round(rate * seconds)):
        now = start + number / rate
        pace.looked(now)
    return now


def test_too_few_looks_are_called_slow_once_they_were_counted_long_enough_and_enough_are_not() -> None:
    slow, enough = Pace(), Pace()
    now = looking(slow, WANTED - 2.0, 0.0, OVER / 2)
    assert not slow.slow(now)
    assert slow.slow(looking(slow, WANTED - 2.0, now, 2 * OVER))
    assert not enough.slow(looking(enough, WANTED + 3.0, 0.0, 3 * OVER))


def test_looks_that_stop_altogether_are_slow_and_none_at_all_are_only_beginning() -> None:
    pace = Pace()
    now = looking(pace, 2 * WANTED, 0.0, 2 * OVER)
    assert not pace.slow(now)
    assert pace.slow(now + OVER)
    assert not Pace().slow(100.0)


def test_what_is_slow_must_become_clearly_faster_before_it_is_no_longer_called_so() -> None:
    pace, between = Pace(), (WANTED + ENOUGH) / 2
    assert not pace.slow(looking(pace, between, 0.0, 3 * OVER))
    now = looking(pace, 1.0, 100.0, 2 * OVER)
    assert pace.slow(now)
    now = looking(pace, between, now, 3 * OVER)
    assert pace.slow(now)
    assert not pace.slow(looking(pace, ENOUGH + 2.0, now, 3 * OVER))
