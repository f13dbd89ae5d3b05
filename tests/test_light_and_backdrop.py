"""Measures of pixels, held by what is done to a real photograph's pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import log2

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from framing import parts
from framing.judge import read
from framing.measures import MEASURES
from framing.perceive import regions
from framing.perceive.fixed import sitter
from framing.pixels import inside, luminance
from framing.types import Absent, Backdrop, Image, LookedAt, Scene, State
from tests.builders import there, values
from tests.photographs import as_image, astronaut, astronaut_scene, whole

pytestmark = pytest.mark.models


def scene_of(pixels: Image) -> Scene:
    """The astronaut's scene with its light read off other pixels, so that only the light differs."""
    scene = astronaut_scene()
    mask = np.asarray(cv2.resize(there(scene.backdrop).person, pixels.shape[1::-1]), np.float32)
    frame = whole(pixels)
    # Twice the size: the packaged photograph is too small to judge sharpness.
    main = replace(scene.faces[0], eye_pixels=scene.faces[0].eye_distance * pixels.shape[0])
    return replace(
        scene,
        faces=(main,),
        lit_face=regions.lit_face(frame, main),
        backdrop=regions.backdrop(frame, mask, main, scene.body),
    )


def large() -> Image:
    return as_image(cv2.resize(astronaut(), None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC))


def exposed(pixels: Image, stops: float, where: NDArray[np.bool_] | None = None) -> Image:
    """The pixels with their light changed by that many stops, inside `where` only if given."""
    codes = np.arange(256) / 255.0
    linear = np.where(codes <= 0.04045, codes / 12.92, ((codes + 0.055) / 1.055) ** 2.4) * 2.0**stops
    linear = np.clip(linear, 0, 1)
    table = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    changed = np.rint(table * 255).astype(np.uint8)[pixels]
    return changed if where is None else np.where(where[..., None], changed, pixels)


def value(pixels: Image, name: str) -> float | Absent:
    return read(scene_of(pixels))[name].value


def half(side: str) -> NDArray[np.bool_]:
    """The astronaut's own right (small x) or left half of the picture, cut through her nose."""
    pixels = large()
    nose = astronaut_scene().faces[0].points[1, 0] * pixels.shape[0]
    columns = np.arange(pixels.shape[1])
    where = columns < nose if side == "right" else columns >= nose
    return np.broadcast_to(where, pixels.shape[:2])


def test_darkening_one_side_moves_the_key_to_the_other_by_as_many_stops() -> None:
    before = value(large(), "key_side")
    assert value(exposed(large(), -1, half("right")), "key_side") == pytest.approx(before + 1, abs=0.15)
    assert value(exposed(large(), -1, half("left")), "key_side") == pytest.approx(before - 1, abs=0.15)


@pytest.mark.parametrize("name", ["key_to_fill", "key_side", "sharpness"])
@pytest.mark.parametrize("stops", [-2, -1])
def test_exposure_changes_neither_the_ratio_nor_the_sharpness(name: str, stops: float) -> None:
    before = value(large(), name)
    assert value(exposed(large(), stops), name) == pytest.approx(before, rel=0.25, abs=0.08)


@pytest.mark.parametrize("reflectance", [0.5, 0.25, 0.12])
def test_the_skins_own_reflectance_brings_no_error_cue_about_light(reflectance: float) -> None:
    pixels = large()
    scene = astronaut_scene()
    mesh = (scene.faces[0].points[:468, :2] * pixels.shape[0]).astype(np.int32)
    skin = cv2.fillConvexPoly(np.zeros(pixels.shape[:2], np.uint8), cv2.convexHull(mesh), 1) > 0
    dark = exposed(pixels, log2(reflectance), skin)
    for name in ("backlight", "key_side", "clipping_high", "clipping_low", "separation"):
        band, (before, after) = there(MEASURES[name].band), (there(value(p, name)) for p in (pixels, dark))
        assert band.state(before) == band.state(after), name


def test_a_brighter_exposure_burns_out_more_of_the_face() -> None:
    shares = [value(exposed(large(), stops), "clipping_high") for stops in (0, 1, 2)]
    assert shares == sorted(shares)
    assert shares[-1] > 0.1


def test_a_darker_exposure_blocks_up_more_of_the_face() -> None:
    shares = [value(exposed(large(), stops), "clipping_low") for stops in (0, -5, -9)]
    assert shares == sorted(shares)
    assert shares[-1] > 0.1


def test_blur_lowers_sharpness_step_by_step() -> None:
    index = [value(as_image(cv2.GaussianBlur(large(), (0, 0), s)) if s else large(), "sharpness") for s in (0, 1, 2, 4)]
    assert index == sorted(index, reverse=True)
    assert index[-1] < MEASURES["sharpness"].band.low < index[0]


def test_too_few_pixels_say_so_instead_of_a_sharpness() -> None:
    small = as_image(cv2.resize(astronaut(), None, fx=0.6, fy=0.6, interpolation=cv2.INTER_AREA))
    assert "too few pixels" in str(value(small, "sharpness").why)


def behind(change: Callable[[NDArray[np.float32], NDArray[np.bool_]], object]) -> dict[str, float]:
    """The readings of a hand-made scene whose backdrop map was changed."""
    scene = sitter()
    assert isinstance(scene.backdrop, Backdrop)
    lightness = scene.backdrop.lightness.copy()
    free = scene.backdrop.person < 0.5
    change(lightness, free)
    return values(replace(scene, backdrop=replace(scene.backdrop, lightness=lightness)))


def test_a_pattern_behind_raises_clutter_and_detail() -> None:
    def striped(lightness: NDArray[np.float32], free: NDArray[np.bool_]) -> None:
        stripes = np.broadcast_to((np.arange(lightness.shape[1]) // 4) % 2 * 60.0 + 20.0, lightness.shape)
        lightness[free] = stripes[free]

    plain, busy = behind(lambda *_: None), behind(striped)
    assert plain["clutter"] < 0.02 < 0.09 < busy["clutter"]
    assert plain["detail"] < busy["detail"]


def test_a_backdrop_as_light_as_the_hair_does_not_separate_and_a_lighter_or_darker_one_does_alike() -> None:
    def to(level: float) -> Callable[[NDArray[np.float32], NDArray[np.bool_]], None]:
        return lambda lightness, free: lightness.__setitem__(free, level)

    same, lighter, darker = (behind(to(v))["separation"] for v in (45.0, 75.0, 15.0))
    assert same < 6 < lighter
    assert lighter == pytest.approx(darker, abs=1e-3)


def test_the_brighter_it_is_behind_the_more_backlight_there_is() -> None:
    def to(level: float) -> Callable[[NDArray[np.float32], NDArray[np.bool_]], None]:
        return lambda lightness, free: lightness.__setitem__(free, level)

    stops = [behind(to(level))["backlight"] for level in (20.0, 60.0, 100.0)]
    assert stops[0] < stops[1] < stops[2]


def test_dark_skin_before_a_white_wall_is_not_backlit_and_a_face_in_the_dark_is() -> None:
    scene = astronaut_scene()
    behind, face = there(scene.backdrop), there(scene.lit_face)
    white = np.where(behind.person < 0.5, 95.0, 5.0).astype(np.float32)  # in black clothes
    wall = replace(behind, lightness=white)

    def state(reflectance: float) -> State:
        skin = exposed(face.skin, log2(reflectance))
        found = read(replace(scene, backdrop=wall, lit_face=replace(face, skin=skin)))["backlight"]
        return found.measure.band.state(there(found.value))

    assert all(state(reflectance) is State.OK for reflectance in (1.0, 0.25, 0.12))
    assert state(0.03) is State.HIGH


def test_linear_light_is_zero_for_black_and_one_for_white_and_grows_between() -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    light = luminance(ramp)
    assert light[0] == 0
    assert light[255] == pytest.approx(1.0)
    assert (np.diff(light) > 0).all()


def test_what_the_points_enclose_is_inside_and_the_corners_are_not() -> None:
    hull = inside(np.zeros((50, 60, 3), np.uint8), np.array([[10.0, 10], [40, 10], [40, 30], [10, 30]]))
    assert hull[20, 25]
    assert not hull[0, 0]
    assert not hull[40, 25]


def test_a_cheek_outside_the_picture_leaves_the_key_unknown_instead_of_dramatic() -> None:
    pixels = large()
    scene = astronaut_scene()
    nose = int(scene.faces[0].points[1, 0] * pixels.shape[0])
    main = replace(scene.faces[0], points=scene.faces[0].points - np.array([nose / pixels.shape[0], 0, 0]))
    frame = whole(np.ascontiguousarray(pixels[:, nose:]))
    readings = read(replace(scene, faces=(main,), lit_face=regions.lit_face(frame, main)))
    for name in ("key_side", "key_to_fill"):
        assert readings[name].value == Absent("only one cheek is in view")
    assert not isinstance(readings["clipping_high"].value, Absent)


def test_light_and_backdrop_seen_too_long_ago_are_absent() -> None:
    old = read(replace(sitter(), looked_at=LookedAt(-parts.STALE - 0.1, 0.0, 0.0, 0.0)))
    for name in ("key_side", "clipping_high", "backlight", "clutter", "separation", "sharpness"):
        assert "too long ago" in str(old[name].value.why)
    assert not isinstance(old["face_height"].value, Absent)


def test_a_sitter_who_fills_the_picture_hides_the_backdrop() -> None:
    scene = astronaut_scene()
    everywhere = np.ones(astronaut().shape[:2], np.float32)
    assert isinstance(regions.backdrop(whole(astronaut()), everywhere, scene.faces[0], scene.body), Absent)


def colours(pixels: Image) -> float:
    return there(value(pixels, "colours"))


def test_a_picture_without_colour_reads_black_and_white_and_so_does_a_toned_print() -> None:
    grey = as_image(np.repeat(cv2.cvtColor(astronaut(), cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2))
    brown = np.asarray(grey * np.array([1.0, 0.86, 0.67]), np.uint8)
    assert colours(grey) < 2.0
    assert colours(brown) < 6.0 < colours(astronaut())


def test_less_colour_reads_less() -> None:
    grey = np.repeat(cv2.cvtColor(astronaut(), cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2).astype(float)
    mixed = [np.asarray(grey + share * (astronaut() - grey), np.uint8) for share in (0.0, 0.3, 0.6, 1.0)]
    read_at = [colours(pixels) for pixels in mixed]
    assert read_at == sorted(read_at)


def test_a_darker_wall_is_lower_key_and_the_sitter_does_not_count() -> None:
    scene = sitter()
    behind = there(scene.backdrop)

    def low_key(wall: float, person: float = 45.0) -> float:
        lightness = np.where(behind.person > 0.5, person, wall).astype(np.float32)
        return there(read(replace(scene, backdrop=replace(behind, lightness=lightness)))["low_key"].value)

    assert low_key(75.0) == low_key(75.0, person=2.0) == 0.0
    assert low_key(5.0) == low_key(5.0, person=90.0) == 1.0
    half = behind.lightness.copy()
    half[: half.shape[0] // 2] = 5.0
    assert 0.0 < read(replace(scene, backdrop=replace(behind, lightness=half)))["low_key"].value < 1.0
