"""The small drawings beside the picture: by symmetry and order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.backdrop.disturbance import Disturbance, Merger
from framing.measures import MEASURES
from framing.overlay.heat import heat
from framing.overlay.inset import beneath
from framing.overlay.lamp import AWAY, PLAN, PROFILE, degrees, lamp
from framing.overlay.shapes import Box
from framing.overlay.sketch import Blot, Ink, Sketch, Trace, Turned, Word, turned
from framing.say import ENGLISH
from framing.types import Absent, Band, Judgement, Judgements, Point, Points, Severity, State, Viewer

STOPS = st.floats(-5.0, 5.0)
HEAD = Box(0.25, 0.2, 0.5, 0.6)


def judged(**values: float | Absent) -> Judgements:
    def one(name: str, value: float | Absent) -> Judgement:
        measure = MEASURES[name]
        band = measure.band or Band(float("-inf"), float("inf"))
        state = State.ABSENT if isinstance(value, Absent) else band.state(value)
        return Judgement(measure, value, measure.band, state, Severity.STYLE)

    return tuple(one(name, value) for name, value in values.items())


def light(side: float | Absent, height: float | Absent = 0.5, viewer: Viewer = Viewer.FRONT) -> Sketch:
    drawn = lamp(judged(key_side=side, light_height=height), viewer)
    assert isinstance(drawn, Sketch)
    return drawn


def hoods(sketch: Sketch, ink: Ink) -> dict[Point, Point]:
    """By the head it is turned about: where the lamp of that ink stands, so far as it is there."""
    return {
        shape.about: turned(Point(shape.about.x + AWAY, shape.about.y), shape.about, shape.degrees)
        for shape in sketch.shapes
        if isinstance(shape, Turned) and any(s.ink is ink and s.cover > 0.5 for s in shape.shapes)
    }


def test_the_lamp_stands_where_the_light_comes_from_as_that_viewer_sees_it() -> None:
    for viewer in Viewer:
        at_left = hoods(light(1.5, viewer=viewer), Ink.LIGHT)[PLAN].x < PLAN.x
        assert at_left is viewer.mirrored


@given(STOPS, STOPS)
def test_the_same_light_from_the_other_side_in_a_mirror_is_the_same_drawing_without_one(
    side: float, height: float
) -> None:
    mirrored, plain = light(side, height), light(-side, height, Viewer.STILL)
    assert mirrored.shapes == plain.shapes


@given(STOPS, STOPS)
def test_a_higher_light_stands_higher_and_a_stronger_side_farther_to_it(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert hoods(light(0.0, high), Ink.LIGHT)[PROFILE].y <= hoods(light(0.0, low), Ink.LIGHT)[PROFILE].y
    assert hoods(light(high), Ink.LIGHT)[PLAN].x <= hoods(light(low), Ink.LIGHT)[PLAN].x
    assert -90.0 < degrees(low) <= degrees(high) < 90.0


def test_a_lamp_is_wanted_elsewhere_only_where_the_reading_misses_its_band() -> None:
    assert hoods(light(0.5, 0.5), Ink.WANTED) == {}
    below = hoods(light(0.5, -2.0), Ink.WANTED)
    assert list(below) == [PROFILE]
    assert below[PROFILE].y < hoods(light(0.5, -2.0), Ink.LIGHT)[PROFILE].y, "the lamp is to be raised"
    hard = light(-4.0)
    assert hoods(hard, Ink.WANTED)[PLAN].x < hoods(hard, Ink.LIGHT)[PLAN].x, "to be brought round to the front"


@given(STOPS, STOPS)
def test_one_light_follows_another_shape_by_shape(side: float, height: float) -> None:
    def kinds(sketch: Sketch) -> list[type]:
        return [type(s) for s in sketch.shapes]

    assert kinds(light(side, height)) == kinds(light(0.0, 0.0))


def test_the_ratio_is_written_and_the_words_follow_the_viewer() -> None:
    drawn = light(1.0, 1.0)
    assert [str(w.text) for w in drawn.shapes if isinstance(w, Word)] == ["2.0:1"]
    assert str(drawn.says) == "The light comes from your left and above, 2.0 to 1"
    assert "their left" in str(light(1.0, viewer=Viewer.STILL).says)


def test_without_a_light_there_is_no_drawing_and_without_its_height_no_side_view() -> None:
    why = Absent("no face")
    assert lamp(judged(key_side=why, light_height=0.3), Viewer.FRONT) == why
    assert set(hoods(light(1.0, Absent("no mesh")), Ink.LIGHT)) == {PLAN}


def found(
    *busy: tuple[int, int], columns: int = 10, mergers: tuple[Merger, ...] = (), lost: tuple[Points, ...] = ()
) -> Disturbance:
    clutter = np.zeros((12, columns), np.float32)
    for row, column in busy:
        clutter[row, column] = 1.0
    return Disturbance(clutter, mergers, lost)


def behind(what: Disturbance, viewer: Viewer = Viewer.STILL, **values: float) -> Sketch:
    drawn = heat(what, HEAD, judged(**values), viewer)
    assert isinstance(drawn, Sketch)
    return drawn


def glowing(sketch: Sketch) -> list[Blot]:
    return [s for s in sketch.shapes if isinstance(s, Blot) and s.ink is Ink.HEAT and s.cover > 0.0]


def middle(shape: Blot | Trace) -> Point:
    return Point(*np.mean(shape.points, axis=0).tolist())


def test_a_busy_corner_glows_in_its_corner_and_in_the_other_one_in_a_mirror() -> None:
    (plain,), (mirrored,) = (glowing(behind(found((0, 0)), viewer)) for viewer in (Viewer.STILL, Viewer.FRONT))
    assert middle(plain).y == pytest.approx(middle(mirrored).y)
    assert middle(plain).y < 0.2
    width = 10 / 12
    assert middle(plain).x == pytest.approx(width - middle(mirrored).x)
    assert middle(plain).x < width / 2


@pytest.mark.parametrize("columns", [6, 8, 12, 15, 18, 21])
def test_a_map_of_any_shape_stays_in_the_drawing_and_leaves_room_for_its_words(columns: int) -> None:
    drawn = behind(found((11, columns - 1), columns=columns))
    words = [s for s in drawn.shapes if isinstance(s, Word)]
    places = [p for s in drawn.flat() if not isinstance(s, Word) for p in s.points]
    assert all(0.0 <= p.x <= drawn.aspect and 0.0 <= p.y <= 1.0 for p in places)
    assert max(middle(b).x for b in glowing(drawn)) < min(w.at.x for w in words)
    assert max(w.at.x + 0.62 * w.size * len(str(w.text)) for w in words) < drawn.aspect


def test_a_line_and_a_lost_outline_are_drawn_where_they_are() -> None:
    pole = Merger(Point(0.4, 0.2), Point(0.4, 0.0), 0.9)
    rim = np.array([[0.2, 0.3], [0.2, 0.5]])
    drawn = behind(found(mergers=(pole,), lost=(rim,)))
    seen = [s for s in drawn.shapes if isinstance(s, Trace) and s.cover > 0.0]
    assert [[tuple(p) for p in s.points] for s in seen] == [[(0.4, 0.2), (0.4, 0.0)], [(0.2, 0.3), (0.2, 0.5)]]
    assert len(behind(found()).shapes) == len(drawn.shapes), "one drawing follows the other shape by shape"


def test_a_kind_lights_up_when_the_guide_holds_it_against_the_picture() -> None:
    calm = behind(found(), clutter=0.01, separation=30.0, merger_left=0.0)
    assert str(calm.says) == "Behind them: nothing that disturbs"
    assert glowing(calm) == []
    assert str(behind(found(), clutter=0.3, separation=1.0).says) == "Behind them: clutter, blends in"
    assert len(glowing(behind(found(), merger_left=1.0))) == 1


def test_without_a_backdrop_there_is_no_map() -> None:
    why = Absent("the backdrop has not been looked at yet")
    assert heat(why, HEAD, (), Viewer.STILL) == why


def test_below_a_photograph_the_drawings_stand_in_a_panel_and_touch_none_of_it() -> None:
    picture = np.random.default_rng(0).integers(0, 255, (300, 400, 3)).astype(np.uint8)
    out = beneath(picture, [light(2.0), behind(found((0, 0)))], ENGLISH)
    assert np.array_equal(out[:300], picture)
    assert out.shape[1] == 400
    assert out[300:].std() > 5.0
    assert np.array_equal(beneath(picture, [], ENGLISH), picture)
    assert not np.array_equal(beneath(picture, [light(2.0)], ENGLISH), beneath(picture, [light(-2.0)], ENGLISH))


@pytest.mark.parametrize("size", [(64, 64), (64, 900), (1920, 300)])
def test_a_picture_of_any_shape_gets_its_panel(size: tuple[int, int]) -> None:
    picture = np.zeros((*size, 3), np.uint8)
    out = beneath(picture, [light(2.0), behind(found((0, 0)))], ENGLISH)
    assert out.shape[1] == size[1]
    assert size[0] < out.shape[0] <= 1.5 * size[0]
