"""The verdict: the article's directions, and reasons that add up to it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from framing.judge import read
from framing.measures.crop.heads_shown import SPOKEN, shot_size
from framing.perceive.fixed import empty_room, sitter
from framing.say import ENGLISH
from framing.say.reasons import reason, seen
from framing.types import Reading
from framing.verdict import verdict
from framing.verdict.terms import DIFFERENCES, LEAD, TERMS
from tests.builders import SITTERS
from tests.photographs import astronaut_scene, hopper_scene


def chance(**changes: float) -> float:
    """P(headshot) of a tight, calm sitter with some readings replaced."""
    readings = dict(read(sitter(face_height=0.27)))
    for name, value in changes.items():
        readings[name] = Reading(readings[name].measure, value)
    probability = verdict(readings).probability
    assert probability is not None
    return probability


@pytest.mark.parametrize(
    ("name", "toward_portrait"),
    [
        ("tightness", [0.7, 0.5, 0.3]),
        ("subjects", [1, 2]),
        ("smile", [0.7, 0.4, 0.1]),
        ("emotion", [0.0, 0.5, 1.0]),
        ("expressive", [0.1, 0.4, 0.7]),
        ("low_key", [0.3, 0.6, 0.9]),
        ("colours", [20.0, 4.0, 0.0]),
        ("key_to_fill", [1.0, 2.0, 3.0]),
        ("eye_contact", [0.0, 14.0, 20.0]),
        ("detail", [0.2, 0.6, 1.0]),
        ("hands", [0.0, 0.5, 0.9]),
        ("bare_shoulders", [0.0, 0.4, 0.9]),
        ("face_cut", [0.0, 0.1, 0.4]),
        ("yaw", [0.0, 20.0, 40.0]),
        ("backdrop_tone", [80.0, 45.0, 10.0]),
        ("centring", [0.0, 0.1, 0.3]),
    ],
)
def test_each_reading_leans_the_way_the_article_says(name: str, toward_portrait: Sequence[float]) -> None:
    chances = [chance(**{name: value}) for value in toward_portrait]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] > chances[-1]


@pytest.mark.parametrize(("name", "off"), [("yaw", 25.0), ("centring", 0.2), ("eye_contact", 18.0)])
def test_left_and_right_weigh_the_same_and_both_weigh(name: str, off: float) -> None:
    assert chance(**{name: off}) == chance(**{name: -off}) < chance(**{name: 0.0})


def test_a_gaze_held_away_is_a_pose_only_where_the_eyes_are_sharp() -> None:
    away = chance(eye_contact=20.0)
    assert away < chance(eye_contact=0.0)
    assert chance(eye_contact=20.0, sharpness=0.005) == chance(eye_contact=0.0, sharpness=0.005)


def test_a_cut_face_is_meant_only_where_it_is_sharp() -> None:
    assert chance(face_cut=0.3, sharpness=0.005) == chance(face_cut=0.0, sharpness=0.005)


@pytest.mark.parametrize(
    ("changes", "difference", "said"),
    [
        ({"expressive": 0.8}, "mood", "an expressive face"),
        ({"low_key": 0.95}, "creativity", "low key"),
        ({"colours": 0.1}, "creativity", "black and white"),
        ({"key_to_fill": 2.5}, "creativity", "hard light from the side"),
        ({"eye_contact": -20.0}, "creativity", "gaze held away"),
        ({"bare_shoulders": 0.7}, "creativity", "bare shoulders"),
        ({"face_cut": 0.4}, "creativity", "40% of the face is cut"),
    ],
)
def test_a_reason_names_what_portraits_do(changes: dict[str, float], difference: str, said: str) -> None:
    def because(**changes: float) -> str:
        readings = dict(read(sitter(face_height=0.27)))
        for name, value in changes.items():
            readings[name] = Reading(readings[name].measure, value)
        return next(seen(e, ENGLISH) for e in verdict(readings).evidence if e.difference == difference)

    assert said in because(**changes)
    assert said not in because()


@settings(max_examples=40)
@given(SITTERS)
def test_the_five_reasons_add_up_to_the_verdict(how: dict[str, Any]) -> None:
    told = verdict(read(sitter(**how)))
    logit = sum(e.weight for e in told.evidence)
    assert told.probability == pytest.approx(1 / (1 + math.exp(-logit)))
    assert told.reads_as == ("headshot" if logit > 0 else "portrait")
    assert [e.difference for e in told.evidence] == list(DIFFERENCES)
    assert all(e.because for e in told.evidence)
    assert told.boundary


def test_nobody_in_view_is_neither_and_has_no_probability() -> None:
    told = verdict(read(empty_room()))
    assert (told.reads_as, told.probability, told.shot_size) == ("neither", None, "none")
    assert {e.lean for e in told.evidence} == {"none"}


def test_every_term_belongs_to_a_difference_and_every_difference_has_a_term() -> None:
    assert {t.difference for t in TERMS} == set(DIFFERENCES) == set(LEAD)


def test_the_distance_named_by_the_boundary_leads_across_it() -> None:
    headshot, portrait = sitter(face_height=0.29), sitter(face_height=0.12, eye_line=0.3)
    assert "back" in str(verdict(read(headshot)).boundary)
    assert "closer" in str(verdict(read(portrait)).boundary)


def test_shot_sizes_go_from_close_up_to_full_length_as_more_heads_show() -> None:
    names = [shot_size(h / 10) for h in range(100)]
    order = [n for n in SPOKEN if n != "none"]
    assert sorted(set(names), key=names.index) == order
    assert names == sorted(names, key=order.index)


@pytest.mark.models
def test_the_same_person_reads_as_a_headshot_when_cropped_tight() -> None:
    scene = astronaut_scene()
    main = scene.faces[0]
    tight = verdict(read(replace(scene, aspect=0.45)))
    assert main.head_height < 0.4
    assert tight.probability > verdict(read(scene)).probability


@pytest.mark.models
def test_the_packaged_photographs_are_of_one_person_each() -> None:
    assert astronaut_scene().people == hopper_scene().people == 1


def test_the_numbers_of_a_reason_stand_beside_its_words_and_not_among_them() -> None:
    for evidence in verdict(read(sitter())).evidence:
        assert not re.search(r"\d\.\d\d", seen(evidence, ENGLISH))
        assert reason(evidence, ENGLISH).in_full.startswith(seen(evidence, ENGLISH))
    mood = next(e for e in verdict(read(sitter())).evidence if e.difference == "mood")
    assert re.search(r"\d\.\d\d", reason(mood, ENGLISH).in_full)
