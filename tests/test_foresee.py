"""Into the middle first, then nearer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from framing.foresee import foresee
from framing.guide import Memory, follow, guide
from framing.judge import judge, read
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.types import Direction, Scene, State

HEADSHOT = find("headshot")


def states(scene: Scene) -> dict[str, State]:
    judgements = judge(read(scene), HEADSHOT)
    return {j.measure.name: j.state for j in foresee(judgements, {})}


def first(**how: Any) -> Direction:
    _, guidance = follow(Memory(), sitter(**how), HEADSHOT)
    return guidance.cues[0].direction


def test_somebody_who_is_far_and_aside_is_asked_into_the_middle_before_they_come_nearer() -> None:
    assert first(face_height=0.08, x=0.6) is Direction.RIGHT
    assert first(face_height=0.08, x=0.2) is Direction.LEFT
    assert first(face_height=0.08, eye_line=0.8) is Direction.DOWN
    assert first(face_height=0.08, eye_line=0.2) is Direction.UP


def test_nobody_is_asked_aside_for_what_one_move_nearer_leaves_in_the_picture() -> None:
    assert first(face_height=0.11, x=0.51) is Direction.RIGHT
    assert first(face_height=0.08, x=0.48) is Direction.NEARER  # three times nearer would be out


def test_somebody_who_is_far_and_in_the_middle_is_asked_nearer_whatever_room_there_is_above() -> None:
    assert first(face_height=0.08, eye_line=0.5) is Direction.NEARER


def test_what_is_foreseen_is_what_is_read_once_they_are_there() -> None:
    far: dict[str, Any] = {"face_height": 0.12, "x": 0.55, "eye_line": 0.7}
    judgements = judge(read(sitter(**far)), HEADSHOT)
    wanted = next(j for j in judgements if j.measure.name == "face_height").band.inner(State.LOW, 0.1).low
    times = wanted / 0.12
    near: dict[str, Any] = {"face_height": wanted, "x": 0.4 + 0.15 * times, "eye_line": 0.5 + 0.2 * times}
    ahead = {j.measure.name: j for j in foresee(judgements, {})}
    there = read(sitter(**near))
    missed = [n for n in ("margin_left", "margin_right", "margin_above", "margin_below") if ahead[n].state is State.LOW]
    assert missed == ["margin_left", "margin_below"]
    for name in missed:
        assert abs(ahead[name].value - there[name].value) < 1e-6, name


def test_the_finer_placing_waits_until_the_face_has_its_size() -> None:
    assert states(sitter(face_height=0.1, eye_line=0.5))["headroom"] is State.OK
    assert states(sitter(face_height=0.25, eye_line=0.7))["headroom"] is State.HIGH


def test_somebody_who_must_go_aside_before_they_come_nearer_is_led_into_the_middle_in_one_go() -> None:
    _, guidance = follow(Memory(), sitter(face_height=0.08, x=0.7), HEADSHOT)
    top = guidance.cues[0]
    assert (top.measure, top.direction) == ("margin_left", Direction.RIGHT)
    assert top.steps * 0.22 * 0.8 == pytest.approx(0.3, abs=0.01)  # 0.3 of the height off the middle of a 4:5 picture


def test_an_edge_that_is_too_near_already_is_told_as_it_will_be() -> None:
    ahead = {j.measure.name: j for j in foresee(judge(read(sitter(face_height=0.08, x=0.79)), HEADSHOT), {})}
    now = {j.measure.name: j for j in judge(read(sitter(face_height=0.08, x=0.79)), HEADSHOT)}
    assert now["margin_left"].state is ahead["margin_left"].state is State.LOW
    assert ahead["margin_left"].value < now["margin_left"].value


def test_a_still_and_a_face_of_the_right_size_are_judged_as_they_are() -> None:
    scene = replace(sitter(face_height=0.25, x=0.6))
    judgements = judge(read(scene), HEADSHOT)
    assert foresee(judgements, {}) == judgements
    assert guide(sitter(face_height=0.08, x=0.6), HEADSHOT).cues[0].direction is Direction.NEARER
