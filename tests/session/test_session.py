"""One sitter's session: what is said of the pictures that come, and to whom."""

import logging
from collections.abc import Iterator
from itertools import count

import pytest

from framing.errors import ModelError
from framing.guide import guide as from_scene
from framing.overlay.marks import Landmarks
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.session.session import Session
from framing.session.settings import Settings
from framing.types import (
    Absent,
    Cue,
    Frame,
    Guidance,
    Viewer,
)
from tests.session.stage import Eyes, Stage, flat, guided, wait_for


def test_what_the_eyes_see_becomes_guidance_for_the_chosen_use(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.look.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.preset == find("headshot")
    assert guidance.verdict.reads_as in ("headshot", "portrait")


def test_an_empty_room_is_told_apart(stage: Stage) -> None:
    stage.make = lambda: Eyes(empty_room())
    stage.send_until(lambda: guided(stage))
    guidance = stage.session.look.guidance
    assert isinstance(guidance, Guidance)
    assert guidance.verdict.reads_as == "neither"
    assert guidance.cues


def test_the_eyes_get_the_part_of_the_picture_that_the_use_keeps(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    view = stage.eyes[0].shown[-1].viewfinder
    assert view.height == 36
    assert view.aspect == pytest.approx(0.8, abs=0.03)
    assert stage.eyes[0].shown[-1].pixels.shape == (36, 64, 3)


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


def test_failing_eyes_are_said_so_logged_once_and_opened_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Frame) -> None:
        raise RuntimeError("the graph has stopped")

    monkeypatch.setattr("framing.session.analyser.AFTER_FAILURE", 0.0)
    stage.make = lambda: Eyes(before=fail)
    stage.send_until(lambda: len(stage.eyes) >= 4)
    why = stage.session.look.guidance
    assert isinstance(why, Absent)
    assert "trying again" in why.why
    assert "graph" not in why.why
    assert stage.session.look.marks is None
    assert sum(record.name == "framing.session.analyser" for record in caplog.records) == 1
    stage.make = Eyes
    stage.send_until(lambda: guided(stage))
    assert all(eyes.closed for eyes in stage.eyes[:-1])


def test_a_missing_model_is_said_in_its_own_sentence(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    def missing() -> Eyes:
        raise ModelError("face_landmarker.task", "nothing", "run make setup")

    caplog.set_level(logging.CRITICAL)
    stage.make = missing
    stage.send_until(lambda: "face_landmarker.task" in getattr(stage.session.look.guidance, "why", ""))


def test_the_size_may_change_in_the_middle_of_a_stream(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    looks = stage.session.looks
    wait_for(lambda: stage.send(160, 90) is not None and stage.session.looks >= looks + 3)
    assert stage.eyes[0].shown[-1].viewfinder.height == 90
    assert guided(stage)


def test_a_new_choice_takes_effect_while_the_picture_runs(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.settings = Settings(find("linkedin"), Viewer.OTHER, Landmarks.OFF)
    stage.send_until(lambda: getattr(stage.session.look.guidance, "preset", None) == find("linkedin"))
    marks = stage.session.look.marks
    assert marks is not None
    assert not marks.mirrored
    assert len(stage.eyes) == 1


def test_a_cue_for_the_use_of_before_is_not_held_on_to() -> None:
    scene = sitter(roll=14.0)
    session = Session(lambda: Eyes(scene), settings=Settings(find("headshot")), clock=lambda: 5.0, period=0.0)
    moments = (5.0 + number * 1e-7 for number in count())  # all of it long before a cue has stood its time
    before, after = (_first_cue_for(session, use, moments) for use in ("headshot", "full_length"))
    session.close()
    assert before == from_scene(scene, find("headshot")).cues[0]
    assert after == from_scene(scene, find("full_length")).cues[0]
    assert before.measure != after.measure


def _first_cue_for(session: Session, use: str, moments: Iterator[float]) -> Cue:
    session.settings = Settings(find(use))
    told: list[Guidance] = []

    def judged() -> bool:
        session.offer(flat(), next(moments))
        guidance = session.look.guidance
        if isinstance(guidance, Guidance) and guidance.preset == find(use):
            told.append(guidance)
        return bool(told)

    wait_for(judged)
    return told[0].cues[0]


