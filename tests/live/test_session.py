"""One person's stream: what comes back for each frame, and what is said of it."""

import fractions
import logging
import threading

import numpy as np
import pytest

from framing.errors import ModelError
from framing.guide import guide as from_scene
from framing.live.seats import Seats
from framing.live.session import Session
from framing.live.settings import Settings
from framing.overlay.marks import Landmarks
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.types import (
    Absent,
    Cue,
    Frame,
    Guidance,
    Viewer,
)
from tests.live.stage import PATIENCE, Eyes, Stage, as_sent, frame, guided, wait_for


def test_the_frame_comes_back_in_the_encoders_format_with_its_own_time(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    answer = stage.send()
    assert (answer.format.name, answer.width, answer.height) == ("yuv420p", 64, 36)
    assert (answer.pts, answer.time_base) == (4711, fractions.Fraction(1, 90000))


def test_what_the_eyes_see_becomes_guidance_for_the_chosen_use(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.view.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.preset == find("headshot")
    assert guidance.verdict.reads_as in ("headshot", "portrait")


def test_an_empty_room_is_told_apart(stage: Stage) -> None:
    stage.make = lambda: Eyes(empty_room())
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.view.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.verdict.reads_as == "neither"
    assert guidance.cues


def test_the_eyes_get_the_part_of_the_picture_that_the_use_keeps(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    view = stage.eyes[0].shown[-1].viewfinder
    assert view.height == 36
    assert view.aspect == pytest.approx(0.8, abs=0.03)
    assert stage.eyes[0].shown[-1].pixels.shape == (36, 64, 3)


def test_a_mirror_is_shown_before_the_first_look_is_over(stage: Stage) -> None:
    picture = np.zeros((36, 64, 3), np.uint8)
    picture[:, :32] = 255
    half = as_sent(picture)
    looked = threading.Event()
    stage.make = lambda: Eyes(before=lambda _: looked.wait(PATIENCE) and None)
    mirrored = stage.session.on_frame(half).to_ndarray(format="rgb24")
    stage.session.settings = Settings(find("headshot"), Viewer.OTHER)
    straight = stage.session.on_frame(half).to_ndarray(format="rgb24")
    looked.set()
    assert mirrored[18, 60, 0] > 200 > 50 > mirrored[18, 4, 0]
    assert straight[18, 4, 0] > 200 > 50 > straight[18, 60, 0]


def test_slow_eyes_hold_up_no_frame_and_always_get_the_newest(stage: Stage) -> None:
    go_on = stage.begin_a_look(level=1)
    for level in range(20, 220):  # two hundred frames pass while the eyes are at the first
        stage.send(level=level)
    assert len(stage.eyes[0].shown) == 1
    go_on.set()
    wait_for(lambda: len(stage.eyes[0].shown) >= 2)
    assert stage.eyes[0].shown[1].pixels.mean() == pytest.approx(219, abs=3)
    wait_for(lambda: stage.session.looks == 2)
    assert len(stage.eyes[0].shown) == 2


def test_failing_eyes_are_said_so_logged_once_and_opened_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Frame) -> None:
        raise RuntimeError("the graph has stopped")

    monkeypatch.setattr("framing.live.analyser.AFTER_FAILURE", 0.0)
    stage.make = lambda: Eyes(before=fail)
    stage.send_until(lambda: len(stage.eyes) >= 4)
    why = stage.session.view.guidance
    assert isinstance(why, Absent)
    assert "trying again" in why.why
    assert "graph" not in why.why
    assert stage.session.view.marks is None
    assert sum(record.name == "framing.live.analyser" for record in caplog.records) == 1
    stage.make = Eyes
    stage.send_until(lambda: guided(stage))
    assert all(eyes.closed for eyes in stage.eyes[:-1])


def test_a_missing_model_is_said_in_its_own_sentence(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    def missing() -> Eyes:
        raise ModelError("face_landmarker.task", "nothing", "run make setup")

    caplog.set_level(logging.CRITICAL)
    stage.make = missing
    stage.send_until(lambda: "face_landmarker.task" in getattr(stage.session.view.guidance, "why", ""))


def test_a_frame_that_cannot_be_painted_comes_back_as_it_was(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no paint")

    stage.send_until(lambda: guided(stage))
    monkeypatch.setattr("framing.live.session.paint", fail)
    came = frame()
    assert stage.session.on_frame(came) is came
    for _ in range(30):
        stage.send()
    assert sum(record.name == "framing.live.session" for record in caplog.records) == 1


@pytest.mark.parametrize("size", [(16, 16), (2, 2), (17, 33), (1280, 720), (36, 64)])
def test_any_size_comes_back_as_it_came(stage: Stage, size: tuple[int, int]) -> None:
    stage.send_until(lambda: guided(stage))
    answer = stage.send(*size)
    assert (answer.width, answer.height) == size
    assert stage.session.size == size


def test_the_size_may_change_in_the_middle_of_a_stream(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    looks = stage.session.looks
    wait_for(lambda: stage.send(160, 90) is not None and stage.session.looks >= looks + 3)
    assert stage.eyes[0].shown[-1].viewfinder.height == 90
    assert guided(stage)


def test_a_new_choice_takes_effect_while_the_picture_runs(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.settings = Settings(find("linkedin"), Viewer.OTHER, Landmarks.OFF)
    stage.send_until(lambda: getattr(stage.session.view.guidance, "preset", None) == find("linkedin"))
    marks = stage.session.view.marks
    assert marks is not None
    assert not marks.mirrored
    assert len(stage.eyes) == 1


def test_a_cue_for_the_use_of_before_is_not_held_on_to() -> None:
    scene = sitter(roll=14.0)
    session = Session(lambda: Eyes(scene), Seats(1), Settings(find("headshot")), clock=lambda: 5.0, period=0.0)
    before, after = (_first_cue_for(session, use) for use in ("headshot", "full_length"))
    session.close()
    assert before == from_scene(scene, find("headshot"), Viewer.FRONT).cues[0]
    assert after == from_scene(scene, find("full_length"), Viewer.FRONT).cues[0]
    assert before.measure != after.measure


def _first_cue_for(session: Session, use: str) -> Cue:
    session.settings = Settings(find(use))
    told: list[Guidance] = []

    def judged() -> bool:
        session.on_frame(frame())
        guidance = session.view.guidance
        if isinstance(guidance, Guidance) and guidance.preset == find(use):
            told.append(guidance)
        return bool(told)

    wait_for(judged)
    return told[0].cues[0]


def test_the_clock_of_the_guidance_is_the_moment_the_frame_came() -> None:
    moments = iter(range(100, 10_000))
    session = Session(Eyes, Seats(1), Settings(), clock=lambda: float(next(moments)), period=0.0)
    session.on_frame(frame())
    wait_for(lambda: isinstance(session.view.guidance, Guidance))
    session.close()
    assert isinstance(session.view.guidance, Absent)
