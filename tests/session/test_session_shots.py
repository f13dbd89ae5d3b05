"""What is kept of a stream: the very frame, as the camera gave it, and what was learnt of the sitter."""

from dataclasses import replace

import numpy as np
import pytest

from framing.crop import reframed
from framing.overlay.marks import Landmarks
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.session.settings import Settings
from framing.shot import Shot
from framing.types import (
    EVERYBODY,
    Absent,
    Baseline,
    Face,
    Frame,
    Guidance,
    Scene,
    State,
    Viewer,
    Viewfinder,
)
from tests.session.stage import Eyes, Stage, guided, send, wait_for


def test_a_shot_is_the_newest_frame_as_it_came_unmirrored_and_bare_for_every_viewer() -> None:
    stage = Stage()
    for viewer in Viewer:
        stage.session.settings = Settings(find("linkedin"), viewer, Landmarks.FULL)
        stage.send_until(lambda: stage.session.look.marks is not None)
        halves = np.hstack([np.full((36, 32, 3), 40, np.uint8), np.full((36, 32, 3), 200, np.uint8)])
        send(stage.session, halves)
        shot = stage.session.shot()
        assert isinstance(shot, Shot)
        assert np.array_equal(shot.pixels, halves)
        assert shot.preset is find("linkedin")
        assert (shot.viewfinder.width, shot.viewfinder.height) == (36, 36)
    stage.session.close()


class Aside(Eyes):
    """Eyes that see somebody sit to one side, as far as the picture has room, and say where they looked."""

    def see(self, frame: Frame) -> Scene:
        time, picture = super().see(frame).time, Viewfinder(0, 0, 64, 36)
        aside = sitter(x=1.25, aspect=picture.aspect, time=time)
        return replace(reframed(aside, picture, frame.viewfinder), picture=picture)


@pytest.mark.parametrize("viewer", Viewer)
def test_what_is_cut_is_what_the_viewfinder_showed(stage: Stage, viewer: Viewer) -> None:
    stage.make = Aside
    stage.session.settings = Settings(find("headshot"), viewer, Landmarks.OFF)
    stage.send_until(lambda: guided(stage))
    guidance, shot, judged = stage.session.look.guidance, stage.session.shot(), stage.session.judged_shot()
    assert isinstance(guidance, Guidance)
    assert isinstance(shot, Shot)
    assert not isinstance(judged, Absent)
    window = shot.viewfinder
    assert window == guidance.viewfinder == judged[0].viewfinder
    assert window.left > Viewfinder.centred(64, 36, 0.8).left


class Blinking(Eyes):
    """Eyes that see a sitter blink in every dark frame."""

    def see(self, frame: Frame) -> Scene:
        scene = super().see(frame)
        return replace(scene, faces=tuple(map(shut, scene.faces))) if frame.pixels.mean() < 60 else scene


def shut(face: Face) -> Face:
    points = face.points.copy()
    points[[160, 159, 158, 385, 386, 387]] = points[[144, 145, 153, 380, 374, 373]]
    return replace(face, points=points)


def test_a_judged_shot_is_the_very_frame_that_was_looked_at_with_what_was_read_in_it_alone(stage: Stage) -> None:
    stage.make = Blinking
    seen: set[tuple[bool, bool]] = set()

    def looked() -> bool:
        found = stage.session.judged_shot()
        if not isinstance(found, Absent):
            shot, judgements = found
            assert shot.preset is find("headshot")
            eyes = next(j.state for j in judgements if j.measure.name == "eyes_open")
            seen.add((bool(shot.pixels.mean() < 60), eyes is State.LOW))
        return len(seen) >= 2

    wait_for(lambda: bool(stage.send(level=30 if stage.session.frames % 5 == 0 else 120)) and looked())
    assert seen == {(True, True), (False, False)}


def test_without_a_stream_there_is_no_shot_and_no_frame_is_kept() -> None:
    stage = Stage()
    assert isinstance(stage.session.shot(), Absent)
    stage.send()
    stage.session.rest()
    assert isinstance(stage.session.shot(), Absent)
    assert isinstance(stage.session.judged_shot(), Absent)
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
