"""Bands, absence and hysteresis."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framing.judge import asked, band_words, judge, read
from framing.measures import MEASURES
from framing.perceive.fixed import empty_room, sitter
from framing.types import Band, Preset, Severity, State

FLOATS = st.floats(-10, 10)


def use(musts=None, style=None, shown=frozenset()) -> Preset:
    return Preset("test", "Test", 0.8, (800, 1000), "either", "rectangle", "here", musts or {}, style or {}, shown)


def of(judgements, name):
    return next(j for j in judgements if j.measure.name == name)


@given(FLOATS, FLOATS, FLOATS)
def test_a_value_is_low_below_its_band_high_above_it_and_ok_at_both_ends(a, b, value):
    low, high = sorted((a, b))
    expected = State.LOW if value < low else State.HIGH if value > high else State.OK
    assert Band(low, high).state(value) is expected


@given(FLOATS, FLOATS)
def test_a_widened_band_keeps_its_middle_and_grows_by_the_factor(a, b):
    low, high = sorted((a, b))
    assume(high - low > 1e-3)
    wide = Band(low, high).widened(1.3)
    assert wide.high - wide.low == pytest.approx(1.3 * (high - low))
    assert (wide.low + wide.high) / 2 == pytest.approx((low + high) / 2, abs=1e-6)


@pytest.mark.parametrize("band", [Band(0.9, math.inf), Band(-math.inf, 2.0), Band(0.0, 0.03), Band(0.025, math.inf)])
def test_an_open_end_stays_open_and_the_other_still_moves_outward(band):
    wide = band.widened(1.3)
    assert wide.low <= band.low
    assert wide.high >= band.high
    assert wide != band


def test_a_band_once_met_is_left_only_outside_the_wider_one_and_entered_only_inside_the_narrow_one():
    preset = use(musts={"face_height": Band(0.20, 0.30)})
    beyond = read(sitter(face_height=0.31))
    assert of(judge(beyond, preset, {"face_height": State.OK}), "face_height").state is State.OK
    assert of(judge(beyond, preset, {"face_height": State.HIGH}), "face_height").state is State.HIGH
    assert of(judge(beyond, preset), "face_height").state is State.HIGH
    far_beyond = read(sitter(face_height=0.33))
    assert of(judge(far_beyond, preset, {"face_height": State.OK}), "face_height").state is State.HIGH


def test_a_must_is_an_error_a_style_is_not_and_what_is_only_shown_is_never_judged():
    readings = read(sitter(face_height=0.4))
    must = of(judge(readings, use(musts={"face_height": Band(0.1, 0.2)})), "face_height")
    style = of(judge(readings, use(style={"face_height": Band(0.1, 0.2)})), "face_height")
    shown = of(judge(readings, use(shown=frozenset({"headroom"}))), "headroom")
    assert (must.state, must.severity) == (State.HIGH, Severity.ERROR)
    assert (style.state, style.severity) == (State.HIGH, Severity.STYLE)
    assert (shown.state, shown.band) == (State.OK, None)


def test_without_a_use_every_measure_keeps_its_own_band():
    for measure in MEASURES.values():
        assert asked(measure, None) == (measure.band, measure.severity)


def test_what_is_absent_says_why_and_is_neither_low_nor_high():
    for judgement in judge(read(empty_room()), use(musts={"face_height": Band(0.1, 0.2)})):
        if judgement.measure.name != "subjects":
            assert judgement.state is State.ABSENT
            assert judgement.because


def test_a_missed_band_is_told_with_its_number_and_a_met_one_without():
    preset = use(musts={"face_height": Band(0.1, 0.2)})
    assert "wanted 0.1 to 0.2" in of(judge(read(sitter(face_height=0.4)), preset), "face_height").because
    assert "wanted" not in of(judge(read(sitter(face_height=0.15)), preset), "face_height").because


@pytest.mark.parametrize(
    ("band", "said"),
    [
        (Band(0.05, 0.12), "0.05 to 0.12"),
        (Band(2, math.inf), "at least 2"),
        (Band(-math.inf, 1), "at most 1"),
        (Band(1, 1), "1"),
        (Band(-20, 20), "-20 to 20"),
        (Band(10, math.inf), "at least 10"),
    ],
)
def test_bands_are_said_as_one_reads_them_aloud(band, said):
    assert band_words(band) == said
