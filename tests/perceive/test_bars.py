"""Bars beside the picture are found, told from dark rooms and backdrops, and left out of all that is seen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import cache

import cv2
import numpy as np
import pytest

from framing.crop import Offer, offer
from framing.guide import guide
from framing.lab.prove.relight import skinned
from framing.perceive import bars
from framing.perceive.live_eyes import LiveEyes
from framing.presets.catalogue import find
from framing.types import Absent, Image, Scene, Viewer, Viewfinder
from tests.builders import there
from tests.photographs import astronaut, astronaut_scene, hopper, seen, whole
from tests.words import words

NEAR = 4  # pixels: a codec blurs an edge, and what is blurred is left out


def between(picture: Image, beside: int = 0, above: int = 0, colour: tuple[int, int, int] = (0, 0, 0)) -> Image:
    return np.asarray(
        cv2.copyMakeBorder(picture, above, above, beside, beside, cv2.BORDER_CONSTANT, value=colour), np.uint8
    )


def sent(picture: Image, quality: int = 60) -> Image:
    """The picture as a camera sends it."""
    data = cv2.imencode(".jpg", picture[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(there(cv2.imdecode(data, cv2.IMREAD_COLOR))[:, :, ::-1], dtype=np.uint8)


def is_near(found: Viewfinder, wanted: Viewfinder) -> bool:
    """Whether it shows nothing but what is wanted, and nearly all of that."""
    return found == found.within(wanted) and wanted.width - found.width <= 2 * NEAR >= wanted.height - found.height


@pytest.mark.parametrize("colour", [(0, 0, 0), (255, 255, 255), (20, 90, 30)])
@pytest.mark.parametrize(("beside", "above"), [(199, 0), (0, 65), (60, 40)])
@pytest.mark.parametrize("quality", [95, 50])
def test_bars_of_any_one_colour_are_found_whatever_the_codec_leaves_of_them(
    colour: tuple[int, int, int], beside: int, above: int, quality: int
) -> None:
    found = bars.picture(sent(between(astronaut(), beside, above, colour), quality))
    assert is_near(found, Viewfinder(beside, above, 512, 512))


def low_key(noise: float = 0.0) -> Image:
    """A head and shoulders in black and white before a backdrop that is black all round."""
    y, x = np.mgrid[0:720, 0:1280]
    there = (np.hypot((x - 640) / 0.75, y - 300) < 180) | (np.hypot((x - 640) / 1.4, y - 800) < 260)
    light = np.where(there, np.clip((x - 400) / 3.0, 0, 160), 0.0)
    light = light + np.random.default_rng(0).normal(0.0, noise, light.shape) if noise else light
    return np.repeat(np.clip(light, 0, 255).astype(np.uint8)[..., None], 3, axis=2)


def dark_room() -> Image:
    """A room with one small lamp on a shelf, the rest as black as the codec makes it."""
    picture = np.zeros((720, 1280, 3), np.uint8)
    picture[300:420, 500:700] = astronaut()[100:220, 150:350]
    picture[470:478, 380:900] = 60
    return picture


def whole_of(picture: Image) -> Viewfinder:
    return Viewfinder(0, 0, picture.shape[1], picture.shape[0])


@pytest.mark.parametrize(
    "picture",
    [
        astronaut(),
        hopper(),
        low_key(),
        low_key(noise=3.0),
        dark_room(),
        np.zeros((360, 640, 3), np.uint8),
        np.full((16, 16, 3), 90, np.uint8),
        np.zeros((1, 1, 3), np.uint8),
        np.hstack([np.zeros((512, 200, 3), np.uint8), astronaut()]),  # at one side alone: a wall, a curtain
    ],
    ids=["astronaut", "hopper", "low key", "with noise", "dark room", "black", "small", "pixel", "one side"],
)
def test_a_dark_room_a_black_backdrop_and_a_low_key_portrait_are_no_bars(picture: Image) -> None:
    for one in (picture, sent(picture)):
        assert bars.picture(one) == whole_of(one)


def test_a_picture_as_dark_as_its_bars_in_places_still_has_its_edges() -> None:
    dark = (astronaut() * 0.35).astype(np.uint8)
    dark[200:330, :60] = 0
    assert is_near(bars.picture(sent(between(dark, 150))), Viewfinder(150, 0, 512, 512))


def test_in_a_stream_the_first_look_counts_and_a_change_only_once_it_stands() -> None:
    framed = between(astronaut(), 100)
    bare = np.pad(astronaut(), ((0, 0), (100, 100), (0, 0)), "reflect")
    state, first = bars.follow(bars.Bars(), framed, 0.0)
    assert is_near(first, Viewfinder(100, 0, 512, 512))
    found = []
    for beats, picture in ((0.5, bare), (1.1, bare), (2.2, framed), (3.3, bare), (4.4, bare), (4.5, bare)):
        state, now = bars.follow(state, picture, beats * bars.AGAIN)
        found.append(now)
    assert found == [first] * 4 + [whole_of(bare)] * 2
    _, other = bars.follow(state, astronaut(), 4.6 * bars.AGAIN)  # another size is another camera
    assert other == whole_of(astronaut())


@cache
def dark_skinned() -> Image:
    return skinned(astronaut(), whole(astronaut()).viewfinder.to_pixels(astronaut_scene().faces[0].points), 0.2)


def told(scene: Scene) -> dict[str, float]:
    readings = guide(scene, find("headshot")).judgements
    return {j.measure.name: j.value for j in readings if not isinstance(j.value, Absent)}


def cues(scene: Scene) -> set[str]:
    return {words(cue, Viewer.STILL) for cue in guide(scene, find("headshot")).cues}


@pytest.mark.models
@pytest.mark.parametrize("picture", [astronaut, dark_skinned], ids=["light skin", "dark skin"])
def test_a_photograph_between_bars_reads_as_it_does_without_them(picture: Callable[[], Image]) -> None:
    bare, framed = seen(picture()), seen(between(picture(), beside=200))
    assert cues(framed) == cues(bare)
    one, other = told(bare), told(framed)
    for names, least in (
        (("face_height", "headroom", "centring", "detail", "clutter"), 0.02),
        (("exposure", "backlight", "evenness"), 0.15),  # stops: a mask of another cut differs as much
        (("uniformity", "backdrop_tone", "separation"), 1.5),  # L*
    ):
        for name in names:
            assert other[name] == pytest.approx(one[name], abs=least), name
    assert framed.viewfinder is not None
    assert is_near(framed.viewfinder, Viewfinder(200, 0, 512, 512))


@pytest.mark.models
def test_a_crop_of_a_photograph_between_bars_lies_within_them_at_full_size() -> None:
    framed = between(astronaut(), beside=200, above=40)
    scene = seen(framed)
    found = offer(scene, whole(framed).viewfinder, (3 * framed.shape[1], 3 * framed.shape[0]), find("linkedin"))
    assert isinstance(found, Offer)
    window = found.delivery.window
    assert window == window.within(Viewfinder(600, 120, 1536, 1536))


@pytest.mark.models
def test_live_eyes_leave_bars_out_and_say_where_they_looked() -> None:
    framed = between(dark_skinned(), beside=200)
    with closing(LiveEyes()) as eyes:
        scene = eyes.see(whole(framed))
        eyes.forget()
        bare = eyes.see(whole(dark_skinned(), 1.0))
    assert scene.picture is not None
    assert is_near(scene.picture, Viewfinder(200, 0, 512, 512))
    assert scene.viewfinder == scene.picture
    for name in ("exposure", "face_height", "backlight"):
        assert told(scene)[name] == pytest.approx(told(bare)[name], abs=0.08), name
