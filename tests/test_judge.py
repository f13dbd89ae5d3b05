"""Bands, absence and hysteresis."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing import parts
from framing.judge import asked, judge, read
from framing.measures import MEASURES
from framing.perceive.fixed import empty_room, sitter
from framing.say.readings import wanted
from framing.types import Band, Judgement, Judgements, LitFace, LookedAt, Measure, Readings, Scene, Severity, State
from tests.builders import use
from tests.words import because

FLOATS = st.floats(-10, 10)


def of(judgements: Judgements, name: str) -> Judgement:
    return next(j for j in judgements if j.measure.name == name)


@given(FLOATS, FLOATS, FLOATS)
def test_a_value_is_low_below_its_band_high_above_it_and_ok_at_both_ends(a: float, b: float, value: float) -> None:
    low, high = sorted((a, b))
    expected = State.LOW if value < low else State.HIGH if value > high else State.OK
    assert Band(low, high).state(value) is expected


@given(FLOATS, FLOATS, FLOATS, st.sampled_from([State.LOW, State.HIGH]))
def test_somebody_who_was_outside_must_come_further_in_but_never_out_at_the_other_end(
    a: float, b: float, value: float, before: State
) -> None:
    low, high = sorted((a, b))
    band = Band(low, high)
    inner = band.inner(before, 0.1)
    assert low <= inner.low <= inner.high <= high
    assert inner.state(value) is not State.OK or band.state(value) is State.OK
    assert (inner.high == high) if before is State.LOW else (inner.low == low)


@pytest.mark.parametrize("band", [Band(0.9, math.inf), Band(-math.inf, 2.0), Band(1, 1), Band(7, 7)])
@pytest.mark.parametrize("before", list(State))
def test_a_band_without_a_width_is_the_same_from_every_side(band: Band, before: State) -> None:
    assert band.inner(before, 0.1) == band


def test_a_band_is_left_at_its_end_and_met_again_only_further_inside() -> None:
    preset = use(musts={"face_height": Band(0.20, 0.30)})

    def state(height: float, before: Mapping[str, State]) -> State:
        return of(judge(read(sitter(face_height=height)), preset, before), "face_height").state

    assert state(0.295, {"face_height": State.OK}) is State.OK
    assert state(0.305, {"face_height": State.OK}) is State.HIGH
    assert state(0.295, {"face_height": State.HIGH}) is State.HIGH
    assert state(0.285, {"face_height": State.HIGH}) is State.OK
    assert state(0.295, {"face_height": State.LOW}) is State.OK
    assert state(0.295, {}) is State.OK


def test_a_must_is_an_error_a_style_is_not_and_what_is_only_shown_is_never_judged() -> None:
    readings = read(sitter(face_height=0.4))
    must = of(judge(readings, use(musts={"face_height": Band(0.1, 0.2)})), "face_height")  # missed by far
    style = of(judge(readings, use(style={"face_height": Band(0.1, 0.2)})), "face_height")
    shown = of(judge(readings, use(shown=frozenset({"headroom"}))), "headroom")
    assert (must.state, must.severity) == (State.HIGH, Severity.ERROR)
    assert (style.state, style.severity) == (State.HIGH, Severity.STYLE)
    assert (shown.state, shown.band) == (State.OK, None)


@pytest.mark.parametrize(("height", "forgiven"), [(0.26, True), (0.31, False), (0.024, True), (0.02, False)])
def test_a_use_that_takes_either_makes_no_error_of_a_must_missed_by_a_quarter_of_its_limit(
    height: float, forgiven: bool
) -> None:
    readings, musts = read(sitter(face_height=height)), {"face_height": Band(0.03, 0.24)}
    either = of(judge(readings, use(musts)), "face_height")
    bound = of(judge(readings, replace(use(musts), reads_as="portrait")), "face_height")
    assert either.state is bound.state is not State.OK
    assert (either.severity is Severity.STYLE) is forgiven
    assert either.missed is not forgiven
    assert bound.missed


def test_a_count_is_never_nearly_right() -> None:
    alone = judge(read(empty_room()), use(musts={"subjects": Band(1, math.inf)}))
    assert of(alone, "subjects").missed


def test_a_must_that_was_missed_by_little_is_no_error_on_the_way_back_either() -> None:
    musts = use(musts={"face_height": Band(0.03, 0.24)})
    inside = of(judge(read(sitter(face_height=0.235)), musts, {"face_height": State.HIGH}), "face_height")
    assert (inside.state, inside.severity) == (State.HIGH, Severity.STYLE)


def test_without_a_use_every_measure_keeps_its_own_band() -> None:
    for measure in MEASURES.values():
        assert asked(measure, None) == (measure.band, measure.severity)


def test_what_is_absent_says_why_and_is_neither_low_nor_high() -> None:
    for judgement in judge(read(empty_room()), use(musts={"face_height": Band(0.1, 0.2)})):
        if judgement.measure.name != "subjects":
            assert judgement.state is State.ABSENT
            assert because(judgement)


def test_a_missed_band_is_told_with_its_number_and_a_met_one_without() -> None:
    preset = use(musts={"face_height": Band(0.1, 0.2)})
    assert "wanted 0.1 to 0.2" in because(of(judge(read(sitter(face_height=0.4)), preset), "face_height"))
    assert "wanted" not in because(of(judge(read(sitter(face_height=0.15)), preset), "face_height"))


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band(0.05, 0.12), "0.05 to 0.12"),
        (Band(2, math.inf), "at least 2"),
        (Band(-math.inf, 1), "at most 1"),
        (Band(1, 1), "1"),
        (Band(-20, 20), "-20 to 20"),
        (Band(10, math.inf), "at least 10"),
        (Band(0.007, math.inf), "at least 0.007"),
    ],
)
def test_bands_are_said_as_one_reads_them_aloud(band: Band, said: str) -> None:
    assert str(wanted(band)) == said


def test_somebody_who_was_out_at_an_edge_is_led_well_inside_and_then_left_alone() -> None:
    def state(x: float, before: Mapping[str, State]) -> State:
        return of(judge(read(sitter(x=x, face_height=0.2)), None, before), "margin_left").state

    assert state(0.66, {}) is State.LOW
    assert state(0.645, {"margin_left": State.OK}) is State.OK
    assert state(0.645, {"margin_left": State.LOW}) is State.LOW
    assert state(0.55, {"margin_left": State.LOW}) is State.OK


def test_a_part_is_measured_once_for_each_look_at_it_however_often_the_same_thing_comes() -> None:
    measured: list[LitFace] = []

    def bright(lit: LitFace) -> float:
        measured.append(lit)
        return float(len(measured))

    seen = Measure("bright", "Bright", "", parts.lit_face, bright, 1)
    moments = [(0.0, 0.0), (0.1, 0.0), (0.4, 0.4), (0.5, 0.4)]
    readings: Readings = {}
    values = []
    for now, looked in moments:
        scene = replace(sitter(), time=now, looked_at=LookedAt(looked, 0.0, 0.0, now))
        readings = read(scene, readings, {"bright": seen})
        values.append(readings["bright"].value)
    assert values == [1.0, 1.0, 2.0, 2.0]


@pytest.mark.parametrize("of", {measure.of for measure in MEASURES.values()}, ids=lambda of: of.__name__)
def test_no_part_was_looked_at_later_than_its_scene_nor_earlier_than_the_slowest_of_what_it_is_made(
    of: Callable[[Scene], Any],
) -> None:
    scene = replace(sitter(), time=5.0, looked_at=LookedAt(pixels=4.6, covers=4.0, expression=4.2, face=4.9))
    assert 4.0 <= parts.looked_at(of, scene) <= 5.0
    fixed = replace(sitter(), time=5.0)
    assert parts.looked_at(of, fixed) == 5.0


def test_the_tint_of_the_light_is_as_old_as_the_pixels_that_it_was_read_off() -> None:
    scene = replace(sitter(), time=5.0, looked_at=LookedAt(pixels=4.6, covers=4.0, expression=4.2, face=4.9))
    assert MEASURES["colour_cast"].of is MEASURES["tint"].of
    assert parts.looked_at(MEASURES["tint"].of, scene) == 4.6
