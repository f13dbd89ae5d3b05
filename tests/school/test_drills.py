"""All drills: each can be done, its bands can be met together, and every axis has short drills of its own."""

from __future__ import annotations

from itertools import product

import pytest

from framing.judge import asked
from framing.lab.school.composed import composed
from framing.lab.school.done import done
from framing.measures import MEASURES
from framing.school.axes import axis
from framing.school.before import as_before
from framing.school.catalogue import load
from framing.school.file import ALWAYS
from framing.school.loop import three
from framing.school.scorecard import scorecard
from framing.school.values import AXES, Drill
from framing.types import State
from framing.verdict.pattern import Pattern

DRILLS = load()
EACH = pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
EACH_BEFORE = pytest.mark.parametrize(
    ("drill", "before"),
    [
        pytest.param(drill, who, id=f"{drill.id} {who}")
        for drill in DRILLS.values()
        for who in drill.before
        if who == drill.before[0] or as_before(drill, who) != drill
    ],
)


def test_there_are_twelve_from_easy_to_hard() -> None:
    assert [drill.order for drill in DRILLS.values() if not drill.short] == list(range(1, 13))


@EACH_BEFORE
def test_every_drill_can_be_done_and_the_guide_says_ready_in_each_step(drill: Drill, before: str) -> None:
    run, ready = done(drill, composed, next(who for who in drill.before if who == before))
    assert all(ready)
    assert all(score.level in ("good", "sure") for score in scorecard(run).axes if score.points is not None)
    assert scorecard(run).points == pytest.approx(100.0)


@EACH
def test_what_counts_has_a_band_and_what_has_to_be_read_counts(drill: Drill) -> None:
    for step in drill.steps:
        assert step.needs <= step.counts <= step.preset.musts.keys() <= MEASURES.keys()
        assert step.preset.musts.keys() <= step.counts | set(ALWAYS)


@EACH
def test_the_chain_asks_for_what_counts_and_for_nothing_else(drill: Drill) -> None:
    for step, measure in product(drill.steps, MEASURES.values()):
        band, _ = asked(measure, step.preset)
        assert (band is not None) == (measure.name in step.preset.musts)


@EACH
def test_an_axis_that_is_taught_is_scored_and_weighs_something(drill: Drill) -> None:
    counting = {axis(MEASURES[name]) for step in drill.steps for name in step.counts}
    assert set(drill.teaches) <= counting
    assert all(drill.rubric.weights[one] > 0.0 for one in drill.teaches)


@EACH
def test_no_band_is_wider_than_what_the_use_itself_lets_pass(drill: Drill) -> None:
    # A drill that passed what its use does not would teach the wrong thing; light is another one on purpose.
    free = ("key_side", "key_to_fill", "light_height", "broad_short")
    for step in drill.steps:
        for name in step.needs - set(free):
            band, own = step.preset.musts[name], MEASURES[name].band
            assert own is None or (own.low <= band.low and band.high <= own.high) or name in ("yaw", "headroom")


@EACH
def test_a_pattern_that_is_asked_for_has_a_name(drill: Drill) -> None:
    assert all(Pattern(step.pattern, 0.8).said for step in drill.steps if step.pattern)


@pytest.mark.parametrize("name", AXES)
def test_every_axis_has_three_short_drills_of_it(name: str) -> None:
    found = three(DRILLS, next(one for one in AXES if one == name))
    assert len(found) == 3
    assert all(drill.short and name in drill.teaches and drill.seconds <= 120 for drill in found)


@EACH
def test_a_mannequin_is_asked_for_no_expression_and_a_second_time_for_the_same(drill: Drill) -> None:
    lifeless = as_before(drill, "mannequin")
    assert as_before(lifeless, "mannequin") == lifeless
    if "mannequin" in drill.before:
        assert not any(MEASURES[name].group == "expression" for step in lifeless.steps for name in step.preset.musts)


def test_whoever_is_alive_is_asked_for_all_of_it() -> None:
    assert all(as_before(drill, "sitter") == drill for drill in DRILLS.values())


def test_every_measure_that_counts_somewhere_tells_a_side_by_a_cue() -> None:
    # Where cues are shown, nobody is left with "is not as this use wants it" for what can be set right.
    silent = {"face_in_view"}
    for drill in DRILLS.values():
        for step in drill.steps:
            for name in step.needs - silent:
                measure, band = MEASURES[name], step.preset.musts[name]
                says = {State.LOW: measure.when_low, State.HIGH: measure.when_high}
                assert any(says.values()), name
                assert says[State.LOW] or band.low <= 0.0, name
