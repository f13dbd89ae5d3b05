"""The drawings: what a table may say, and SVG that stands on its own."""

import re
from typing import Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import CardError
from framing.page.drawing import Drawing, Standing, parse, svg
from framing.page.drawing.place import eyes, joint, place
from framing.page.drawing.value import Backdrop, Cast, Guide

BOUNDED = {"aspect": (0.5, 1.6), "people": (0, 3), "hands": (0, 2), "yaw": (-60, 60), "smile": (0, 1), "light": (-3, 3)}
DRAWINGS = st.builds(
    Drawing,
    people=st.integers(0, 3),
    hands=st.integers(0, 2),
    circle=st.booleans(),
    away=st.booleans(),
    eyes=st.floats(0, 1),
    smile=st.floats(0, 1),
    emotion=st.floats(0, 1),
    yaw=st.floats(-60, 60),
    light=st.floats(-3, 3),
    blur=st.floats(0, 1),
    above=st.floats(-3, 3),
    cast=st.sampled_from(get_args(Cast)),
    catchlight=st.none() | st.floats(-6, 6),
    burnt=st.floats(0, 1),
    blocked=st.floats(0, 1),
    backdrop=st.sampled_from(get_args(Backdrop)),
    guides=st.frozensets(st.sampled_from(get_args(Guide))),
)


def drawn(standing: Standing = Standing.RIGHT, label: str = "a sitter", **table: Any) -> str:
    return svg(parse(table, "a test"), label, standing)


@given(DRAWINGS, st.sampled_from(Standing))
def test_every_drawing_is_xml_in_one_svg_without_an_id(drawing: Drawing, standing: Standing) -> None:
    root = ET.fromstring(svg(drawing, "a sitter", standing))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [element for element in root.iter() if "id" in element.attrib]


@given(DRAWINGS)
def test_no_number_of_a_drawing_is_endless_or_none(drawing: Drawing) -> None:
    without_colours = re.sub(r"#[0-9a-f]{6}", "", svg(drawing, "a sitter", Standing.OFF))
    assert not re.search(r"nan|inf|None|\de-?\d", without_colours)


def test_a_screen_reader_is_told_the_label_whatever_is_in_it() -> None:
    root = ET.fromstring(drawn(label='"Air" & <room>'))
    assert (root.get("role"), root.get("aria-label")) == ("img", '"Air" & <room>')


@pytest.mark.parametrize("name", BOUNDED)
def test_a_value_out_of_its_range_is_named_with_its_place(name: str) -> None:
    low, high = BOUNDED[name]
    for wrong in (low - 1, high + 1, "much", float("nan")):
        with pytest.raises(CardError, match=rf"at {name} in low of x.toml"):
            parse({name: wrong}, "low of x.toml")
    parse({name: low}, "here")
    parse({name: high}, "here")


def test_an_unknown_key_is_named_with_the_nearest_that_is_known() -> None:
    with pytest.raises(CardError, match="'smlie'; did you mean smile"):
        parse({"smlie": 0.5}, "low of x.toml")


def test_a_guide_that_is_not_drawn_is_refused() -> None:
    with pytest.raises(CardError, match="guides"):
        parse({"guides": ["moustache"]}, "low of x.toml")


@pytest.mark.parametrize("guide", get_args(Guide))
def test_every_guide_adds_something_to_the_picture(guide: str) -> None:
    assert drawn(guides=[guide]) != drawn()


@pytest.mark.parametrize("backdrop", sorted(set(get_args(Backdrop)) - {"plain"}))
def test_every_backdrop_differs_from_the_plain_wall(backdrop: str) -> None:
    assert drawn(backdrop=backdrop) != drawn()


def test_every_parameter_changes_the_picture() -> None:
    others: dict[str, Any] = {
        "aspect": 1.0, "circle": True, "people": 2, "head": 0.6, "top": 0.3, "x": 0.2, "yaw": 30.0, "roll": 15.0,
        "pitch": 20.0, "gaze": 1.0, "body_yaw": 30.0,
        "shoulder_tilt": 15.0, "away": True, "eyes": 0.0, "smile": 1.0, "emotion": 1.0, "hands": 1, "light": 2.0,
        "above": 2.0, "cast": "warm", "catchlight": 2.0, "pole": 0.1,
        "dim": 0.6, "burnt": 1.0, "blocked": 1.0, "blur": 1.0, "backdrop": "window", "wall": 0.9,
        "guides": ["middle"], "over": "mask", "quarter_turns": 1,
    }  # fmt: skip
    assert set(others) == set(Drawing.model_fields)
    pictures = {drawn(**{key: value}) for key, value in others.items()}
    assert len(pictures | {drawn()}) == len(others) + 1


def test_each_standing_is_told_by_its_sign_and_not_by_colour_alone() -> None:
    signs = {re.sub(r"#[0-9a-f]{6}", "", drawn(standing)) for standing in (Standing.RIGHT, Standing.OFF, Standing.SOME)}
    scale = {drawn(standing) for standing in (Standing.LITTLE, Standing.SOME, Standing.MUCH)}
    assert (len(signs), len(scale)) == (3, 3)


def test_left_is_the_sitters_own_and_the_scene_is_mirrored_once_as_a_whole() -> None:
    assert place(Drawing(x=0.2)).x > place(Drawing()).x
    assert drawn(x=0.2).count("matrix(-1") == drawn().count("matrix(-1") == 1


def test_signs_are_those_of_the_measures() -> None:
    (_, right), (_, left) = eyes(Drawing(roll=10.0))
    assert right > left  # leaning to the right shoulder lowers the right eye
    raised = Drawing(shoulder_tilt=10.0)
    assert joint(raised, "shoulder", 1)[1] < joint(raised, "shoulder", -1)[1]
    assert sum(x for x, _ in eyes(Drawing(yaw=20.0))) > sum(x for x, _ in eyes(Drawing()))


@pytest.mark.parametrize("name", ["x", "yaw", "roll", "shoulder_tilt"])
def test_left_and_right_mirror_each_other_about_the_middle(name: str) -> None:
    one, other = (Drawing.model_validate({name: value}) for value in (0.3, -0.3))
    (ax, ay), (bx, by) = eyes(one)[0], eyes(other)[1]
    assert (ax, ay) == pytest.approx((one.width - bx, by))
