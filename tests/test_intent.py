"""The interview's whole table, every question answered or skipped."""

from itertools import product

import pytest

from framing.intent import QUESTIONS, Answers, intent
from framing.presets import load

TABLE = [
    Answers(**dict(zip((q.key for q in QUESTIONS), row, strict=True)))
    for row in product(*([None, *(o.key for o in q.options)] for q in QUESTIONS))
]
ALONE_ONLY = {name for name, p in load().items() if p.musts["subjects"].state(2) != "ok"}


def test_every_combination_gives_a_preset_that_exists_with_one_sentence_for_a_reason() -> None:
    assert len(TABLE) == 11 * 3 * 4 * 4
    for answers in TABLE:
        found = intent(answers)
        assert found.preset in load()
        assert found.because[0].isupper()
        assert found.because.endswith(".")
        assert ". " not in found.because


def test_every_preset_is_reached_by_some_answers() -> None:
    assert {intent(answers).preset for answers in TABLE} == set(load())


def test_several_people_get_a_group_or_are_told_that_the_use_takes_one() -> None:
    for answers in TABLE:
        if answers.people == "several":
            found = intent(answers)
            assert found.preset not in ALONE_ONLY or "one person" in found.because


def test_one_person_never_gets_a_group() -> None:
    assert all(intent(a).preset != "group" for a in TABLE if a.people != "several")


@pytest.mark.parametrize("where", ["profile", "badge", "passport_us", "schengen", "yearbook", "casting"])
def test_a_use_that_wants_a_headshot_keeps_to_it_and_says_what_it_leaves_out(where: str) -> None:
    for answers in TABLE:
        if answers.where == where:
            found = intent(answers)
            assert load()[found.preset].reads_as == "headshot"
            assert (answers.mood == "dramatic") == ("drama" in found.because)


def test_the_words_fit_a_phone() -> None:
    assert all(len(option.label) <= 28 for question in QUESTIONS for option in question.options)
    assert all(len(question.options) >= 2 for question in QUESTIONS)
