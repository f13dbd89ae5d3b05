"""The sample as a carrier: its pictures are guided as a camera's are, and go to a browser as frames."""

import threading
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from framing.carriers.sample.path import path
from framing.carriers.sample.stream import FPS, SampleStream
from framing.carriers.webrtc.outlet import Outlet
from framing.perceive.fixed import FixedEyes, sitter
from framing.presets.catalogue import find
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.session.seats import Seats
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import Guidance, Image
from tests.session.stage import wait_for


@pytest.fixture
def seats() -> Seats:
    return Seats(1)


@pytest.fixture
def session(seats: Seats) -> Session:
    return Session(lambda: FixedEyes([sitter()]), seats, Settings(find("headshot")), period=0.0)


@pytest.fixture
def outlet(session: Session, seats: Seats) -> Iterator[Outlet]:
    outlet = Outlet(WIDTH, HEIGHT, lambda show: SampleStream(session, show))
    yield outlet
    session.close()
    outlet.end()
    wait_for(lambda: not drawing() and seats.left == 1)


def drawing() -> bool:
    return any(thread.name == "framing sample" for thread in threading.enumerate())


def asked(outlet: Outlet, frame: int) -> Image:
    """The picture handed over when that frame is asked for."""
    sent = outlet.frame(frame * 90000 // FPS, Fraction(1, 90000))
    return np.asarray(sent.to_ndarray(format="rgb24"), np.uint8)


def test_a_sitter_without_a_camera_is_guided_as_before_one(outlet: Outlet, session: Session, seats: Seats) -> None:
    numbers = iter(range(100_000))
    wait_for(lambda: bool(asked(outlet, next(numbers)).any()) and isinstance(session.look.guidance, Guidance))
    assert session.size == (WIDTH, HEIGHT)
    assert seats.left == 0


def test_two_frames_asked_for_are_never_one_object(outlet: Outlet) -> None:
    first, second = (outlet.frame(pts, Fraction(1, 90000)) for pts in (0, 6000))
    assert first is not second
    assert (first.format.name, first.width, first.height) == ("yuv420p", WIDTH, HEIGHT)


def test_the_picture_is_of_the_moment_asked_for(
    outlet: Outlet, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for: list[float] = []

    def noted(at: float) -> Camera:
        asked_for.append(at)
        return path(at)

    monkeypatch.setattr("framing.carriers.sample.stream.path", noted)
    asked(outlet, 3 * FPS)
    wait_for(lambda: session.frames == 1)
    assert asked_for == [3.0]


def test_the_end_gives_back_thread_and_seat_and_the_next_frame_starts_again(
    outlet: Outlet, session: Session, seats: Seats
) -> None:
    for _ in range(2):
        wait_for(lambda: asked(outlet, 0) is not None and session.seated)
        outlet.end()
        wait_for(lambda: not drawing() and seats.left == 1)
        assert not session.seated
        assert session.size is None


def test_a_closed_page_is_drawn_for_no_more_though_frames_are_still_asked_for(
    outlet: Outlet, session: Session, seats: Seats
) -> None:
    wait_for(lambda: asked(outlet, 0) is not None and session.seated)
    session.close()
    asked(outlet, 1)
    wait_for(lambda: not drawing() and seats.left == 1)
    asked(outlet, 2)
    assert not drawing()


def test_a_picture_that_cannot_be_drawn_is_logged_once_and_the_sample_goes_on(
    outlet: Outlet, session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    drawn: list[float] = []

    def fail(seconds: float) -> None:
        drawn.append(seconds)
        raise RuntimeError("no picture")

    with monkeypatch.context() as broken:
        broken.setattr("framing.carriers.sample.stream.path", fail)
        wait_for(lambda: asked(outlet, 0) is not None and len(drawn) >= 3)
    wait_for(lambda: asked(outlet, 0) is not None and session.frames > 0)
    assert sum(record.name == "framing.carriers.sample.stream" for record in caplog.records) == 1
