"""The rig that measures rooms: real servers, scripted people."""

from framing.lab.bench.rooms import _lost, signalled


def test_what_did_not_come_or_came_out_of_order_counts_as_lost() -> None:
    assert _lost("abc", "abc") == 0
    assert _lost("abc", "ab") == 1
    assert _lost("abc", "") == 3
    assert _lost("abc", "acb") == 1


def test_rooms_that_signal_at_once_lose_no_message() -> None:
    found = signalled(rooms=20, signals=10)
    assert found is not None
    assert (found.n, found.sent, found.lost) == (20, 800, 0)
