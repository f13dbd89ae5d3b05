"""Which cue comes first, and in whose words."""

from __future__ import annotations

import pytest

from framing.advise import advise
from framing.judge import judge, read
from framing.perceive.fixed import empty_room, sitter
from framing.types import Band, Direction, Preset, Severity, Viewer

WANTED = Preset(
    "test",
    "Test",
    0.8,
    (800, 1000),
    "headshot",
    "rectangle",
    "here",
    musts={"face_height": Band(0.2, 0.29), "centring": Band(-0.05, 0.05)},
    style={"yaw": Band(-15, 15), "headroom": Band(0.0, 0.2)},
)


def cues(viewer=Viewer.FRONT, preset=WANTED, **how):
    return advise(judge(read(sitter(**how)), preset), viewer)


def test_errors_come_before_style_and_each_in_the_strict_order():
    found = cues(face_height=0.1, x=0.1, yaw=30, eye_line=0.5)
    keys = [(c.severity is Severity.STYLE, c.measure) for c in found]
    assert [k[0] for k in keys] == sorted(k[0] for k in keys)
    assert [c.measure for c in found if c.severity is Severity.ERROR] == ["face_height", "centring"]


def test_with_nobody_there_that_is_the_only_cue():
    found = advise(judge(read(empty_room()), WANTED), Viewer.FRONT)
    assert [c.measure for c in found] == ["subjects"]
    assert "nobody in view" in found[0].because


def test_with_too_many_people_that_is_the_only_cue():
    assert [c.measure for c in cues(people=3, face_height=0.1, x=0.1)] == ["subjects"]


def test_a_good_picture_needs_no_cue_about_its_framing():
    assert not [c for c in cues(face_height=0.24) if c.measure in WANTED.musts]


@pytest.mark.parametrize("viewer", list(Viewer))
def test_direction_and_words_are_the_sitters_own_for_every_viewer(viewer):
    too_far_right = cues(viewer, x=0.2)[0]  # small x is the sitter's right
    too_far_left = cues(viewer, x=0.6)[0]
    whose = "your" if viewer is Viewer.FRONT else "their"
    assert too_far_right.direction is Direction.LEFT
    assert too_far_left.direction is Direction.RIGHT
    assert f"{whose} left" in too_far_right.text
    assert f"{whose} right" in too_far_left.text


def test_only_the_front_camera_is_a_mirror():
    assert {v for v in Viewer if v.mirrored} == {Viewer.FRONT}


def test_near_the_band_it_is_a_little_and_far_from_it_it_is_not():
    near, far = cues(face_height=0.31)[0], cues(face_height=0.5)[0]
    assert near.text == "Move back a little from the camera"
    assert far.text == "Move back from the camera"


def test_every_cue_carries_the_number_behind_it():
    for cue in cues(face_height=0.1, x=0.1, yaw=30):
        assert any(character.isdigit() for character in cue.because), cue
