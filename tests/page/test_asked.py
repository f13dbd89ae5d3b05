"""What a script may send, and what nobody's script would."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.page.asked import asked, distance
from framing.page.choices import Choices, choices, number
from framing.presets.catalogue import load
from framing.presets.intent import QUESTIONS, Answers, intent
from framing.say.calibration import FARTHEST, NEAREST
from framing.types import Absent

PRESETS = load()
WISHES = ("shot", "auto", "tray", "refresh", "look")
# All that JSON can carry to Python, NaN and numbers of a thousand digits too.
JUNK: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**400)
    | st.floats()
    | st.text()
    | st.sampled_from(["x" * 100_000, "<b>", "\ud800", "headshot", "front", "camera", 7.5]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
KEYS = ("use", "viewer", "landmarks", "mode", "answers", "focal")


@given(JUNK | st.dictionaries(st.sampled_from(KEYS), JUNK))
def test_whatever_is_told_of_the_choices_is_a_choice_that_the_page_can_show(told: Any) -> None:
    found = choices(told, PRESETS)
    assert found.use in PRESETS
    assert isinstance(found.focal, Absent) or 0.1 <= found.focal <= 100.0
    assert set(found.answers) <= {question.key for question in QUESTIONS}
    assert intent(Answers(**found.answers)).preset in PRESETS
    assert len(json.dumps(dict(found.answers))) < 200, "nothing is handed back that was not known"
    found.settings(PRESETS)


@given(st.sampled_from(WISHES), JUNK)
def test_a_wish_told_in_no_sensible_way_was_not_told_and_one_told_again_is_done_once(wish: Any, told: Any) -> None:
    answered: dict[str, float] = {}
    for carrier in (told, SimpleNamespace(**{wish: told})):
        first = asked(carrier, wish, answered)
        assert first == (number(getattr(carrier, wish, None), 1.0, 1e15) is not None)
        assert not asked(carrier, wish, answered)


@given(JUNK)
def test_a_distance_is_one_at_which_somebody_sits_or_none(told: Any) -> None:
    found = distance(SimpleNamespace(distance=told))
    assert found is None or NEAREST <= found <= FARTHEST
    assert distance(told) is None


@pytest.mark.parametrize("wish", WISHES)
def test_each_new_moment_is_a_new_wish(wish: Any) -> None:
    answered: dict[str, float] = {}
    assert asked(SimpleNamespace(**{wish: 1000}), wish, answered)
    assert asked(SimpleNamespace(**{wish: 2000.5}), wish, answered)
    assert not asked(SimpleNamespace(**{wish: None}), wish, answered)


@pytest.mark.parametrize("value", [True, False, float("nan"), "1.5", None, [1.5], 10**400, -(10**400)])
def test_what_passes_for_a_number_and_is_none_is_refused(value: object) -> None:
    assert number(value, 0.1, 100.0) is None
    assert choices({"focal": value}, PRESETS) == Choices()
