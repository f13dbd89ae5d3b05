"""A browser's frames on their way through a session: what comes back for each."""

import fractions
import threading

import numpy as np
import pytest
from av import VideoFrame

from framing.carriers.webrtc.stream import Guided
from framing.perceive.fixed import FixedEyes
from framing.presets.catalogue import find
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import Image, Viewer
from tests.session.stage import PATIENCE, Eyes, Stage, flat, guided, wait_for


@pytest.fixture
def stream(stage: Stage) -> Guided:
    """A stream on which there is something to paint."""
    stage.send_until(lambda: guided(stage))
    return Guided(stage.session)


def frame(width: int = 64, height: int = 36) -> VideoFrame:
    return as_sent(flat(width, height))


def as_sent(picture: Image) -> VideoFrame:
    made = VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")
    made.pts, made.time_base = 4711, fractions.Fraction(1, 90000)
    return made


def test_the_frame_comes_back_in_the_encoders_format_with_its_own_time(stream: Guided) -> None:
    answer = stream.on_frame(frame())
    assert (answer.format.name, answer.width, answer.height) == ("yuv420p", 64, 36)
    assert (answer.pts, answer.time_base) == (4711, fractions.Fraction(1, 90000))


def test_what_the_eyes_are_shown_is_what_the_browser_sent(stage: Stage) -> None:
    stream = Guided(stage.session)
    wait_for(lambda: stream.on_frame(as_sent(flat(level=200))) is not None and bool(stage.eyes and stage.eyes[0].shown))
    assert stage.eyes[0].shown[0].pixels.mean() == pytest.approx(200, abs=3)


def test_a_mirror_is_shown_before_the_first_look_is_over(stage: Stage) -> None:
    picture = np.zeros((36, 64, 3), np.uint8)
    picture[:, :32] = 255
    stream, half = Guided(stage.session), as_sent(picture)
    looked = threading.Event()
    stage.make = lambda: Eyes(before=lambda _: bool(looked.wait(PATIENCE)) and None)
    mirrored = stream.on_frame(half).to_ndarray(format="rgb24")
    stage.session.settings = Settings(find("headshot"), Viewer.OTHER)
    straight = stream.on_frame(half).to_ndarray(format="rgb24")
    looked.set()
    assert mirrored[18, 60, 0] > 200 > 50 > mirrored[18, 4, 0]
    assert straight[18, 4, 0] > 200 > 50 > straight[18, 60, 0]


def test_a_frame_that_cannot_be_painted_comes_back_as_it_was(
    stream: Guided, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no paint")

    monkeypatch.setattr("framing.carriers.painted.paint", fail)
    came = frame()
    assert stream.on_frame(came) is came
    for _ in range(30):
        stream.on_frame(frame())
    assert sum(record.name == "framing.carriers.webrtc.stream" for record in caplog.records) == 1


@pytest.mark.parametrize("size", [(16, 16), (2, 2), (17, 33), (1280, 720), (36, 64)])
def test_any_size_comes_back_as_it_came(stream: Guided, size: tuple[int, int]) -> None:
    answer = stream.on_frame(frame(*size))
    assert (answer.width, answer.height) == size
    assert stream.session.size == size


def test_a_frame_of_a_page_without_a_seat_comes_back_as_it_is_and_costs_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(_: VideoFrame) -> Image:
        raise AssertionError("a frame that nobody sees was converted")

    assert stage.session.sit()
    monkeypatch.setattr("framing.carriers.webrtc.stream.to_pixels", convert)
    came = frame()
    assert Guided(Session(Eyes, stage.seats)).on_frame(came) is came


def test_the_frame_of_a_closed_page_comes_back_and_begins_nothing() -> None:
    session = Session(lambda: FixedEyes([]))
    session.close()
    assert Guided(session).on_frame(frame()).format.name == "yuv420p"
    assert not session.seated
