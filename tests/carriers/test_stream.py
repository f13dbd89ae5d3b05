"""A browser's frames on their way to a session over WebRTC."""

import pytest
from av import VideoFrame

from framing.carriers.webrtc.stream import Guided
from framing.perceive.fixed import FixedEyes
from framing.session.session import Session
from framing.types import Image
from tests.session.stage import Eyes, Stage, flat, guided, wait_for


def frame(width: int = 64, height: int = 36, level: int = 120) -> VideoFrame:
    return VideoFrame.from_ndarray(flat(width, height, level), format="rgb24").reformat(format="yuv420p")


def test_what_the_eyes_are_shown_is_what_the_browser_sent(stage: Stage) -> None:
    stream = Guided(stage.session)
    wait_for(lambda: (stream.on_frame(frame(level=200)), bool(stage.eyes and stage.eyes[0].shown))[1])
    assert stage.eyes[0].shown[0].pixels.mean() == pytest.approx(200, abs=3)


@pytest.mark.parametrize("size", [(16, 16), (2, 2), (17, 33), (1280, 720), (36, 64)])
def test_every_frame_comes_back_as_it_was_for_the_library_wants_one(stage: Stage, size: tuple[int, int]) -> None:
    came = frame(*size)
    assert Guided(stage.session).on_frame(came) is came
    assert stage.session.size == size


def test_what_fails_is_said_once_and_the_stream_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: VideoFrame) -> Image:
        raise ValueError("no pixels")

    stream = Guided(stage.session)
    with monkeypatch.context() as broken:
        broken.setattr("framing.carriers.webrtc.stream.to_pixels", fail)
        for _ in range(30):
            stream.on_frame(frame())
    assert sum(record.name == "framing.carriers.webrtc.stream" for record in caplog.records) == 1
    wait_for(lambda: (stream.on_frame(frame()), guided(stage))[1])


def test_a_frame_of_a_page_without_a_seat_costs_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def convert(_: VideoFrame) -> Image:
        raise AssertionError("a frame that nobody looks at was converted")

    assert stage.session.sit()
    monkeypatch.setattr("framing.carriers.webrtc.stream.to_pixels", convert)
    came = frame()
    assert Guided(Session(Eyes, stage.seats)).on_frame(came) is came


def test_the_frame_of_a_closed_page_comes_back_and_begins_nothing() -> None:
    session = Session(lambda: FixedEyes([]))
    session.close()
    Guided(session).on_frame(frame())
    assert not session.seated


def test_frames_that_end_give_the_seat_back_unless_another_carrier_has_gone_on(stage: Stage) -> None:
    stream = Guided(stage.session)
    stream.on_frame(frame())
    stage.send()
    stream.rest()
    assert stage.session.seated
    stream.on_frame(frame())
    stream.rest()
    assert not stage.session.seated
