"""The cuts of other uses, while a picture is framed."""

from dataclasses import replace

import pytest

from framing.crop import reframed
from framing.delivery import Delivery
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.session.outlines import outlines
from framing.types import Absent, Scene, Viewfinder

PICTURE = Viewfinder(0, 0, 640, 360)
OTHERS = tuple(find(name) for name in ("linkedin", "actor_8x10", "passport_us"))


@pytest.fixture(scope="module")
def scene() -> Scene:
    """A sitter in the middle of a 640x360 picture, through the viewfinder of a headshot."""
    whole = replace(sitter(aspect=PICTURE.aspect), viewfinder=PICTURE, picture=PICTURE)
    return reframed(whole, PICTURE, Viewfinder.centred(640, 360, 0.8))


def test_each_use_gets_its_shape_inside_the_cameras_own_picture_in_the_order_asked_for(scene: Scene) -> None:
    found = outlines(scene, PICTURE, 3.0, find("headshot"), OTHERS)
    assert [outline.preset for outline in found] == list(OTHERS)
    for outline in found:
        assert isinstance(outline.delivery, Delivery), outline
        window = outline.delivery.window
        assert window.aspect == pytest.approx(outline.preset.aspect, abs=0.01)
        assert 0 <= window.left <= window.left + window.width <= 1920
        assert 0 <= window.top <= window.top + window.height <= 1080


def test_the_use_itself_gets_what_the_viewfinder_shows(scene: Scene) -> None:
    (own,) = outlines(scene, PICTURE, 2.0, find("headshot"), (find("headshot"),))
    view = scene.viewfinder
    assert view is not None
    assert isinstance(own.delivery, Delivery)
    assert (own.delivery.window.width, own.delivery.window.left) == (2 * view.width, 2 * view.left)


def test_where_nobody_is_each_use_says_why_it_gets_nothing() -> None:
    nobody = replace(empty_room(), viewfinder=PICTURE, picture=PICTURE)
    found = outlines(nobody, PICTURE, 1.0, None, OTHERS)
    assert all(isinstance(outline.delivery, Absent) for outline in found)
