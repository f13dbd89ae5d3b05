"""Points: continuous, the same on both sides, less the farther out, and told apart by what can be put right."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.judge import in_force
from framing.lab.school.composed import composed
from framing.lab.school.done import done
from framing.measures import MEASURES
from framing.school.axes import axis
from framing.school.catalogue import load
from framing.school.sample import sampled
from framing.school.scale import half, points
from framing.school.score import UNREAD, judged, total
from framing.school.values import AXES, AxisScore, Rubric, Sample, Step
from framing.types import Absent, Band

DRILLS = load()
WHOLE = DRILLS["direct_a_stranger"]  # everything that a headshot asks for
HEADSHOT = WHOLE.steps[0]
PLAIN = Rubric()
BANDED = [name for name in HEADSHOT.counts if isfinite(sum(HEADSHOT.preset.musts[name]))]
measures = st.sampled_from(sorted(MEASURES))
bands = st.tuples(st.floats(-3.0, 3.0), st.floats(0.0, 2.0)).map(lambda b: Band(b[0], b[0] + b[1]))
far = st.floats(0.0, 5.0)


@pytest.fixture(scope="module")
def right() -> Sample:
    """Everything that a headshot asks for, done."""
    run, _ = done(WHOLE, composed)
    return run.handed[0].sample


def with_value(sample: Sample, name: str, value: float | Absent) -> Sample:
    return replace(sample, readings={**sample.readings, name: replace(sample.readings[name], value=value)})


def of(axes: tuple[AxisScore, ...], name: str) -> AxisScore:
    return next(score for score in axes if score.axis == axis(MEASURES[name]))


def test_every_measure_has_one_axis_and_a_distance_that_halves_its_points() -> None:
    for measure in MEASURES.values():
        assert axis(measure) in AXES
        assert half(measure) > 0.0


@given(measures, bands, st.floats(0.0, 1.0))
def test_a_reading_in_its_band_is_worth_all_its_points(name: str, band: Band, share: float) -> None:
    assert points(MEASURES[name], min(band.low + share * (band.high - band.low), band.high), band) == 100.0


@given(measures, bands, far, far)
def test_points_fall_with_the_distance_from_the_band_on_either_side(
    name: str, band: Band, one: float, other: float
) -> None:
    near, away = sorted((one, other))
    assert points(MEASURES[name], band.high + away, band) <= points(MEASURES[name], band.high + near, band)
    assert points(MEASURES[name], band.low - away, band) <= points(MEASURES[name], band.low - near, band)


@given(measures, st.floats(0.05, 3.0), st.floats(0.0, 2.0))
def test_a_hair_out_of_the_band_costs_a_hair(name: str, low: float, width: float) -> None:
    band = Band(low, low + width)
    for value in (band.low - 1e-6, band.high + 1e-6):
        assert 99.9 < points(MEASURES[name], value, band) < 100.0


@given(st.sampled_from(["headroom", "centring", "yaw", "roll", "key_side", "exposure", "separation"]), bands, far)
def test_as_far_out_on_one_side_costs_as_much_as_on_the_other(name: str, band: Band, by: float) -> None:
    below, above = points(MEASURES[name], band.low - by, band), points(MEASURES[name], band.high + by, band)
    assert below == pytest.approx(above, rel=1e-6, abs=1e-6)


@given(st.sampled_from(["face_height", "tightness", "sharpness"]), st.floats(1.0, 4.0))
def test_a_size_counts_as_a_ratio_so_twice_is_as_wrong_as_half(name: str, times: float) -> None:
    band = Band(0.2, 0.4)
    assert points(MEASURES[name], 0.2 / times, band) == pytest.approx(points(MEASURES[name], 0.4 * times, band))


def test_all_in_band_is_worth_a_hundred_on_every_axis(right: Sample) -> None:
    axes = judged(HEADSHOT, right, PLAIN)
    assert [score.points for score in axes] == [pytest.approx(100.0)] * len(AXES)
    assert all(mark.fix == "nothing" and not mark.remedy for score in axes for mark in score.marks)


@pytest.mark.parametrize("name", sorted(HEADSHOT.counts))
def test_a_reading_moves_its_own_axis_alone_and_only_down(right: Sample, name: str) -> None:
    band = HEADSHOT.preset.musts[name]
    out = band.low - half(MEASURES[name]) if band.low > -inf else band.high + half(MEASURES[name])
    before, after = (judged(HEADSHOT, one, PLAIN) for one in (right, with_value(right, name, out)))
    for was, became in zip(before, after, strict=True):
        assert (became.points < was.points) == (was.axis == axis(MEASURES[name]))


@given(st.dictionaries(st.sampled_from(BANDED), st.floats(-2.0, 2.0), max_size=6))
def test_what_the_marks_of_an_axis_cost_is_exactly_what_it_is_short_of_a_hundred(
    right: Sample, moved: dict[str, float]
) -> None:
    sample = right
    for name, widths in moved.items():
        sample = with_value(sample, name, HEADSHOT.preset.musts[name].high + widths * half(MEASURES[name]))
    for score in judged(HEADSHOT, sample, PLAIN):
        assert 100.0 - score.points == pytest.approx(sum(mark.costs for mark in score.marks))
        assert all(mark.costs >= 0.0 for mark in score.marks)
        assert list(score.marks) == sorted(score.marks, key=lambda mark: mark.points)


@given(st.sampled_from(BANDED), st.sampled_from(BANDED), st.floats(0.0, 3.0), st.floats(0.0, 3.0))
def test_two_faults_cost_at_least_what_the_graver_one_does_and_at_most_both(
    right: Sample, one: str, other: str, by: float, by_too: float
) -> None:
    first = with_value(right, one, HEADSHOT.preset.musts[one].high + by * half(MEASURES[one]))
    second = with_value(right, other, HEADSHOT.preset.musts[other].high + by_too * half(MEASURES[other]))
    both = with_value(first, other, second.readings[other].value)
    if one == other:
        return
    short = {
        name: [100.0 - of(judged(HEADSHOT, sample, PLAIN), one).points for sample in (first, second, both)]
        for name in (one,)
    }[one]
    assert max(short[:2]) - 1e-6 <= short[2] <= short[0] + short[1] + 1e-6


def test_what_has_to_be_read_and_cannot_be_costs_and_is_told_apart(right: Sample) -> None:
    hidden = with_value(right, "eyes_open", Absent("the right eye is covered"))
    score = of(judged(HEADSHOT, hidden, PLAIN), "eyes_open")
    assert score.marks[0].fix == "unread"
    assert score.marks[0].because == "the right eye is covered"
    assert score.points == pytest.approx(UNREAD)


def test_what_need_not_be_read_costs_nothing_unread(right: Sample) -> None:
    hidden = with_value(right, "shoulder_tilt", Absent("shoulders not in view"))
    assert total(judged(HEADSHOT, hidden, PLAIN)) == pytest.approx(100.0)


def test_nobody_before_the_camera_is_not_yet_on_every_axis() -> None:
    axes = judged(HEADSHOT, sampled(()), PLAIN)
    assert all(score.level == "not yet" for score in axes)
    assert total(axes) < 10.0


@pytest.mark.parametrize(
    ("name", "value", "fix"),
    [
        ("roll", 18.0, "correctable"),  # a turn of the picture
        ("roll", 40.0, "spoilt"),
        ("centring", 0.12, "correctable"),  # a crop
        ("headroom", 0.26, "correctable"),
        ("headroom", -0.05, "spoilt"),  # what the picture does not hold
        ("face_height", 0.18, "correctable"),
        ("face_height", 0.10, "spoilt"),  # too few pixels would be left
        ("face_height", 0.55, "spoilt"),
        ("key_side", 2.0, "correctable"),  # half a stop of fill
        ("key_side", 3.5, "spoilt"),
        ("exposure", -2.2, "correctable"),
        ("exposure", -4.0, "spoilt"),
        ("colour_cast", 20.0, "correctable"),
        ("eyes_open", 0.1, "spoilt"),
        ("sharpness", 0.004, "spoilt"),
        ("clipping_high", 0.3, "spoilt"),
        ("merger_left", 1.0, "spoilt"),
        ("yaw", 35.0, "spoilt"),
    ],
)
def test_what_developing_puts_right_is_told_apart_from_what_has_to_be_taken_again(
    right: Sample, name: str, value: float, fix: str
) -> None:
    mark = of(judged(HEADSHOT, with_value(right, name, value), PLAIN), name).marks[0]
    assert (mark.measure, mark.fix) == (name, fix)
    assert str(mark.remedy)


def test_a_joint_at_the_edge_is_correctable_only_where_a_crop_has_room_to_spare(right: Sample) -> None:
    step = load()["half_length"].steps[0]
    small, large = (with_value(with_value(right, "joint_at_edge", 0.2), "tightness", t) for t in (0.28, 0.35))
    roomy, tight = (
        of(judged(step, with_value(one, "face_height", 0.1), PLAIN), "joint_at_edge") for one in (small, large)
    )
    fixes = [next(m.fix for m in one.marks if m.measure == "joint_at_edge") for one in (roomy, tight)]
    assert fixes == ["correctable", "spoilt"]


def test_dark_that_is_clipped_cannot_be_brightened(right: Sample) -> None:
    dark = with_value(right, "exposure", -2.2)
    black = with_value(dark, "clipping_low", 0.2)
    fixes = [
        next(m.fix for m in of(judged(HEADSHOT, one, PLAIN), "exposure").marks if m.measure == "exposure")
        for one in (dark, black)
    ]
    assert fixes == ["correctable", "spoilt"]


def test_the_pattern_that_is_asked_for_counts_in_light_by_how_well_it_fits(right: Sample) -> None:
    step = replace(HEADSHOT, pattern="loop")
    found = [
        next(m for m in of(judged(step, replace(right, fits={"loop": fit}), PLAIN), "key_side").marks
             if m.measure == "pattern").points
        for fit in (0.0, 0.1, 0.3, 0.6, 1.0)
    ]  # fmt: skip
    assert found == sorted(found)
    assert found[0] < 50.0
    assert found[-1] == 100.0


def test_four_to_one_where_three_was_asked_names_both_and_the_fill_that_mends_it(right: Sample) -> None:
    step: Step = DRILLS["short_ratio_by_eye"].steps[2]
    mark = of(judged(step, with_value(right, "key_to_fill", 2.14), PLAIN), "key_to_fill").marks[0]
    assert str(mark.because) == "4.4 to 1 (2.1 stops), asked for 2.5 to 3.5 to 1"
    assert mark.fix == "correctable"
    assert "0.3 stops" in str(mark.remedy)


@pytest.mark.parametrize("weight", [1.0, 2.0, 5.0])
def test_the_whole_is_the_weighted_mean_of_its_axes(right: Sample, weight: float) -> None:
    rubric = Rubric({**dict.fromkeys(AXES, 1.0), "light": weight})
    dim = with_value(right, "key_side", 2.6)
    axes = judged(HEADSHOT, dim, rubric)
    light = of(axes, "key_side").points
    assert total(axes) == pytest.approx((4 * 100.0 + weight * light) / (4 + weight))


def test_the_levels_are_reached_in_order() -> None:
    assert [PLAIN.level(p) for p in (0.0, 49.9, 50.0, 70.0, 90.0, 100.0)] == [
        "not yet", "not yet", "fair", "good", "sure", "sure",
    ]  # fmt: skip


def test_every_band_of_a_headshot_is_scored_where_everything_counts() -> None:
    assert set(in_force(HEADSHOT.preset)) == HEADSHOT.counts
