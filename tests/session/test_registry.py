import threading
from collections.abc import Callable

from framing.session.registry import WAITED_FOR, Page, Registry, sweeping
from framing.session.seats import Seats
from framing.session.session import SILENCE, Session
from framing.session.settings import Settings
from tests.session.stage import Eyes, send, wait_for

PAGE = Page("token", "script")


class Line:
    def __init__(self, stops: Callable[[], None] = lambda: None) -> None:
        self.stopped, self._stops = 0, stops

    def stop(self) -> None:
        self.stopped += 1
        self._stops()


class Guide:
    """A registry with a clock set by hand, and sessions of it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.seats = Seats(4)
        self.registry = Registry(clock=lambda: self.now)
        self.ended: list[str] = []
        self.registry.end = self.ended.append

    def session(self, page: Page = PAGE) -> Session:
        session = Session(Eyes, self.seats, Settings(), clock=lambda: self.now, period=0.0)
        self.registry.enter(session, page)
        return session

    def later(self, seconds: float) -> None:
        self.now += seconds
        self.registry.sweep()


def test_a_page_that_goes_without_a_word_loses_seat_models_and_line_but_not_before_it_is_silent() -> None:
    guide, line = Guide(), Line()
    session = guide.session()
    guide.registry.connect(session, line)
    send(session)
    guide.later(SILENCE / 2)
    assert session.seated
    assert line.stopped == 0
    guide.later(SILENCE)
    assert not session.seated
    assert line.stopped == 1
    wait_for(lambda: guide.seats.left == 4)
    guide.later(SILENCE)
    assert line.stopped == 1


def test_a_page_that_waits_with_its_camera_stopped_keeps_its_line_and_is_guided_again_when_frames_come() -> None:
    guide, line = Guide(), Line()
    session = guide.session()
    guide.registry.connect(session, line)
    send(session)
    for _ in range(10):
        session.hear()
        guide.later(SILENCE / 2)
    assert not session.seated
    assert line.stopped == 0
    send(session)
    assert session.seated
    session.close()
    wait_for(lambda: guide.seats.left == 4)


def test_a_page_without_a_word_whose_frames_still_come_keeps_its_line() -> None:
    guide, line = Guide(), Line()
    session = guide.session()
    guide.registry.connect(session, line)
    session.close()
    for _ in range(10):
        send(session)
        guide.later(SILENCE / 2)
    assert line.stopped == 0


def test_a_page_that_comes_back_takes_its_line_over_from_the_session_before() -> None:
    guide, line = Guide(), Line()
    before = guide.session()
    guide.registry.connect(before, line)
    before.close()
    after = guide.session()
    guide.registry.connect(after, line)
    for _ in range(5):
        after.hear()
        guide.later(SILENCE / 2)
    assert line.stopped == 0
    assert guide.registry.held == (1, 1, 0)


def test_a_line_that_was_hung_up_by_its_page_is_forgotten() -> None:
    guide, line = Guide(), Line()
    session = guide.session()
    guide.registry.connect(session, line)
    guide.registry.connect(session, None)
    guide.later(2 * SILENCE)
    assert line.stopped == 0


def test_the_script_of_a_page_that_lost_its_connection_waits_and_is_then_ended_once() -> None:
    guide = Guide()
    guide.session().close()
    guide.later(1.0)
    guide.later(WAITED_FOR / 2)
    assert guide.ended == []
    guide.later(WAITED_FOR)
    guide.later(WAITED_FOR)
    assert guide.ended == ["script"]
    assert guide.registry.held == (0, 0, 0)


def test_a_page_that_comes_back_in_time_is_not_ended() -> None:
    guide = Guide()
    guide.session().close()
    guide.later(WAITED_FOR / 2)
    session = guide.session()
    for _ in range(4):
        session.hear()
        guide.later(WAITED_FOR / 2)
    assert guide.ended == []


def test_a_goodbye_ends_the_page_with_the_next_sweep_and_no_other_page() -> None:
    guide, line = Guide(), Line()
    other = guide.session(Page("other", "other script"))
    session = guide.session()
    guide.registry.connect(session, line)
    guide.registry.goodbye("nobody's token")
    guide.registry.goodbye("token")
    guide.later(1.0)
    assert guide.ended == ["script"]
    assert line.stopped == 1
    assert not other.closed


def test_a_sweep_says_whether_there_was_anything_to_let_go_of() -> None:
    guide = Guide()
    session = guide.session()
    assert not guide.registry.sweep()
    session.close()
    assert guide.registry.sweep()
    assert not guide.registry.sweep()


def test_the_timer_goes_on_after_a_failure_and_ends_with_the_server() -> None:
    sweeps: list[int] = []

    def fail() -> None:
        sweeps.append(1)
        raise RuntimeError("a line that cannot be hung up")

    with sweeping(fail, every=0.0):
        wait_for(lambda: len(sweeps) > 2)
    assert not [thread for thread in threading.enumerate() if thread.name == "framing timer"]


def test_a_session_is_found_by_its_own_token_alone_and_only_while_it_is_open() -> None:
    guide = Guide()
    one, other = guide.session(), guide.session(Page("other", "other script"))
    assert one.token != other.token
    assert guide.registry.find(one.token) is one
    assert guide.registry.find(other.token) is other
    wrong = ("", "token", one.token[:-1], f"{one.token}x", "\udcff")
    assert [guide.registry.find(token) for token in wrong] == [None] * len(wrong)
    one.close()
    assert guide.registry.find(one.token) is None
