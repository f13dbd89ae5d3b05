import pytest

from framing.errors import SettingsError
from framing.session.seats import MAX_SESSIONS, Seats, max_sessions


def test_no_more_are_seated_than_there_are_seats() -> None:
    seats = Seats(2)
    assert [seats.take(), seats.take(), seats.take()] == [True, True, False]
    assert seats.left == 0


def test_a_seat_given_back_can_be_taken_again() -> None:
    seats = Seats(1)
    seats.take()
    seats.free()
    assert seats.left == 1
    assert seats.take()


@pytest.mark.parametrize(("value", "limit"), [("", 4), ("1", 1), ("12", 12)])
def test_four_are_guided_at_once_unless_asked_otherwise(value: str, limit: int) -> None:
    assert max_sessions({MAX_SESSIONS: value}) == limit
    assert max_sessions({}) == 4


@pytest.mark.parametrize("broken", ["0", "-1", "two", "1.5", "²", "1001", "9" * 5000])
def test_a_broken_number_of_sessions_becomes_one_sentence(broken: str) -> None:
    with pytest.raises(SettingsError, match=MAX_SESSIONS) as caught:
        max_sessions({MAX_SESSIONS: broken})
    assert len(str(caught.value)) < 200
