from framing.live.seats import Seats


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
