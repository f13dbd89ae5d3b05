from dataclasses import replace

import numpy as np
import pytest

from framing.at_rest import FORGET, NOT_YET, SECONDS, STRANGER, UNDER_WAY, AtRest, begin, follow_rest
from framing.measures.expression.eyes_open import eye_gap
from framing.perceive.fixed import empty_room, sitter
from framing.types import EVERYBODY, Absent, Baseline, Scene
from tests.builders import values

PERIOD = 0.1


def followed(look: AtRest, scenes: list[Scene], since: float = 0.0) -> AtRest:
    """The look after these scenes, one every tenth of a second."""
    for i, scene in enumerate(scenes):
        look = follow_rest(look, replace(scene, time=since + PERIOD * i))
    return look


def looked(*scenes: Scene) -> AtRest:
    """A whole look at these scenes in turn."""
    turns = [scenes[i % len(scenes)] for i in range(round(SECONDS / PERIOD) + 2)]
    return followed(begin(STRANGER, 0.0), turns)


def blinking() -> Scene:
    """A sitter with the lids together."""
    scene = sitter(pitch=5.0)
    points = scene.faces[0].points.copy()
    for upper, lower in ((160, 144), (159, 145), (158, 153), (385, 380), (386, 374), (387, 373)):
        points[upper] = points[lower]
    return replace(scene, faces=(replace(scene.faces[0], points=points),))


def test_two_seconds_at_the_lens_make_the_sitters_own_baseline() -> None:
    look = looked(sitter(pitch=2.0, expression={"browDownLeft": 0.3}))
    assert look.outcome == look.baseline == Baseline((2.0, 2.0), look.baseline.eye_gap, {"browDownLeft": 0.3})
    assert look.baseline.eye_gap == pytest.approx(eye_gap(sitter().faces[0]), rel=0.02)
    assert not look.under_way


def test_a_look_tells_how_far_it_is_and_leaves_the_old_baseline_in_force() -> None:
    halves = [begin(STRANGER, 0.0)]
    for i in range(round(SECONDS / PERIOD)):
        halves.append(follow_rest(halves[-1], replace(sitter(), time=PERIOD * i)))
    assert [look.progress for look in halves] == sorted(look.progress for look in halves)
    assert all(look.under_way and look.outcome is UNDER_WAY and look.baseline is EVERYBODY for look in halves)
    assert halves[-1].progress > 0.9


def test_nothing_is_taken_of_somebody_who_was_not_asked_to_look() -> None:
    look = followed(STRANGER, [sitter()] * 60)
    assert (look.baseline, look.outcome, look.seen) == (EVERYBODY, NOT_YET, ())


@pytest.mark.parametrize(
    ("scene", "said"), [(empty_room(), "out of view"), (sitter(yaw=25.0), "turned"), (blinking(), "eyes")]
)
def test_a_face_lost_turned_or_blinking_most_of_the_time_is_refused_in_words(scene: Scene, said: str) -> None:
    for look in (looked(scene), looked(scene, scene, sitter())):
        assert isinstance(look.outcome, Absent)
        assert said in look.outcome.why
        assert look.baseline is EVERYBODY
    assert isinstance(looked(scene, sitter(), sitter()).outcome, Baseline)


def test_a_blink_and_one_bad_frame_are_outvoted() -> None:
    look = looked(sitter(pitch=5.0), sitter(pitch=5.0), blinking(), sitter(pitch=5.0), sitter(pitch=40.0))
    assert look.baseline.pitch == pytest.approx((5.0, 5.0))
    assert look.baseline.eye_gap == pytest.approx(looked(sitter()).baseline.eye_gap, rel=0.05)


def test_a_refused_look_leaves_the_baseline_that_was() -> None:
    first = looked(sitter(pitch=2.0))
    again = followed(begin(first, 3.0), [sitter(yaw=30.0)] * 30, since=3.0)
    assert isinstance(again.outcome, Absent)
    assert again.baseline == first.baseline


def test_a_camera_below_the_eyes_is_no_trait_of_the_face() -> None:
    known = looked(sitter(pitch=-30.0)).baseline
    assert values(replace(sitter(pitch=-30.0), baseline=known))["pitch"] < -10.0


def test_a_smile_held_through_the_look_is_no_rest() -> None:
    smiling = {"mouthSmileLeft": 0.95, "mouthSmileRight": 0.95}
    known = looked(sitter(expression=smiling)).baseline
    assert values(replace(sitter(expression=smiling), baseline=known))["neutral"] > 0.3


def test_a_new_person_is_a_stranger_again() -> None:
    known = looked(sitter())
    last = known.in_view
    away = follow_rest(known, replace(empty_room(), time=last + FORGET * 0.9))
    assert follow_rest(away, replace(sitter(), time=last + FORGET)).baseline == known.baseline
    somebody = follow_rest(away, replace(sitter(), time=last + FORGET * 1.1))
    assert (somebody.baseline, somebody.outcome) == (EVERYBODY, NOT_YET)


def test_a_slow_machine_needs_three_faces_and_no_more() -> None:
    def at(*times: float) -> AtRest:
        look = begin(STRANGER, 0.0)
        for time in times:
            look = follow_rest(look, replace(sitter(), time=time))
        return look

    assert isinstance(at(0.0, 1.0, 2.0).outcome, Baseline)
    assert isinstance(at(0.0, 2.0).outcome, Absent)


def test_everything_in_a_baseline_is_a_number() -> None:
    known = looked(sitter()).baseline
    assert np.isfinite([*known.pitch, known.eye_gap, *known.expression.values()]).all()
