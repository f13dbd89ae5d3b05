"""What the quiz asks, and whose answer it stands beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.advise import remedy
from framing.errors import LabelsError
from framing.guide import guide
from framing.measures import MEASURES
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.school.eye import NOTHING, USE, WHATS, Answer, Question, beside, both, compared, over_time, question
from framing.school.sheet import read_sheet
from framing.types import Absent, Direction, Scene, State
from tests.builders import SITTERS

GOOD = sitter(aspect=0.8, x=0.4, face_height=0.31, eye_line=0.42)


def asked(scene: Scene, name: str = "a") -> Question:
    return question(name, guide(scene, find(USE)))


@settings(max_examples=40)
@given(SITTERS, st.text(max_size=8))
def test_the_guides_own_first_word_is_always_among_those_offered(how: dict[str, Any], name: str) -> None:
    found = asked(sitter(**how), name)
    offered = [choice.id for choice in found.offered]
    assert found.guide.first in offered
    assert offered[-1] == NOTHING
    assert len(set(offered)) == len(offered) >= 4


@settings(max_examples=40)
@given(SITTERS)
def test_no_wrong_answer_is_one_that_the_guide_gives_too(how: dict[str, Any]) -> None:
    scene = sitter(**how)
    said = [cue.id for cue in guide(scene, find(USE)).cues]
    offered = {choice.id for choice in asked(scene).offered}
    assert offered & set(said) <= set(said[:1])


@settings(max_examples=40)
@given(SITTERS, st.text(max_size=8))
def test_no_wrong_answer_asks_for_the_same_as_another_one(how: dict[str, Any], name: str) -> None:
    scene = sitter(**how)
    said = [cue.direction for cue in guide(scene, find(USE)).cues]
    top = asked(scene, name).guide.first
    wrong = [choice.id.split(".") for choice in asked(scene, name).offered if choice.id not in (top, NOTHING)]
    found = [remedy(MEASURES[measure], State(end)) for measure, end in wrong]
    asks = [one.direction for one in found if one is not None and one.direction is not Direction.NONE]
    assert len(set(asks)) == len(asks)
    assert not set(asks) & set(said)


def test_the_same_picture_is_asked_about_alike_and_another_in_another_order() -> None:
    orders = {asked(GOOD, str(n)).offered for n in range(12)}
    assert asked(GOOD, "7").offered in orders
    assert len(orders) > 3


def test_a_picture_that_leaves_nothing_to_say_is_taken() -> None:
    assert question("a", replace(guide(GOOD, find(USE)), cues=())).guide.first == NOTHING


def test_an_empty_picture_is_neither_and_nothing_speaks_for_it() -> None:
    found = asked(empty_room())
    assert found.guide.reads_as == "neither"
    assert found.guide.why == ""


def test_any_difference_that_speaks_for_the_guides_reading_is_as_good_a_reason() -> None:
    found = asked(GOOD)
    assert len(found.reasons) > 1
    for why in found.reasons:
        assert beside(found, Answer("headshot", why, NOTHING)).why == why
    assert beside(found, Answer("headshot", "no reason of the five", NOTHING)).why == found.guide.why


def test_only_pictures_and_questions_that_both_have_answered_are_compared() -> None:
    ours = {"a": Answer("headshot", "crop", ""), "b": Answer("portrait", "mood", "roll.low"), "c": Answer("portrait")}
    theirs = {"a": Answer("headshot", "mood"), "b": Answer("portrait", ""), "d": Answer("neither")}
    assert [compared(what, ours, theirs).pictures for what in WHATS] == [2, 1, 0]
    assert compared("reads_as", ours, theirs).share == 1.0
    assert isinstance(compared("first", ours, theirs).share, Absent)


def test_the_course_ends_with_the_agreement_of_all() -> None:
    ours = {str(n): Answer(("headshot", "portrait", "portrait")[n % 3]) for n in range(9)}
    theirs = {str(n): Answer(("headshot", "portrait", "headshot")[n % 3]) for n in range(9)}
    course = over_time(*both("reads_as", ours, theirs))
    assert len(course) == 9
    assert course[-1] == compared("reads_as", ours, theirs).kappa


def test_a_trainers_sheet_is_read_in_the_form_of_the_labels() -> None:
    rows = ("id,file,reads_as,crop,why,first", "1,some/where/a.jpg,headshot,bust,crop,roll.low", "2,b.png,portrait,,,")
    found = read_sheet("\ufeff" + "\n".join(rows), "photos.csv")
    assert found == {"a.jpg": Answer("headshot", "crop", "roll.low"), "b.png": Answer("portrait")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("id,file\np1,a.jpg\n", "no reads_as"),
        ("file,reads_as\na.jpg,headshot\nb.jpg,selfie\n", "line 3 of photos.csv"),
        ("file,reads_as,why\na.jpg,headshot,hair\n", "line 2 of photos.csv"),
    ],
)
def test_a_sheet_that_makes_no_sense_names_its_line_and_what_is_wrong(text: str, named: str) -> None:
    with pytest.raises(LabelsError) as refused:
        read_sheet(text, "photos.csv")
    assert named in str(refused.value)
