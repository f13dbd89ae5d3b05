import threading

from framing.session.mailbox import Mailbox


def test_a_slow_reader_gets_the_newest_and_never_the_ones_before() -> None:
    box: Mailbox[int] = Mailbox()
    for number in range(5):
        box.put(number)
    assert box.take() == 4
    box.put(7)
    assert box.take() == 7


def test_closing_sends_a_waiting_reader_home() -> None:
    box: Mailbox[int] = Mailbox()
    taken: list[int | None] = [0]
    reader = threading.Thread(target=lambda: taken.append(box.take()))
    reader.start()
    box.close()
    reader.join(20)
    assert not reader.is_alive()
    assert taken == [0, None]


def test_nothing_is_taken_from_a_closed_mailbox_even_what_was_left_in_it() -> None:
    box: Mailbox[int] = Mailbox()
    box.put(1)
    box.close()
    assert box.take() is None
    assert box.closes_within(0)


def test_an_open_mailbox_does_not_close_by_itself() -> None:
    assert not Mailbox[int]().closes_within(0.001)
