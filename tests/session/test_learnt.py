"""What is learnt of the sitter and of the camera, and that no picture is kept for it."""

import numpy as np
import pytest

from framing.presets.catalogue import find
from framing.session.settings import Settings
from framing.types import EVERYBODY, Absent, Baseline, Guidance
from tests.session.stage import Stage, guided, wait_for


def test_once_the_stream_has_ended_the_session_holds_no_picture(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.rest()
    assert stage.session.look.judged is None
    assert not any(isinstance(value, np.ndarray) for value in vars(stage.session).values())


def test_looking_into_the_lens_takes_a_baseline_that_outlasts_a_change_of_use_and_a_stop(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    assert stage.session.look.rest.baseline is EVERYBODY
    stage.session.look_into_lens()
    stage.send_until(lambda: stage.session.look.rest.under_way)
    stage.send_until(lambda: isinstance(stage.session.look.rest.outcome, Baseline))
    own = stage.session.look.rest.baseline
    assert own is not EVERYBODY
    stage.session.settings = Settings(find("portrait"))
    stage.send_until(lambda: guided(stage))
    stage.session.rest()
    assert stage.session.look.rest.baseline == own
    stage.send_until(lambda: guided(stage))
    assert stage.session.look.rest.baseline == own


def test_without_a_picture_there_is_nothing_to_look_at(stage: Stage) -> None:
    stage.session.look_into_lens()
    assert not stage.session.look.rest.under_way
    assert isinstance(stage.session.focal_at(70.0), Absent)


def test_a_distance_told_once_is_read_back_and_holds_for_whatever_part_of_the_picture_a_use_keeps(stage: Stage) -> None:
    def reads(use: str, distance: float) -> None:
        stage.session.settings = Settings(find(use), focal=focal)
        wait_for(lambda: bool(stage.send(36, 64)) and distance_read(stage, use) == pytest.approx(distance))

    focal: float | Absent = Absent("not yet")
    stage.session.settings = Settings(find("headshot"))
    wait_for(lambda: bool(stage.send(36, 64)) and guided(stage))
    focal = stage.session.focal_at(70.0)
    reads("headshot", 70.0)
    # The same face in viewfinder heights is larger where the viewfinder is: 54 lines of 64 against 45.
    reads("full_length", 70.0 * 45 / 54)


def distance_read(stage: Stage, use: str) -> float | None:
    guidance = stage.session.look.guidance
    if not isinstance(guidance, Guidance) or guidance.preset != find(use):
        return None
    value = next(j.value for j in guidance.judgements if j.measure.name == "camera_distance")
    return None if isinstance(value, Absent) else value
