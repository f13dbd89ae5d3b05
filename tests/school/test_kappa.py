"""Agreement beyond chance."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from framing.school.kappa import agreement, kappa
from framing.types import Absent

WORDS = st.sampled_from(["headshot", "portrait", "neither"])
PAIRS = st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=60)


def apart(pairs: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [one for one, _ in pairs], [other for _, other in pairs]


@given(PAIRS)
def test_kappa_is_the_same_from_both_sides_and_in_any_order_of_pictures(pairs: list[tuple[str, str]]) -> None:
    ours, theirs = apart(pairs)
    assert kappa(ours, theirs) == kappa(theirs, ours)
    assert kappa(ours, theirs) == kappa(*apart(pairs[::-1]))


@given(PAIRS)
def test_kappa_never_says_more_than_the_plain_agreement(pairs: list[tuple[str, str]]) -> None:
    found = kappa(*apart(pairs))
    assume(not isinstance(found, Absent))
    assert isinstance(found, float)
    assert -1.0 <= found <= agreement(*apart(pairs)) + 1e-12


@given(st.lists(WORDS, min_size=2))
def test_the_same_answers_are_a_kappa_of_one_unless_they_are_all_alike(answers: list[str]) -> None:
    found = kappa(answers, answers)
    assert isinstance(found, Absent) if len(set(answers)) == 1 else found == pytest.approx(1.0)


def test_answers_that_have_nothing_to_do_with_each_other_are_a_kappa_of_zero() -> None:
    ours = ["headshot", "portrait"] * 18
    theirs = ["headshot", "headshot", "portrait", "portrait"] * 9
    assert kappa(ours, theirs) == pytest.approx(0.0)


@given(st.lists(st.sampled_from(["headshot", "portrait"]), min_size=4), st.data())
def test_one_answer_put_right_raises_kappa(answers: list[str], data: st.DataObject) -> None:
    assume(len(set(answers)) == 2)
    other = {"headshot": "portrait", "portrait": "headshot"}
    at = data.draw(st.integers(0, len(answers) - 1))
    wrong = [*answers[:at], other[answers[at]], *answers[at + 1 :]]
    better, worse = kappa(answers, answers), kappa(answers, wrong)
    assert isinstance(better, float)
    assert isinstance(worse, Absent) or worse < better


def test_less_agreement_than_chance_is_below_zero() -> None:
    found = kappa(["headshot", "portrait"] * 4, ["portrait", "headshot"] * 4)
    assert found == pytest.approx(-1.0)


def test_of_too_few_answers_it_is_said_why_there_is_none() -> None:
    assert isinstance(kappa([], []), Absent)
    assert isinstance(kappa(["headshot"], ["headshot"]), Absent)
