"""The interview's whole table, every question answered or skipped."""

from dataclasses import replace
from itertools import product

import pytest

from framing.presets.catalogue import load
from framing.presets.intent import QUESTIONS, Answers, intent

TABLE = [
    Answers(**dict(zip((q.key for q in QUESTIONS), row, strict=True)))
    for row in product(*([None, *(o.key for o in q.options)] for q in QUESTIONS))
]
DOCUMENTS = {"passport_us", "schengen"}


def why(answers: Answers) -> str:
    return " ".join(map(str, intent(answers).because))


def test_every_combination_gives_a_preset_that_exists_with_one_sentence_for_a_reason() -> None:
    assert len(TABLE) == 9 * 4 * 4 * 5
    for answers in TABLE:
        found = intent(answers)
        assert found.preset in load()
        assert 1 <= len(found.because) <= 3
        for sentence in found.because:
            assert str(sentence)[0].isupper()
            assert str(sentence).endswith(".")
            assert ". " not in str(sentence)


def test_every_preset_is_reached_by_some_answers() -> None:
    assert {intent(answers).preset for answers in TABLE} == set(load())


def test_several_together_get_a_group_or_are_told_that_a_document_takes_one_person() -> None:
    for answers in TABLE:
        if answers.people == "several":
            found = intent(answers)
            assert (found.preset == "group") == (answers.where not in DOCUMENTS)
            assert found.preset == "group" or "A document takes one person" in why(answers)


def test_one_person_or_several_in_turn_never_get_a_group() -> None:
    assert all(intent(a).preset != "group" for a in TABLE if a.people != "several")


def test_several_in_turn_get_what_one_would_but_for_a_team_page() -> None:
    for answers in TABLE:
        if answers.people == "each":
            found, alone = intent(answers).preset, intent(replace(answers, people="one")).preset
            assert found == ("team" if answers.where == "website" else alone)


def test_a_group_for_a_use_that_takes_one_is_told_so() -> None:
    assert "a badge takes one person" in why(Answers("badge", "several")).lower()


def test_an_answer_that_no_question_has_counts_as_skipped() -> None:
    assert intent(Answers("a moon landing", "42", "", "?")) == intent(Answers())
    assert intent(Answers("badge", mood="?")) == intent(Answers("badge"))


def test_a_reason_never_names_an_answer_that_was_not_given() -> None:
    for answers in TABLE:
        because = why(answers).lower()
        assert answers.mood == "dramatic" or "drama" not in because
        assert answers.mood == "warm" or "warm" not in because
        assert answers.mood == "plain" or "calm" not in because
        assert answers.place in ("some", "yes") or "the place" not in because
        assert answers.place == "figure" or "clothes" not in because
        assert answers.people is not None or "together" not in because


@pytest.mark.parametrize("where", ["profile", "badge", "passport_us", "schengen", "yearbook", "casting", "website"])
def test_a_use_that_wants_a_headshot_keeps_to_it_and_says_what_it_leaves_out(where: str) -> None:
    for answers in TABLE:
        if answers.where == where and answers.people != "several":
            found = intent(answers)
            assert load()[found.preset].reads_as == "headshot"
            because = why(answers).lower()
            assert (answers.mood == "dramatic") == ("drama" in because)
            assert (answers.place == "yes") <= ("the place cannot" in because or "and the place" in because)
            assert (answers.place == "figure") == ("the clothes" in because)


def test_the_words_fit_a_phone() -> None:
    assert all(len(option.label) <= 28 for question in QUESTIONS for option in question.options)
    assert all(2 <= len(question.options) <= 8 for question in QUESTIONS)
