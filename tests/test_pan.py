"""The viewfinder follows the sitter inside the camera's picture, and what is in it is what is judged, shown and cut."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.crop import reframed
from framing.crop.cost import cost, of_a_crop
from framing.crop.slide import cuts, placed
from framing.guide import Memory, follow
from framing.pan import SPEED, Pan, aim, pursue
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.scenery import Camera, around
from framing.types import Direction, Guidance, Scene, State, Viewfinder
from tests.builders import there
from tests.photographs import astronaut

WIDE, TALL = Viewfinder(0, 0, 1280, 720), Viewfinder(0, 0, 720, 1280)
ASIDE = {Direction.LEFT, Direction.RIGHT}
HEADSHOT = find("headshot")
USES = ["headshot", "linkedin", "portrait", "schengen", "full_length"]


def look(pan: Pan, now: float, use: str = "headshot", inside: Viewfinder = WIDE, **how: Any) -> tuple[Pan, Scene]:
    """A look at a sitter told in heights of the frame, through the viewfinder that stands there."""
    frame_of = TALL if inside.height > inside.width else WIDE
    preset = find(use)
    frame = aim(pan, np.zeros((frame_of.height, frame_of.width, 3), np.uint8), preset, now)
    room = sitter(aspect=frame_of.aspect, time=now, **how) if how else empty_room(frame_of.aspect, now)
    seen = frame.viewfinder.within(inside)
    return pursue(pan, frame, replace(reframed(room, frame_of, seen), picture=inside), preset)


def looks(places: list[float], use: str = "headshot", every: float = 0.1, **how: Any) -> list[Scene]:
    pan, scenes = Pan(), []
    for number, x in enumerate(places):
        pan, scene = look(pan, number * every, use, x=x, **how)
        scenes.append(scene)
    return scenes


def view(scene: Scene) -> Viewfinder:
    assert scene.viewfinder is not None
    return scene.viewfinder


def eyes(scene: Scene) -> float:
    """How far off the middle of the viewfinder, in its widths."""
    return scene.faces[0].eyes.x / scene.aspect - 0.5


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("x", [0.5, 0.889, 1.2])
def test_a_sitter_whom_the_picture_has_room_for_is_in_the_middle_at_the_first_look(use: str, x: float) -> None:
    pan, scene = look(Pan(), 0.0, use, x=x, face_height=0.15)
    assert abs(eyes(scene)) < 0.02
    assert not cuts(scene, view(scene), find(use))
    assert scene.bound is None
    assert pan.view == scene.viewfinder


def test_within_the_dead_band_nothing_moves() -> None:
    sway = [0.9 + 0.02 * np.sin(number) for number in range(30)]
    assert len({view(scene) for scene in looks(sway)}) == 1


def test_beyond_it_the_viewfinder_slides_no_faster_than_a_slow_pan_and_comes_to_rest_at_the_sitter() -> None:
    scenes = looks([0.6] + [0.6 + 0.04 * min(number, 6) for number in range(40)])
    lefts = [view(scene).left for scene in scenes]
    steps = np.diff(lefts)
    assert (steps >= 0).all()
    assert steps.max() <= SPEED * 1280 * 0.1 + 1
    assert np.count_nonzero(steps) > 5
    assert scenes[-1].bound is None
    assert abs(eyes(scenes[-1])) < 0.02


def test_a_sitter_at_rest_is_looked_at_through_a_viewfinder_at_rest() -> None:
    scenes = looks([0.6] * 3 + [0.8] * 60)
    assert len({view(scene) for scene in scenes[-30:]}) == 1


@given(st.lists(st.floats(-0.3, 2.1), min_size=1, max_size=12), st.integers(0, 200))
def test_it_never_leaves_what_of_the_picture_is_no_bar(places: list[float], bar: int) -> None:
    inside, pan = Viewfinder(bar, 0, 1280 - 2 * bar, 720), Pan()
    for number, x in enumerate(places):
        pan, scene = look(pan, number * 0.3, inside=inside, x=x, face_height=0.2)
        assert view(scene) == view(scene).within(inside)
        assert view(scene).aspect == pytest.approx(0.8, abs=0.01)


def test_left_and_right_are_followed_alike() -> None:
    places = [1.1, 1.1, 1.0, 0.9, 0.8, 0.8, 0.8, 0.75, 0.6, 0.6, 0.6]
    one, other = looks(places), looks([WIDE.aspect - x for x in places])
    for a, b in zip(one, other, strict=True):
        assert abs(view(a).left + view(a).width + view(b).left - 1280) <= 1


def test_a_head_that_would_be_cut_is_followed_at_once_and_where_the_picture_itself_cuts_it_the_edge_stands() -> None:
    _, gone = looks([0.7, 1.0])
    assert abs(eyes(gone)) < 0.02
    outside = looks([1.3, 1.6, 1.75])[-1]
    assert view(outside).left + view(outside).width == 1280


def test_a_new_use_and_a_new_sitter_begin_in_the_middle() -> None:
    pan, scene = look(Pan(), 0.0, "headshot", x=0.7)
    pan, scene = look(pan, 0.1, "linkedin", x=0.82)
    assert abs(eyes(scene)) < 0.02
    assert scene.bound is None
    for moment in (0.2, 0.8, 1.3):
        pan, nobody = look(pan, moment, "linkedin")
        assert nobody.viewfinder == scene.viewfinder  # nothing moves while nobody is there
    pan, scene = look(pan, 1.5, "linkedin", x=0.9)
    assert abs(eyes(scene)) < 0.02


def test_in_a_tall_picture_it_slides_up_and_down() -> None:
    for line in (0.25, 0.35, 0.45):
        _, scene = look(Pan(), 0.0, inside=TALL, x=0.28, eye_line=line, face_height=0.13)
        assert view(scene).width == 720
        assert HEADSHOT.musts["headroom"].state(scene.faces[0].hair_top.y) is State.OK


@pytest.mark.parametrize("use", USES)
def test_no_place_along_its_way_serves_the_use_better_by_the_crops_own_cost(use: str) -> None:
    _, scene = look(Pan(), 0.0, use, x=0.72, yaw=20.0, face_height=0.2)
    preset = of_a_crop(find(use))
    here = view(scene)
    found = [
        cost(reframed(scene, here, placed(here, left, here.top, WIDE)), preset, here.height)
        for left in range(0, 1280, 16)
        if not cuts(scene, placed(here, left, here.top, WIDE), find(use))
    ]
    own = cost(scene, preset, here.height)
    assert own[:4] <= min(found)[:4]
    assert own[4] <= min(found)[4] + 0.01


def test_a_sitter_who_is_asked_to_move_has_been_given_all_the_room_there_is() -> None:
    beside, beyond = 0.421, 0.386  # where it has 15 pixels left, within the dead band, and where it would want more
    for first, then in ((beside, beyond), (WIDE.aspect - beside, WIDE.aspect - beyond)):
        scene = looks([first] + [then] * 20)[-1]
        assert view(scene).left in (0, 1280 - view(scene).width)


def guided(places: list[float], **how: Any) -> list[Guidance]:
    memory, told = Memory(), []
    for scene in looks(places, **how):
        memory, guidance = follow(memory, scene, HEADSHOT)
        told.append(guidance)
    return told


def test_nobody_is_asked_aside_while_it_slides_and_ready_waits_until_it_is_at_rest() -> None:
    places = [0.7] * 20 + [0.7 + 0.05 * min(number, 4) for number in range(30)]
    told, scenes = guided(places), looks(places)
    assert not [cue for g in told for cue in g.cues if cue.direction in ASIDE]
    assert any(scene.bound for scene in scenes)
    assert not any(g.ready for g, scene in zip(told, scenes, strict=True) if scene.bound is not None)
    assert told[19].ready
    assert told[-1].ready
    assert [g.viewfinder for g in told] == [scene.viewfinder for scene in scenes]


def test_what_it_does_not_mend_by_itself_is_said_while_it_slides() -> None:
    sliding = next(s for s in looks([0.7, 0.85, 0.85], eye_line=0.2) if s.bound is not None)
    _, guidance = follow(Memory(), sliding, HEADSHOT)
    assert guidance.cues[0].direction is Direction.UP
    assert next(j.state for j in guidance.judgements if j.measure.name == "headroom") is State.LOW


@pytest.mark.parametrize(("x", "way"), [(0.2, Direction.LEFT), (1.6, Direction.RIGHT)])
def test_at_the_pictures_edge_the_sitter_is_asked_inward(x: float, way: Direction) -> None:
    assert guided([x] * 3)[-1].cues[0].direction is way


def test_a_sitter_far_and_aside_is_asked_nearer_first_where_the_viewfinder_can_follow() -> None:
    assert guided([0.7] * 3, face_height=0.12)[-1].cues[0].direction is Direction.NEARER
    assert guided([0.3] * 3, face_height=0.12)[-1].cues[0].direction is Direction.LEFT


def test_eyes_that_do_not_say_where_they_looked_leave_it_where_it_is() -> None:
    frame = aim(Pan(), np.zeros((720, 1280, 3), np.uint8), HEADSHOT, 0.0)
    pan, scene = pursue(Pan(), frame, sitter(x=0.1), HEADSHOT)
    assert pan == Pan()
    assert scene.bound is None


@pytest.fixture(scope="module")
def filmed() -> dict[str, list[Guidance]]:
    """A photograph before a webcam, off to one side, at the other, and at the very edge, under the real models."""
    from framing.perceive.live_eyes import LiveEyes

    room = around(astronaut())
    told: dict[str, list[Guidance]] = {}
    with closing(LiveEyes()) as models:
        for name, x in (("right", 0.2), ("left", 0.66), ("edge", -0.04)):
            memory, pan, told[name] = Memory(), Pan(), []
            models.forget()
            for number in range(6):
                frame = aim(pan, room.view(Camera(x, 0.3, 0.62, 4.0)), HEADSHOT, 0.1 * number)
                pan, scene = pursue(pan, frame, models.see(frame), HEADSHOT)
                memory, guidance = follow(memory, scene, HEADSHOT)
                told[name].append(guidance)
    return told


@pytest.mark.models
@pytest.mark.parametrize("name", ["left", "right"])
def test_a_bust_off_centre_in_a_wide_picture_is_neither_cut_nor_told_to_move(
    name: str, filmed: dict[str, list[Guidance]]
) -> None:
    for guidance in filmed[name]:
        read = {j.measure.name: j for j in guidance.judgements}
        assert abs(there(read["centring"].value)) < 0.04
        assert read["margin_left"].state is read["margin_right"].state is State.OK
        assert not [cue for cue in guidance.cues if cue.direction in ASIDE]


@pytest.mark.models
def test_at_the_very_edge_of_a_wide_picture_it_is_told_to_move_inward(filmed: dict[str, list[Guidance]]) -> None:
    assert filmed["edge"][-1].cues[0].direction is Direction.RIGHT
