"""Which cue comes first, and in whose words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from framing.advise import advise
from framing.judge import judge, read
from framing.perceive.fixed import empty_room, sitter
from framing.types import Band, Cheeks, Cue, Direction, Preset, Severity, Viewer
from tests.builders import there, use
from tests.words import because, words

WANTED = replace(
    use(
        musts={"subjects": Band(1, 1), "face_height": Band(0.2, 0.29), "centring": Band(-0.05, 0.05)},
        style={"yaw": Band(-15, 15), "headroom": Band(0.0, 0.2)},
    ),
    reads_as="headshot",
)
HIGH_AND_LOW = replace(WANTED, musts={"headroom": Band(0.0, 0.2), "margin_below": Band(1.2, float("inf"))}, style={})
ERROR_AGAINST_STYLE = replace(
    WANTED, musts={"headroom": Band(0.0, 0.2)}, style={"eye_line": Band(0.3, 0.4)}, shown=frozenset({"centring"})
)


def cues(preset: Preset | None = WANTED, **how: Any) -> tuple[Cue, ...]:
    return advise(judge(read(sitter(**how)), preset))


def test_errors_come_before_style_and_each_in_the_strict_order() -> None:
    found = cues(face_height=0.1, x=0.1, yaw=30, eye_line=0.5)
    keys = [(c.severity is Severity.STYLE, c.measure) for c in found]
    assert [k[0] for k in keys] == sorted(k[0] for k in keys)
    assert [c.measure for c in found if c.severity is Severity.ERROR] == ["face_height", "centring"]


def test_with_nobody_there_that_is_the_only_cue() -> None:
    found = advise(judge(read(empty_room()), WANTED))
    assert [c.measure for c in found] == ["subjects"]
    assert because(found[0].judgement) == "nobody in view (0, wanted 1)"


def test_with_too_many_people_that_is_the_only_cue() -> None:
    assert [c.measure for c in cues(people=3, face_height=0.1, x=0.1)] == ["subjects"]


def test_a_good_picture_needs_no_cue_about_its_framing() -> None:
    assert not [c for c in cues(face_height=0.24) if c.measure in WANTED.musts]


@pytest.mark.parametrize("viewer", list(Viewer))
def test_direction_and_words_are_the_sitters_own_for_every_viewer(viewer: Viewer) -> None:
    too_far_right = cues(x=0.2)[0]  # small x is the sitter's right
    too_far_left = cues(x=0.6)[0]
    whose = "your" if viewer is Viewer.FRONT else "their"
    assert too_far_right.direction is Direction.LEFT
    assert too_far_left.direction is Direction.RIGHT
    assert f"{whose} left" in words(too_far_right, viewer)
    assert f"{whose} right" in words(too_far_left, viewer)


def test_only_the_front_camera_is_a_mirror() -> None:
    assert {v for v in Viewer if v.mirrored} == {Viewer.FRONT}


def test_how_far_to_go_is_said_in_three_sizes() -> None:
    texts = [words(cues(face_height=t)[0]) for t in (0.3, 0.35, 0.5)]
    assert texts[0] == "Move back a little from the camera"
    assert texts[1] == "Move back from the camera"
    assert texts[2] == "Move back quite a bit from the camera"
    assert [words(c) for c in (cues(x=1.0)[0], cues(x=0.46)[0])] == [
        "Move quite a bit to your right",
        "Move a little to your right",
    ]


def test_no_matter_of_style_asks_for_what_would_soon_miss_a_must() -> None:
    shoulders = replace(WANTED, style={"shoulders_in_view": Band(2, 2)}, shown=frozenset({"headroom"}))
    low: dict[str, Any] = {"eye_line": 0.65, "preset": shoulders}  # the lower edge cuts the shoulders off
    assert "shoulders_in_view" in [c.measure for c in cues(face_height=0.28, **low)]
    assert "shoulders_in_view" not in [c.measure for c in cues(face_height=0.21, **low)]


def test_the_sitter_is_told_and_anybody_else_is_asked_to_tell_them() -> None:
    assert words(cues(face_height=0.35)[0], Viewer.OTHER) == "Ask them to move back from the camera"
    assert words(cues(x=0.2)[0], Viewer.REAR).startswith("Ask them to move")
    camera = next(c for c in cues(preset=None, eye_line=0.7, face_height=0.1) if c.measure == "headroom")
    assert words(camera, Viewer.REAR).startswith("Tilt the camera down")


def test_two_errors_that_contradict_each_other_become_one_way_out() -> None:
    found = cues(preset=HIGH_AND_LOW, face_height=0.45, eye_line=0.5)
    asked = [c.direction for c in found]
    assert Direction.FARTHER in asked
    assert Direction.UP not in asked
    assert Direction.DOWN not in asked


def test_a_matter_of_style_that_contradicts_an_error_is_not_mentioned() -> None:
    found = cues(preset=ERROR_AGAINST_STYLE, face_height=0.3, eye_line=0.5, hair=2.0)
    assert [c.measure for c in found if c.direction in (Direction.UP, Direction.DOWN)] == ["headroom"]


def test_every_cue_carries_the_number_behind_it() -> None:
    for cue in cues(face_height=0.1, x=0.1, yaw=30):
        assert any(character.isdigit() for character in because(cue.judgement)), cue


def test_one_move_goes_as_far_as_all_that_is_asked_for_the_same_way() -> None:
    # The edge cuts the face, and the middle is further than that edge.
    aside: dict[str, Any] = {"x": 0.65, "face_height": 0.24}
    both = cues(preset=replace(WANTED, style={}), **aside)
    edge = next(c for c in both if c.measure == "margin_left")
    middle = next(c for c in both if c.measure == "centring")
    alone = cues(
        preset=replace(WANTED, musts={"subjects": Band(1, 1)}, shown=frozenset({"centring"}), style={}), **aside
    )
    assert edge.direction is middle.direction is Direction.RIGHT
    assert edge.steps == middle.steps > next(c for c in alone if c.measure == "margin_left").steps


def test_how_far_to_turn_the_light_is_not_how_far_to_move() -> None:
    sideways = replace(WANTED, style={"yaw": Band(-15, 15), "body_yaw": Band(-10, 10)})
    found = {c.measure: c for c in cues(preset=sideways, yaw=-20, body_yaw=-60)}
    assert found["yaw"].direction is found["body_yaw"].direction
    assert found["yaw"].steps < found["body_yaw"].steps


def test_a_step_into_a_band_leads_to_its_middle() -> None:
    out = cues(x=0.4 + 0.8 * 0.08)[0]  # centring 0.08 of a width, wanted within 0.05
    assert out.measure == "centring"
    assert out.steps * 0.22 == pytest.approx(0.08, abs=0.005)


def test_a_leaning_head_is_put_level_before_the_cameras_height_and_the_turn_are_spoken_of() -> None:
    found = [c.measure for c in cues(preset=None, pitch=40, roll=25, yaw=30)]
    assert {"roll", "pitch", "yaw"} <= set(found)
    assert found.index("roll") < found.index("pitch") < found.index("yaw")


def test_a_hard_light_from_the_side_is_moved_before_it_is_dimmed() -> None:
    scene = sitter()
    burnt = np.full((100, 3), 255, np.uint8)
    hard = replace(scene, lit_face=replace(there(scene.lit_face), cheeks=Cheeks(0.9, 0.05), skin=burnt))
    found = [c.measure for c in advise(judge(read(hard), None))]
    assert {"key_side", "clipping_high"} <= set(found)
    assert found.index("key_side") < found.index("clipping_high")


def test_nobody_is_led_past_where_the_next_must_is_missed() -> None:
    low: dict[str, Any] = {"eye_line": 0.47, "face_height": 0.28, "hair": 1.3}  # 0.106 above the hair
    free = replace(WANTED, musts={"subjects": Band(1, 1), "eye_line": Band(0.3, 0.44)}, style={}, shown=frozenset())
    bound = replace(free, musts={**free.musts, "headroom": Band(0.06, float("inf"))})
    far, near = (next(c for c in cues(preset=use, **low) if c.measure == "eye_line").steps for use in (free, bound))
    assert 0.03 / 0.15 < near < (0.106 - 0.06) / 0.15 < far


@pytest.mark.parametrize(("cheeks", "side"), [(Cheeks(0.4, 0.1), "right"), (Cheeks(0.1, 0.4), "left")])
def test_somebody_who_must_face_the_camera_is_told_to_move_the_light_and_anybody_else_may_turn_to_it(
    cheeks: Cheeks, side: str
) -> None:
    scene = sitter()
    lit = replace(scene, lit_face=replace(there(scene.lit_face), cheeks=cheeks))
    free = replace(WANTED, style={**WANTED.style, "key_side": Band(-0.5, 0.5)})
    bound = replace(free, musts={**WANTED.musts, "yaw": Band(-5, 5)}, style={"key_side": Band(-0.5, 0.5)})
    turn, move = (
        next(c for c in advise(judge(read(lit), use)) if c.measure == "key_side") for use in (free, bound)
    )
    assert turn.direction is (Direction.TURN_RIGHT if side == "right" else Direction.TURN_LEFT)
    assert move.direction is Direction.NONE
    assert "light" in words(move)
    assert all(f"your {side}" in words(c) for c in (turn, move))
