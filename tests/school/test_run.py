"""A run is a pure machine: whatever comes in whatever order, time and pictures are counted once and rightly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.guide import guide
from framing.lab.school.composed import composed
from framing.lab.school.done import done
from framing.lab.sitter.run import LOOK
from framing.perceive.fixed import empty_room, sitter
from framing.school.catalogue import load
from framing.school.corrections import GONE, STOOD, Corrections, at_the_end, followed
from framing.school.run import (
    AWAY,
    Again,
    Begin,
    Event,
    HandIn,
    Leave,
    Looked,
    Passed,
    Pause,
    Resume,
    Run,
    step,
)
from framing.school.sample import SECONDS, Seen, sampled, seen
from framing.school.scorecard import scorecard
from framing.types import Absent, Guidance, Scene, Verdict
from framing.types.judging import Judgements

DRILLS = load()
THREE = DRILLS["three_distances"]
ONE = DRILLS["headroom"]
_PEOPLE = guide(composed(ONE.steps[0]), ONE.steps[0].preset)
_NOBODY = guide(empty_room(), ONE.steps[0].preset)


def look(time: float, *, there: bool = True) -> Looked:
    return Looked(Seen(replace(_PEOPLE if there else _NOBODY, time=time, cues=()), Absent("no face in view")))


def looked(run: Run, since: float, until: float, *, there: bool = True) -> Run:
    for number in range(round((until - since) / LOOK)):
        now = since + (number + 1) * LOOK
        run = step(run, look(now, there=there), now)
    return run


def begun(drill: str = "headroom") -> Run:
    return step(Run(DRILLS[drill]), Begin(), 0.0)


EVENTS: dict[str, Callable[[float], Event]] = {
    "begin": lambda _: Begin(),
    "look": look,
    "nobody": lambda now: look(now, there=False),
    "passed": lambda _: Passed(),
    "hand in": lambda _: HandIn(),
    "pause": lambda _: Pause(),
    "resume": lambda _: Resume(),
    "again": lambda _: Again(),
    "leave": lambda _: Leave(),
}
stories = st.lists(st.tuples(st.sampled_from(sorted(EVENTS)), st.floats(0.0, 6.0)), max_size=60)


@given(stories)
def test_no_order_of_events_breaks_what_always_holds(story: list[tuple[str, float]]) -> None:
    run, now = Run(THREE), 0.0
    for name, after in story:
        now += after
        before, run = run, step(run, EVENTS[name](now), now)
        assert 0.0 <= run.seconds <= THREE.seconds
        assert len(run.handed) <= len(THREE.steps)
        assert len(run.handed) - len(before.handed) <= 1 or name == "again"
        assert run.seconds - before.seconds <= after + 1e-9
        if name != "again":
            assert run.handed[: len(before.handed)] == before.handed
            assert run.seconds >= before.seconds
            assert not (before.phase == "over" and run.phase != "over")
        if run.phase == "over" and not run.left:
            assert run.remaining == 0.0 or len(run.handed) == len(THREE.steps)


@given(stories)
def test_the_same_events_lead_to_the_same_run(story: list[tuple[str, float]]) -> None:
    def told() -> Run:
        run, now = Run(THREE), 0.0
        for name, after in story:
            now += after
            run = step(run, EVENTS[name](now), now)
        return run

    assert told() == told()


def test_time_runs_while_somebody_is_there() -> None:
    assert looked(begun(), 0.0, 20.0).seconds == pytest.approx(20.0)


def test_time_stands_still_in_a_pause() -> None:
    run = step(looked(begun(), 0.0, 5.0), Pause(), 5.0)
    run = step(looked(run, 5.0, 30.0), Resume(), 30.0)
    assert looked(run, 30.0, 32.0).seconds == pytest.approx(7.0)


def test_time_stands_still_once_nobody_has_been_there_for_three_seconds() -> None:
    run = looked(looked(begun(), 0.0, 5.0), 5.0, 25.0, there=False)
    assert run.seconds == pytest.approx(5.0 + AWAY)
    assert looked(run, 25.0, 26.0).seconds == pytest.approx(5.0 + AWAY, abs=LOOK + 1.0)


def test_somebody_away_for_a_moment_loses_no_time() -> None:
    run = looked(looked(begun(), 0.0, 5.0), 5.0, 7.0, there=False)
    assert looked(run, 7.0, 8.0).seconds == pytest.approx(8.0)


def test_a_camera_that_sends_nothing_stops_the_clock_as_an_empty_chair_does() -> None:
    run = looked(begun(), 0.0, 2.0)
    for second in range(3, 60):
        run = step(run, Passed(), float(second))
    assert run.seconds == pytest.approx(2.0 + AWAY)


def test_a_key_pressed_twice_hands_in_once() -> None:
    run = looked(begun("three_distances"), 0.0, 2.0)
    run = step(step(run, HandIn(), 2.0), HandIn(), 2.05)
    assert len(run.handed) == 1
    assert len(step(looked(run, 2.05, 2.05 + SECONDS + 2 * LOOK), HandIn(), 4.0).handed) == 2


def test_a_step_that_is_handed_in_begins_the_next_and_the_last_one_ends_it() -> None:
    run, now = begun("three_distances"), 0.0
    for number in range(3):
        assert run.step == number
        run = step(looked(run, now, now + 2.0), HandIn(), now + 2.0)
        now += 2.0
    assert run.phase == "over"
    assert [one.seconds for one in run.handed] == [pytest.approx(2.0)] * 3


def test_out_of_time_what_is_there_is_handed_in_and_the_rest_was_never_read() -> None:
    run = looked(begun("three_distances"), 0.0, THREE.seconds + 1.0)
    assert run.phase == "over"
    assert len(run.handed) == 1
    score = scorecard(run)
    assert score.seconds == THREE.seconds
    assert all(one.level == "not yet" for later in score.steps[1:] for one in later if one.points is not None)


def test_nothing_is_handed_in_before_it_has_been_looked_at_for_a_second() -> None:
    assert not step(begun(), HandIn(), 0.5).handed
    assert not step(looked(begun(), 0.0, 0.5), HandIn(), 0.5).handed
    assert not step(step(looked(begun(), 0.0, 2.0), Pause(), 2.0), HandIn(), 2.0).handed


def test_again_begins_at_once_from_the_first_step_and_a_clean_slate() -> None:
    run = step(looked(begun("three_distances"), 0.0, 2.0), HandIn(), 2.0)
    again = step(run, Again(), 3.0)
    assert (again.phase, again.step, again.seconds, again.handed, again.corrected) == ("going", 0, 0.0, (), 0)


def test_what_was_left_has_no_score() -> None:
    left = step(looked(begun(), 0.0, 2.0), Leave(), 2.0)
    assert (left.phase, left.left) == ("over", True)
    with pytest.raises(ValueError, match="left"):
        scorecard(left)
    with pytest.raises(ValueError, match="going"):
        scorecard(begun())


def test_a_blink_as_it_is_handed_in_costs_nothing() -> None:
    run, now = begun("direct_a_stranger"), 0.0
    asked = run.drill.steps[0]
    scene = composed(asked)
    shut = replace(scene.faces[0], points=_shut(scene))
    for number in range(20):
        now = (number + 1) * LOOK
        blinks = number >= 17  # 0.3 s
        one = replace(scene, faces=(shut,) if blinks else scene.faces, time=now)
        run = step(run, Looked(seen(guide(one, asked.preset), one)), now)
    score = scorecard(step(run, HandIn(), now))
    assert score.points == pytest.approx(100.0)


def _shut(scene: Scene):  # type: ignore[no-untyped-def]
    points = scene.faces[0].points.copy()
    for upper, lower in ((159, 145), (158, 153), (160, 144), (386, 374), (385, 380), (387, 373)):
        points[upper] = points[lower]
    return points


def test_the_sample_is_absent_where_most_looks_could_not_read_it() -> None:
    with_eyes, without = (
        seen(guide(scene, ONE.steps[0].preset), scene) for scene in (composed(ONE.steps[0]), empty_room())
    )
    assert isinstance(sampled([without, without, with_eyes]).values["face_height"], Absent)
    assert sampled([without, with_eyes, with_eyes]).values["face_height"] == pytest.approx(0.26, abs=0.1)
    assert all(isinstance(value, Absent) for value in sampled([]).values.values())


# What a cue asks for, looked at ten times a second: "U" too little headroom, "D" too much, "." nothing.
_CUES = {
    "U": guide(sitter(eye_line=0.20, face_height=0.3), ONE.steps[0].preset).cues,
    "D": guide(sitter(eye_line=0.70, face_height=0.3), ONE.steps[0].preset).cues,
    ".": (),
}


def corrected(story: str) -> int:
    so_far = Corrections()
    for number, letter in enumerate(story):
        told = Guidance(number * LOOK, Verdict("neither", None, "none", (), ""), Judgements(), _CUES[letter][:1], False,
                        None)  # fmt: skip
        so_far = followed(so_far, told)
    return at_the_end(so_far)


_STOOD, _GONE = round(STOOD / LOOK) + 2, round(GONE / LOOK) + 2


@pytest.mark.parametrize(
    ("story", "count"),
    [
        ("", 0),
        ("." * 50, 0),
        ("U" * 50, 0),  # asked for, and never followed
        ("U" * _STOOD + "." * _GONE, 1),
        ("U" * _STOOD + "D" * _GONE, 1),  # overdone is a correction too
        ("U" * _STOOD + "D" * _STOOD + "." * _GONE, 2),
        ("U." * 40, 0),  # it flickers
        ("UU.." * 20, 0),
        ("U" * _STOOD + "." * 3 + "U" * 10, 0),  # gone for a moment alone
        ("U" * _STOOD + "." * _GONE + "U" * _STOOD + "." * _GONE, 2),
        ("U" * _STOOD + "..", 1),  # handed in as soon as it was right
    ],
)
def test_a_cue_counts_once_it_was_given_and_what_it_asked_for_is_done(story: str, count: int) -> None:
    assert _CUES["U"]
    assert _CUES["D"]
    assert corrected(story) == count


def test_nothing_wrong_from_the_start_needs_no_correction_and_none_is_usual() -> None:
    run, _ = done(ONE, composed)
    assert (scorecard(run).corrections, scorecard(run).usual) == (0, 0)
