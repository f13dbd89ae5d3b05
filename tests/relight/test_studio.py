"""The packaged photograph as a light studio: the guide's own readings find the light that was set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from framing import sample
from framing.errors import PhotoError
from framing.judge import read
from framing.perceive import Eyes, regions
from framing.perceive.fixed import empty_room
from framing.perceive.still_eyes import StillEyes
from framing.perceive.surface import apart
from framing.presets.catalogue import find
from framing.relight.lamp import Lamp
from framing.relight.studio import Setup, Studio
from framing.scenery import HEIGHT, WIDTH, Camera
from framing.session.settings import viewfinder
from framing.types import Absent, Frame, Image, LitFace, Scene, Viewfinder
from framing.verdict.pattern import Pattern, pattern
from tests.builders import there
from tests.photographs import whole

pytestmark = pytest.mark.models
USE = find("headshot")
WHOLE = Viewfinder(0, 0, WIDTH, HEIGHT)


@pytest.fixture(scope="module")
def eyes() -> Iterator[Eyes]:
    with closing(StillEyes()) as eyes:
        yield eyes


@pytest.fixture(scope="module")
def scene(eyes: Eyes) -> Scene:
    return eyes.see(whole(sample.photograph()))


@pytest.fixture(scope="module")
def studio(scene: Scene) -> Studio:
    return Studio(sample.photograph(), scene)


def lit(studio: Studio, scene: Scene, setup: Setup) -> LitFace:
    """What is read off the face's pixels, which are where the studio says: no model has to find it again."""
    camera = studio.camera(USE)
    mesh = studio.mesh(setup.turn, camera)
    iris = np.repeat(mesh[[33]], 10, axis=0)  # nothing here is read of it
    face = replace(scene.faces[0], points=WHOLE.to_units(np.vstack([mesh, iris])), eye_pixels=apart(mesh))
    shown = there(there(scene.lit_face).shown)
    return there(regions.lit_face(Frame(studio.shown(setup, camera), WHOLE), face, None, shown))


@pytest.mark.parametrize(
    ("name", "lamp"),
    [
        ("flat", Lamp(0.0, 10.0, 3.0)),
        ("loop", Lamp(35.0, 35.0, 3.0)),
        ("Rembrandt", Lamp(45.0, 40.0, 8.0)),
        ("butterfly", Lamp(0.0, 60.0, 5.0)),
        ("split", Lamp(70.0, 5.0, 8.0)),
    ],
)
def test_each_pattern_of_light_is_found_where_the_lamp_makes_it(
    studio: Studio, scene: Scene, name: str, lamp: Lamp
) -> None:
    found = pattern(lit(studio, scene, Setup(lamp)))
    assert isinstance(found, Pattern)
    assert found.name == name


def test_more_fill_reads_as_a_lower_ratio_and_eight_to_one_is_reached(studio: Studio, scene: Scene) -> None:
    def stops(ratio: float) -> float:
        cheeks = there(lit(studio, scene, Setup(Lamp(60.0, 15.0, ratio))).cheeks)
        return float(np.log2(cheeks.left / cheeks.right))

    found = [stops(ratio) for ratio in (1.5, 3.0, 6.0, 12.0)]
    assert found == sorted(found)
    assert found[0] < 1.0
    assert found[-1] > 3.0


def test_a_lamp_on_the_other_side_reads_on_the_other_side_and_a_higher_one_higher(studio: Studio, scene: Scene) -> None:
    left, right = (there(lit(studio, scene, Setup(Lamp(side, 20.0, 4.0))).light) for side in (45.0, -45.0))
    assert left.across > 0.5 > -0.5 > right.across
    low, high = (there(lit(studio, scene, Setup(Lamp(0.0, height, 4.0))).light) for height in (-25.0, 45.0))
    assert low.above < 0.0 < high.above


def test_a_turned_sitter_is_seen_turned_and_lit_short_or_broad(studio: Studio, eyes: Eyes) -> None:
    camera, view = studio.camera(USE), viewfinder(WIDTH, HEIGHT, USE)

    def readings(turn: float) -> dict[str, float]:
        seen = eyes.see(Frame(studio.shown(Setup(Lamp(40.0, 35.0, 4.0), turn=turn), camera), view))
        return {name: r.value for name, r in read(seen).items() if not isinstance(r.value, Absent)}

    toward, away = readings(20.0), readings(-20.0)
    assert toward["yaw"] > 8.0 > -8.0 > away["yaw"]
    assert toward["broad_short"] > 0.3 > -0.3 > away["broad_short"]


def test_only_the_backdrop_changes_with_its_own_light(studio: Studio) -> None:
    camera = studio.camera(USE)
    plain, dark = (studio.shown(Setup(behind=stops), camera).astype(int) for stops in (0.0, -3.0))
    assert (plain - dark)[40:120, 300:420].mean() > 60.0
    middle = studio.mesh(0.0, camera)[4, :2].astype(int)
    assert abs((plain - dark)[middle[1] - 5 : middle[1] + 5, middle[0] - 5 : middle[0] + 5]).max() <= 8  # noise


def test_pictures_are_a_webcams_and_differ_in_their_noise_alone(studio: Studio) -> None:
    one, other = (studio.shown(Setup(), Camera(0.44, 0.27, 0.56), number) for number in (0, 1))
    assert one.shape == (HEIGHT, WIDTH, 3)
    difference: Image = np.abs(one.astype(int) - other.astype(int))
    assert 0 < difference.max() <= 24


def test_a_photograph_without_a_face_is_no_studio(scene: Scene) -> None:
    with pytest.raises(PhotoError, match="one person with a readable face"):
        Studio(sample.photograph(), empty_room())
