from contextlib import closing
from dataclasses import astuple
from math import cos, radians, sin

import cv2
import numpy as np
import pytest

from framing import sample
from framing.guide import Memory, follow
from framing.pan import Pan, aim, pursue
from framing.presets.catalogue import find
from framing.sample import FPS, LOOP, path, view
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.types import Image

MOMENTS = np.arange(0.0, LOOP, 1.0 / FPS)


def middle_of(picture: Image) -> Image:
    """The square in the middle, where an upright camera at the photograph's own height shows the photograph."""
    return picture[:, (WIDTH - HEIGHT) // 2 : (WIDTH + HEIGHT) // 2]


def place_of_the_sitter(camera: Camera) -> tuple[float, float]:
    """Where her face is in the view, by matching the photograph's own face; pixels from the left and from the top."""
    size = sample.photograph().shape[0]
    face = sample.photograph()[size // 16 : size // 3, size // 3 : size // 2 + size // 16]
    scaled = cv2.resize(face, None, fx=HEIGHT / size, fy=HEIGHT / size, interpolation=cv2.INTER_LINEAR)
    _, _, _, (x, y) = cv2.minMaxLoc(cv2.matchTemplate(view(camera), scaled, cv2.TM_CCOEFF_NORMED))
    return float(x), float(y)


def test_an_upright_camera_at_its_own_height_shows_the_photograph_as_it_is() -> None:
    shown = middle_of(view(Camera()))
    photograph = cv2.resize(sample.photograph(), (HEIGHT, HEIGHT), interpolation=cv2.INTER_LINEAR)
    inside = np.s_[40:, 40:-40]  # at the other edges it fades into its surroundings
    assert (
        np.abs(shown[inside].astype(float) - photograph[inside]).mean() < 1.5
    )  # a quarter of a pixel more would miss it


def test_a_camera_that_moves_to_the_right_moves_the_sitter_left() -> None:
    assert place_of_the_sitter(Camera(x=0.6))[0] < place_of_the_sitter(Camera(x=0.5))[0]


def test_a_camera_that_sinks_moves_the_sitter_up() -> None:
    assert place_of_the_sitter(Camera(y=0.5))[1] < place_of_the_sitter(Camera(y=0.4))[1]


def test_more_exposure_is_brighter_and_less_is_darker() -> None:
    dark, even, bright = (view(Camera(exposure=stops)).mean() for stops in (-1.0, 0.0, 1.0))
    assert dark < even < bright


def test_the_path_begins_again_after_a_loop() -> None:
    assert all(
        astuple(path(float(moment))) == pytest.approx(astuple(path(float(moment + LOOP)))) for moment in MOMENTS[::10]
    )


def test_the_camera_never_jumps_from_one_frame_to_the_next_nor_at_the_end_of_a_loop() -> None:
    places = np.array([astuple(path(float(moment))) for moment in (*MOMENTS, LOOP)])
    steps = np.abs(np.diff(places, axis=0)).max(axis=0)
    assert np.all(steps[:3] < 0.03)  # heights of the photograph
    assert steps[3] < 1.0  # degrees
    assert steps[4] < 0.1  # stops
    # Nor does it jerk: its speed changes little by little.
    assert np.all(np.abs(np.diff(places, n=2, axis=0)).max(axis=0) < 0.25 * np.array([0.03, 0.03, 0.03, 1.0, 0.1]))


def test_the_camera_never_looks_under_the_photograph() -> None:
    for moment in MOMENTS:
        camera = path(float(moment))
        roll, across = radians(abs(camera.roll)), camera.height * WIDTH / HEIGHT
        reach = (camera.height * cos(roll) + across * sin(roll)) / 2.0
        assert camera.y + reach <= 1.0


def test_the_sample_stays_inside_its_surroundings() -> None:
    for moment in MOMENTS:
        camera = path(float(moment))
        roll, across = radians(abs(camera.roll)), camera.height * WIDTH / HEIGHT
        assert camera.x + (across * cos(roll) + camera.height * sin(roll)) / 2.0 <= 2.0
        assert camera.x - (across * cos(roll) + camera.height * sin(roll)) / 2.0 >= -1.0
        assert camera.y - (camera.height * cos(roll) + across * sin(roll)) / 2.0 >= -0.6


@pytest.mark.models
@pytest.mark.parametrize("use", ["headshot", "linkedin"])
def test_over_one_loop_the_guide_asks_for_many_things_is_ready_for_a_while_and_never_loses_the_sitter(use: str) -> None:
    from framing.perceive.live_eyes import LiveEyes

    told = []
    memory, pan, preset = Memory(), Pan(), find(use)
    with closing(LiveEyes()) as eyes:
        for moment in np.arange(0.0, LOOP, 0.25):
            frame = aim(pan, view(path(float(moment))), preset, float(moment))
            pan, scene = pursue(pan, frame, eyes.see(frame), preset)
            memory, guidance = follow(memory, scene, preset)
            told.append(guidance)
            assert len(scene.faces) == 1
    assert len({guidance.cues[0].measure for guidance in told if guidance.cues}) >= 4
    assert not told[0].ready
    assert sum(guidance.ready and not guidance.cues for guidance in told) * 0.25 >= 5.0
