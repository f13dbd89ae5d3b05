"""What is practised next, what is usual, and whether it gets better."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.judge import read
from framing.lab.school.by_readings import below
from framing.lab.school.composed import composed
from framing.lab.school.done import done
from framing.lab.school.trainee import CLUMSY
from framing.perceive.fixed import sitter
from framing.school.catalogue import load
from framing.school.follower import usual
from framing.school.loop import three, weakest
from framing.school.sample import sampled
from framing.school.scorecard import scorecard
from framing.school.trend import LAST, trend
from framing.school.values import Score
from framing.types import Scene

DRILLS = load()
TWELVE = [drill for drill in DRILLS.values() if not drill.short]


def scored(scene: Scene) -> Score:
    run, _ = done(DRILLS["direct_a_stranger"], lambda _: scene)
    return scorecard(run)


def test_the_weakest_axis_is_the_one_with_the_fewest_points_of_those_that_count() -> None:
    fair = composed(DRILLS["direct_a_stranger"].steps[0])
    score = scored(replace(fair, faces=(sitter(face_height=0.24, yaw=40.0).faces[0],)))
    assert weakest(score) == "pose"
    ignored = tuple(replace(one, weight=0.0) if one.axis == "pose" else one for one in score.axes)
    assert weakest(replace(score, axes=ignored)) != "pose"


def test_the_short_drills_come_first_that_ask_for_what_cost_most() -> None:
    score = scored(sitter(face_height=0.24, yaw=40.0))
    assert three(DRILLS, "pose", score)[0].id == "short_turn"
    assert len(three(DRILLS, "pose", score)) == 3


def test_more_that_is_wrong_usually_needs_more_corrections() -> None:
    step = DRILLS["headroom"].steps[0]

    def corrections(scene: Scene) -> int:
        return usual(step, replace(sampled(()), readings=read(scene)))

    right = corrections(composed(step))
    placed = corrections(sitter(face_height=0.26, eye_line=0.55))
    all_wrong = corrections(sitter(face_height=0.10, eye_line=0.75, roll=25.0))
    assert 0 == right < placed <= all_wrong


def test_what_is_usual_is_the_same_each_time() -> None:
    step = DRILLS["headroom"].steps[0]
    start = replace(sampled(()), readings=read(sitter(face_height=0.10, eye_line=0.7)))
    assert usual(step, start) == usual(step, start)


def test_a_clumsy_trainee_scores_below_one_who_follows_as_people_do_in_98_of_100_drill_runs() -> None:
    runs = [below(drill, CLUMSY, seed) for seed in range(9) for drill in TWELVE][:100]
    assert sum(runs) >= 98


@given(st.lists(st.floats(0.0, 100.0), max_size=2))
def test_two_runs_are_no_trend(points: list[float]) -> None:
    assert trend(points) is None


@given(st.floats(20.0, 60.0), st.floats(-3.0, 3.0), st.integers(3, 20))
def test_a_straight_line_is_told_as_it_is(level: float, slope: float, runs: int) -> None:
    found = trend([level + slope * run for run in range(runs)])
    assert found is not None
    assert found.slope == pytest.approx(slope)
    assert found.runs == min(runs, LAST)


def test_one_lucky_run_is_no_trend_and_the_best_does_not_count() -> None:
    steady = [50.0, 51.0, 50.0, 49.0, 50.0, 51.0, 50.0, 49.0, 50.0]
    lucky = [*steady[:-1], 100.0]
    assert trend(lucky).slope == pytest.approx(trend(steady).slope, abs=0.5)


def test_what_was_long_ago_does_not_count() -> None:
    rising = [10.0 * run for run in range(LAST)]
    assert trend([100.0] * 30 + rising) == trend(rising)


@given(st.lists(st.floats(0.0, 100.0), min_size=3, max_size=12), st.floats(-20.0, 20.0))
def test_the_slope_turns_with_the_runs_and_a_shift_changes_nothing(points: list[float], by: float) -> None:
    assert trend([p + by for p in points]).slope == pytest.approx(trend(points).slope, abs=1e-6)
    last = points[-LAST:]
    assert trend(last[::-1]).slope == pytest.approx(-trend(last).slope, abs=1e-6)


def test_where_no_axis_has_a_weight_the_weakest_is_still_one_that_was_asked_for() -> None:
    score = scored(sitter())
    light = replace(score, axes=tuple(replace(one, weight=0.0) for one in score.axes))
    assert next(one for one in light.axes if one.axis == weakest(light)).points is not None
