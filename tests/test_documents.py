"""What a document asks for beyond other uses: that all of one face can be seen and read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from framing.guide import guide
from framing.judge import read
from framing.perceive.fixed import face, sitter
from framing.presets.catalogue import load
from framing.types import EVERYTHING, Absent, Hidden, LitFace, Point, Scene, Shown, Viewer
from tests.words import words

DOCUMENTS = ("passport_us", "schengen")
UNCOVERED = {
    "Take the glasses off": EVERYTHING._replace(right_eye=Hidden.LENS, left_eye=Hidden.LENS),
    "Move the hair": EVERYTHING._replace(left_eye=Hidden.SOMETHING),
    "Uncover the mouth": EVERYTHING._replace(mouth=False),
    "Turn the lamp or tilt the glasses": EVERYTHING._replace(right_eye=Hidden.REFLECTION),
    "Red eyes": EVERYTHING._replace(red=2),
}


def showing(shown: Shown | Absent) -> Scene:
    scene = sitter()
    assert isinstance(scene.lit_face, LitFace)
    return replace(scene, lit_face=replace(scene.lit_face, shown=shown))


def errors(scene: Scene, use: str) -> list[str]:
    return [words(cue, Viewer.STILL) for cue in guide(scene, load()[use]).cues if cue.severity == "error"]


@pytest.mark.parametrize("use", DOCUMENTS)
@pytest.mark.parametrize("says", UNCOVERED)
def test_a_document_with_something_over_the_face_is_not_ready_and_says_what_to_do(use: str, says: str) -> None:
    scene = showing(UNCOVERED[says])
    assert not guide(scene, load()[use]).ready
    assert any(text.startswith(says) for text in errors(scene, use))
    assert not any(text.startswith(says) for text in errors(showing(EVERYTHING), use))


@pytest.mark.parametrize("says", UNCOVERED)
def test_in_a_headshot_what_lies_over_the_face_is_a_choice(says: str) -> None:
    assert errors(showing(UNCOVERED[says]), "headshot") == errors(showing(EVERYTHING), "headshot")


def test_an_eye_or_a_mouth_that_cannot_be_seen_has_no_reading_and_says_which() -> None:
    one = read(showing(EVERYTHING._replace(right_eye=Hidden.SOMETHING, mouth=False)))
    assert one["eyes_open"].value == one["eye_contact"].value == Absent("the right eye is covered")
    assert one["mouth"].value == one["smile"].value == Absent("the mouth is covered")
    both = read(showing(EVERYTHING._replace(right_eye=Hidden.LENS, left_eye=Hidden.LENS)))
    assert both["eyes_open"].value == Absent("both eyes are covered")


@pytest.mark.parametrize("use", DOCUMENTS)
def test_what_a_document_needs_and_nobody_can_read_is_missed_and_elsewhere_it_is_not(use: str) -> None:
    unread = showing(Absent("too few pixels"))
    missed = {j.measure.name for j in guide(unread, load()[use]).judgements if j.missed}
    seen = {j.measure.name for j in guide(showing(EVERYTHING), load()[use]).judgements if j.missed}
    assert missed - seen == {"dark_lenses", "eyes_covered", "mouth_covered", "lens_reflection", "red_eyes"}
    assert not any(j.missed for j in guide(unread, load()["portrait"]).judgements)


def test_only_a_document_minds_a_small_face_on_the_wall() -> None:
    wall = replace(sitter(), others=(face(Point(0.1, 0.1), 0.06),))
    for use in DOCUMENTS:
        assert any(text.startswith("One person alone") for text in errors(wall, use))
    assert errors(wall, "headshot") == errors(sitter(), "headshot")


def test_a_face_outside_the_viewfinder_is_none_of_the_picture() -> None:
    assert read(replace(sitter(), others=(face(Point(-0.2, 0.1), 0.06),)))["other_faces"].value == 0


def test_a_picture_on_its_side_has_one_cue_that_says_how_to_turn_it() -> None:
    says = {
        1: "Turn the picture a quarter to the right",
        2: "Turn the picture half way round: it is upside down",
        3: "Turn the picture a quarter to the left",
    }
    for turns, text in says.items():
        found = guide(replace(sitter(x=0.1), quarter_turns=turns), load()["portrait"])
        assert not found.ready
        assert [words(cue, Viewer.STILL) for cue in found.cues] == [text]
