"""The simulated sitter: as imprecise as it says, and led by a cue's direction and words alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.advise import remedy
from framing.guide import guide
from framing.lab.sitter.person import Person, hear, imprecise
from framing.lab.sitter.room import unmet
from framing.lab.sitter.run import Run, Said, start
from framing.lab.sitter.stance import ASPECT, Stance, camera
from framing.lab.sitter.steps import FULL, Step, step, taken
from framing.measures import MEASURES
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.scenery import Camera
from framing.school.follower import GAIN, LATE, MOVING, WRONG_WAY
from framing.types import Cheeks, Cue, Direction, HowFar, Point, State
from framing.types.guidance import Asks
from tests import words
from tests.builders import there

HERE = Stance(x=0.7, y=0.45, face=0.2, roll=5.0)
OPPOSITES = [
    (Direction.LEFT, Direction.RIGHT),
    (Direction.UP, Direction.DOWN),
    (Direction.NEARER, Direction.FARTHER),
    (Direction.TILT_LEFT, Direction.TILT_RIGHT),
]


def cue(direction: Direction = Direction.NONE, measure: str = "centring", asks: Asks = "high") -> Cue:
    return words.cue("Do it", measure, direction=direction, asks=asks)


def told(name: str, state: State, *, little: bool = False) -> Cue:
    """The cue that a measure's own remedy becomes."""
    found = cue(there(remedy(MEASURES[name], state)).direction, name, "low" if state is State.LOW else "high")
    return replace(found, far=HowFar.LITTLE if little else HowFar.SOME)


def after(person: Person, told: Cue, seconds: float, rng: np.random.Generator, look: float = 0.1) -> Person:
    """The person after hearing the same cue for that long."""
    for i in range(round(seconds / look)):
        person = hear(person, told, i * look, rng)
    return person


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_opposite_directions_move_the_same_thing_opposite_ways(one: Direction, other: Direction) -> None:
    there, back = step(cue(one)), step(cue(other))
    assert there.what == back.what
    assert there.by == -back.by


@pytest.mark.parametrize(
    ("direction", "what", "way"),
    [
        (Direction.LEFT, "x", 1),  # the sitter's own left is at large x
        (Direction.RIGHT, "x", -1),
        (Direction.UP, "y", 1),  # a camera tilted up lowers what it shows
        (Direction.DOWN, "y", -1),
        (Direction.NEARER, "face", 1),
        (Direction.FARTHER, "face", -1),
        (Direction.TILT_RIGHT, "roll", 1),
        (Direction.TILT_LEFT, "roll", -1),
    ],
)
def test_a_step_follows_the_direction_and_changes_nothing_that_was_not_asked_for(
    direction: Direction, what: str, way: int
) -> None:
    moved = taken(HERE, there(step(cue(direction))))
    assert np.sign(getattr(moved, what) - getattr(HERE, what)) == way
    free = {what} | ({"x", "y"} if what == "face" else set())  # a sitter who comes nearer leaves the middle
    assert {n for n in Stance.__slots__ if getattr(moved, n) != getattr(HERE, n)} <= free


@pytest.mark.parametrize("name", ["key_side", "clipping_high", "clipping_low", "exposure", "light_height", "evenness"])
def test_a_cue_about_light_changes_the_light_alone(name: str) -> None:
    for state in (State.LOW, State.HIGH):
        if remedy(MEASURES[name], state) is not None:
            assert step(told(name, state)).what in {"turn", "exposure", "lamp", "even"}


def test_turning_toward_the_light_on_either_side_evens_it() -> None:
    assert taken(HERE, there(step(told("key_side", State.HIGH)))).across < 0  # high is lit from the left
    assert taken(HERE, there(step(told("key_side", State.LOW)))).across > 0


def test_a_little_is_less_than_what_is_said_without_it() -> None:
    little = step(told("centring", State.LOW, little=True))
    assert 0 < little.by < step(told("centring", State.LOW)).by


@given(st.integers(0, 10_000), st.booleans())
def test_a_step_is_never_more_imprecise_than_the_sitter_is_said_to_be(seed: int, wrong: bool) -> None:
    done = imprecise(Step("sideways", 1.0), wrong=wrong, rng=np.random.default_rng(seed)).by
    assert GAIN[0] <= (-done if wrong else done) <= GAIN[1]


@given(st.integers(0, 10_000))
def test_nobody_acts_before_they_can_have_reacted_nor_long_after(seed: int) -> None:
    rng = np.random.default_rng(seed)
    assert after(Person(HERE, HERE), cue(Direction.LEFT), LATE[0], rng).steps == 0
    assert after(Person(HERE, HERE), cue(Direction.LEFT), LATE[1] + 0.2, rng).steps == 1


def test_some_cues_and_only_some_are_first_followed_the_wrong_way() -> None:
    rng = np.random.default_rng(1)
    moved = [after(Person(HERE, HERE), cue(Direction.LEFT), 1.0, rng).there.x - HERE.x for _ in range(400)]
    assert 0.5 * WRONG_WAY < np.mean(np.array(moved) < 0) < 2 * WRONG_WAY


def test_a_cue_that_still_stands_is_not_followed_the_wrong_way_again() -> None:
    rng = np.random.default_rng(2)
    for _ in range(50):
        once = after(Person(HERE, HERE), cue(Direction.LEFT), LATE[1] + 0.2, rng)
        there = replace(once, here=once.there, until=0.0, told=None)
        assert after(there, cue(Direction.LEFT), LATE[1] + 0.2, rng).there.x > once.there.x


def test_a_step_takes_its_time_and_ends_where_it_was_to_lead() -> None:
    rng = np.random.default_rng(3)
    person = after(Person(HERE, HERE), cue(Direction.LEFT), LATE[1] + 0.2, rng)
    halfway = person.at((person.since + person.until) / 2).x
    assert min(HERE.x, person.there.x) < halfway < max(HERE.x, person.there.x)
    assert MOVING[0] <= person.until - person.since <= MOVING[1]
    assert person.at(person.until + 1.0).x == pytest.approx(person.there.x, abs=0.01)


def test_somebody_who_has_gone_out_of_sight_goes_back_to_where_they_were_seen() -> None:
    rng = np.random.default_rng(4)
    gone = after(Person(HERE, HERE), cue(Direction.LEFT), LATE[1] + 0.2, rng)
    back = after(replace(gone, until=0.0), cue(measure="subjects"), LATE[1] + 0.2, rng)
    assert back.there == HERE


def test_what_one_photograph_cannot_change_is_left_alone() -> None:
    assert after(Person(HERE, HERE), told("eyes_open", State.LOW), 5.0, np.random.default_rng(5)).there == HERE


def test_a_photograph_is_refused_for_what_nobody_in_it_can_do_and_not_for_what_the_sitter_does() -> None:
    def refused(**how: Any) -> set[str]:
        return {one.label for one in unmet(guide(sitter(aspect=1.0, **how), find("passport_us")))}

    right: dict[str, Any] = {"eye_line": 0.38, "face_height": 0.28}
    lit = replace(there(sitter(aspect=1.0, **right).lit_face), cheeks=Cheeks(0.4, 0.1))
    aside = replace(sitter(aspect=1.0, **right), lit_face=lit)
    assert refused(**right) == set()
    assert refused(roll=20.0, **right) == set()  # they lean
    assert unmet(guide(aside, find("passport_us"))) == ()  # they turn to the light
    assert refused(yaw=20.0, **right) == {"Turn"}  # a photographed face stays as it is turned
    assert "Headroom" in refused(eye_line=0.2, face_height=0.28)  # and the best crop is all that there is


def test_the_camera_shows_the_face_where_and_as_large_as_the_stance_says() -> None:
    eyes, size = Point(0.6, 0.25), 0.15
    upright: Camera = camera(Stance(x=0.5, y=0.3, face=0.3), eyes, size)
    assert upright.height == pytest.approx(0.5)
    assert upright.x + (0.5 - ASPECT / 2) * upright.height == pytest.approx(eyes.x)
    assert upright.y + (0.3 - 0.5) * upright.height == pytest.approx(eyes.y)


def test_starts_are_all_over_the_picture_and_the_same_for_the_same_seed() -> None:
    starts = [start(np.random.default_rng((1, i))) for i in range(300)]
    assert starts[7] == start(np.random.default_rng((1, 7)))
    assert min(s.face for s in starts) < 0.1
    assert max(s.face for s in starts) > 0.38
    for name in ("x", "y", "roll", "exposure", "across", "above"):
        assert np.ptp([getattr(s, name) for s in starts]) > 0.4, name
    assert all(0 < s.x < ASPECT and 0 < s.y < 1 for s in starts)


def said(*directions: Direction) -> Run:
    return Run(True, 1.0, 1, tuple(Said(float(i), d.value, step(cue(d))) for i, d in enumerate(directions)))


def test_there_and_back_is_no_contradiction_and_a_third_turn_is_whatever_was_said_between() -> None:
    near, far, left = Direction.NEARER, Direction.FARTHER, Direction.LEFT
    assert not said(near, far, near).contradicts
    assert not said(near, near, left, near, left).contradicts
    assert said(near, far, left, near, Direction.NONE, far).contradicts


def test_every_step_has_a_size() -> None:
    assert {step(cue(d)).what for pair in OPPOSITES for d in pair} <= set(FULL)
