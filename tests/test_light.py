"""Light read off the packaged photographs after it was changed in a known way."""

from __future__ import annotations

import functools
from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from framing.judge import read
from framing.lab.prove import relight
from framing.measures import MEASURES
from framing.perceive import regions
from framing.perceive.canonical import canonical
from framing.perceive.fixed import sitter
from framing.perceive.surface import normals, skin
from framing.pixels import encoded, linear
from framing.types import Absent, Image, Light, LitFace, Points, Sclera, State, Tint, in_words
from tests.builders import there
from tests.photographs import as_image, astronaut, astronaut_scene, hopper, hopper_scene, whole

pytestmark = pytest.mark.models
BOTH = pytest.mark.parametrize("who", ["astronaut", "hopper"])
SCENES = {"astronaut": astronaut_scene, "hopper": hopper_scene}
PHOTOGRAPHS = {"astronaut": astronaut, "hopper": hopper}


def lit(name: str, pixels: Image) -> LitFace:
    """The light on the sitter's face, read off other pixels of the same size; twice as large, to judge detail."""
    scene = SCENES[name]()
    large = as_image(cv2.resize(pixels, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC))
    main = replace(scene.faces[0], eye_pixels=scene.faces[0].eye_distance * large.shape[0])
    found = regions.lit_face(whole(large), main, person(name))
    assert isinstance(found, LitFace)
    return found


@functools.cache
def person(name: str) -> NDArray[np.float32]:
    found = there(SCENES[name]().backdrop).person
    return np.asarray(cv2.resize(found, PHOTOGRAPHS[name]().shape[1::-1]), np.float32)


def light(name: str, pixels: Image) -> Light:
    found = lit(name, pixels).light
    assert isinstance(found, Light)
    return found


def mesh(name: str) -> Points:
    return np.asarray(SCENES[name]().faces[0].points * PHOTOGRAPHS[name]().shape[0])


def relit(name: str, across: float, above: float) -> Image:
    """The photograph with its light tilted by that many stops over the mesh's normals, dimmed so that none burns."""
    points = mesh(name)
    gains = (normals(points)[:, :2] @ np.array([across, above])).astype(np.float32)
    field = np.zeros(PHOTOGRAPHS[name]().shape[:2], np.float32)
    for triangle in canonical().triangles:
        cv2.fillConvexPoly(field, np.rint(points[triangle, :2]).astype(np.int32), float(gains[triangle].mean()))
    return encoded(linear(PHOTOGRAPHS[name]()) * 2.0 ** (field[..., None] - 1.5))


def value(name: str, pixels: Image, measure: str) -> float | Absent:
    return read(replace(SCENES[name](), lit_face=lit(name, pixels)))[measure].value


def state(name: str, pixels: Image, measure: str) -> State:
    return MEASURES[measure].band.state(there(value(name, pixels, measure)))


@BOTH
@pytest.mark.parametrize(("across", "above"), [(1.5, 0.0), (-1.5, 0.0), (0.0, 1.5), (0.0, -1.5), (1.0, -1.0)])
def test_a_lamp_moved_moves_the_light_that_way_and_as_far(who: str, across: float, above: float) -> None:
    before, after = light(who, PHOTOGRAPHS[who]()), light(who, relit(who, across, above))
    assert after.across - before.across == pytest.approx(across, abs=0.25)
    assert after.above - before.above == pytest.approx(above, abs=0.4)


@BOTH
@pytest.mark.parametrize("stops", [-1.5, 1.5])
def test_a_soft_lamp_by_other_normals_moves_the_light_the_same_way(who: str, stops: float) -> None:
    before = light(who, PHOTOGRAPHS[who]())
    side = light(who, relight.relit(PHOTOGRAPHS[who](), mesh(who), person(who), stops, 0.0))
    height = light(who, relight.relit(PHOTOGRAPHS[who](), mesh(who), person(who), 0.0, stops))
    assert (side.across - before.across) * np.sign(stops) > 0.5
    assert (height.above - before.above) * np.sign(stops) > 0.2


@BOTH
def test_light_from_below_is_found_and_the_remedy_is_to_raise_the_lamp(who: str) -> None:
    lifted = light(who, PHOTOGRAPHS[who]()).above
    assert state(who, relit(who, 0.0, -lifted - 1.2), "light_height") is State.LOW
    assert "raise the lamp" in MEASURES["light_height"].when_low.text


@BOTH
@pytest.mark.parametrize("stops", [-1, -3])
def test_exposure_moves_neither_the_light_nor_the_tint(who: str, stops: float) -> None:
    here = lit(who, PHOTOGRAPHS[who]())
    there = lit(who, relight.exposed(PHOTOGRAPHS[who](), stops))
    assert there.light == pytest.approx(here.light, abs=0.05)
    assert there.tint == pytest.approx(here.tint, abs=1.0)


@BOTH
@pytest.mark.parametrize("share", [0.5, 0.25, 0.12])
def test_how_much_light_the_skin_reflects_changes_no_judgement_of_light(who: str, share: float) -> None:
    pixels = PHOTOGRAPHS[who]()
    dark = relight.skinned(pixels, mesh(who), share)
    assert light(who, dark) == pytest.approx(light(who, pixels), abs=0.25)
    for measure in ("light_height", "exposure", "colour_cast", "tint", "tonal_range", "motion"):
        assert state(who, dark, measure) == state(who, pixels, measure), measure


@BOTH
@pytest.mark.parametrize("stops", [-1.5, -2, -3])
def test_a_darkened_picture_is_found_too_dark(who: str, stops: float) -> None:
    assert state(who, relight.exposed(PHOTOGRAPHS[who](), stops), "exposure") is State.LOW


@BOTH
@pytest.mark.parametrize("stops", [1, 1.5])
def test_a_brightened_picture_is_found_too_bright(who: str, stops: float) -> None:
    assert state(who, relight.exposed(PHOTOGRAPHS[who](), stops), "exposure") is State.HIGH


@BOTH
def test_more_light_never_reads_as_less_exposure(who: str) -> None:
    found = [value(who, relight.exposed(PHOTOGRAPHS[who](), s), "exposure") for s in np.arange(-4, 2.1, 0.5)]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("colour", "measure", "found", "name"),
    [
        ((1.0, 0.67, 0.27), "colour_cast", State.HIGH, "warm"),
        ((0.33, 0.56, 1.0), "colour_cast", State.LOW, "cool"),
        ((0.7, 1.0, 0.7), "tint", State.LOW, "green"),
        ((1.0, 0.45, 1.0), "tint", State.HIGH, "magenta"),
    ],
)
def test_a_cast_is_found_and_called_by_its_name(
    colour: tuple[float, float, float], measure: str, found: State, name: str
) -> None:
    cast = relight.tinted(astronaut(), colour)
    assert state("astronaut", cast, measure) is found
    assert str(in_words(MEASURES[measure], there(value("astronaut", cast, measure)))) == name


def test_white_eyes_speak_for_the_light_where_the_skin_is_of_a_warmer_tint() -> None:
    warm = replace(there(sitter().lit_face), tint=Tint(14.0, 28.0))
    unseen = replace(warm, sclera=Absent("the whites of the eyes hardly show"))
    neutral = replace(warm, sclera=Sclera(0.5, Tint(2.0, 3.0), 200))
    judged = [read(replace(sitter(), lit_face=f))["colour_cast"].value for f in (unseen, neutral)]
    assert judged[0] > MEASURES["colour_cast"].band.high > judged[1]


def test_the_fewer_or_redder_the_whites_of_the_eyes_the_less_they_say_and_none_of_it_by_a_jump() -> None:
    warm = replace(there(sitter().lit_face), tint=Tint(14.0, 28.0))
    fewer = [Sclera(0.5, Tint(2.0, 3.0), pixels) for pixels in (200, 150, 100, 50)]
    redder = [Sclera(0.5, Tint(a, 3.0), 200) for a in (10.0, 11.0, 12.0, 13.0)]
    for whites in (fewer, redder):
        unseen = Absent("the whites of the eyes hardly show")
        lit = [*(replace(warm, sclera=s) for s in whites), replace(warm, sclera=unseen)]
        casts = [there(read(replace(sitter(), lit_face=f))["colour_cast"].value) for f in lit]
        steps = np.diff(casts)
        assert (steps > 0).all()
        assert steps.max() < 0.7 * (casts[-1] - casts[0])


@BOTH
def test_a_black_and_white_picture_has_no_cast(who: str) -> None:
    grey = as_image(np.repeat(cv2.cvtColor(PHOTOGRAPHS[who](), cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2))
    for measure in ("colour_cast", "tint"):
        assert value(who, grey, measure) == Absent("a black-and-white picture has no cast")


def moved(pixels: Image, share: float, degrees: float, apart: float) -> Image:
    """The picture smeared over that share of the distance between the eyes."""
    length = share * apart
    size = 2 * int(np.ceil(length / 2)) + 3
    kernel = np.zeros((size, size), np.float32)
    for t in np.linspace(-length / 2, length / 2, 16 * size):
        x, y = size / 2 + t * np.cos(np.radians(degrees)), size / 2 - t * np.sin(np.radians(degrees))
        kernel[int(y), int(x)] += 1
    return as_image(cv2.filter2D(pixels, -1, kernel / kernel.sum()))


@BOTH
@pytest.mark.parametrize("degrees", [0, 30, 60, 90, 120, 150])
def test_movement_is_told_from_defocus_in_any_direction(who: str, degrees: float) -> None:
    pixels = PHOTOGRAPHS[who]()
    apart = SCENES[who]().faces[0].eye_distance * pixels.shape[0]
    assert state(who, moved(pixels, 0.12, degrees, apart), "motion") is State.HIGH


@BOTH
@pytest.mark.parametrize("share", [0.02, 0.04])
def test_defocus_is_not_called_movement(who: str, share: float) -> None:
    pixels = PHOTOGRAPHS[who]()
    apart = SCENES[who]().faces[0].eye_distance * pixels.shape[0]
    soft = as_image(cv2.GaussianBlur(pixels, (0, 0), share * apart))
    assert state(who, soft, "motion") is State.OK
    assert state(who, pixels, "motion") is State.OK
    assert value(who, soft, "sharpness") < value(who, pixels, "sharpness")


def test_normals_point_out_of_the_face_toward_the_camera_and_to_its_own_sides() -> None:
    out = normals(astronaut_scene().faces[0].points)
    assert (out[skin(), 2] > -0.2).all()
    assert out[50, 0] < -0.3 < 0.3 < out[280, 0]  # right and left cheek
    assert out[10, 1] > 0.0 > out[152, 1]  # forehead and chin


def test_no_point_of_bare_skin_lies_where_a_beard_grows_or_a_feature_is() -> None:
    for elsewhere in (152, 17, 0, 33, 263, 159, 386, 105, 334, 1, 61):
        assert elsewhere not in skin()


def test_short_light_falls_on_the_far_side_and_broad_on_the_near_one() -> None:
    def turned(yaw: float, across: float) -> float | Absent:
        scene = sitter(yaw=yaw)
        made = replace(scene, lit_face=replace(there(scene.lit_face), light=Light(across, 0.4, 0.9)))
        return read(made)["broad_short"].value

    assert turned(25, 1.0) == pytest.approx(turned(-25, -1.0)) == pytest.approx(1.0)  # toward the lamp: short
    assert turned(25, -1.0) == pytest.approx(-1.0)
    assert turned(0, 1.5) == 0.0
