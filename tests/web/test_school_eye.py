"""The quiz and a reference over real connections: whose they are, what comes back, and what is answered to nonsense."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from starlette.applications import Starlette

from framing.perceive.fixed import empty_room, sitter
from framing.pictures.looking import Looking
from framing.records.records import records
from framing.session.registry import Page, Registry
from framing.types import Scene
from framing.web.school_eye import NAME, SUM, Quizzes
from framing.web.school_reference import References
from tests.session.stage import Eyes, Stage
from tests.web.browser import Answer, Browser, served

SCENES = {
    "good": sitter(aspect=0.8, x=0.4, face_height=0.31, eye_line=0.42),
    "far": sitter(aspect=0.8, x=0.4, face_height=0.12, eye_line=0.3),
    "nobody": empty_room(),
}


@dataclass
class School:
    """A server with two pages, whose eyes see what the test wants."""

    stages: tuple[Stage, Stage] = field(default_factory=lambda: (Stage(), Stage()))
    scene: Scene = field(default_factory=lambda: SCENES["good"])
    at: str = ""

    def __post_init__(self) -> None:
        self.registry = Registry()
        for number, stage in enumerate(self.stages):
            self.registry.enter(stage.session, Page(str(number), ""))
        self.looking = Looking(lambda: Eyes(self.scene))
        self.references = References(self.registry, self.looking)
        routes = [*Quizzes(self.registry, self.looking).routes(), *self.references.routes()]
        self.app = Starlette(routes=routes)

    def page(self, number: int = 0) -> Browser:
        return Browser(self.at, self.stages[number].session.token)

    def send(self, scene: str, page: int = 0, name: str = "", own: str = "") -> Answer:
        """The answer to a picture in which the eyes see that scene."""
        self.looking.close()  # eyes that keep to the scene of before
        self.scene = SCENES[scene]
        headers = {key: value for key, value in ((NAME, name), (SUM, own)) if value}
        return self.page(page).ask("POST", "/guide/school/eye/pictures", picture(scene), **headers)

    def answer(self, picture: str, page: int = 0, by: str = "trainee", **how: str) -> Answer:
        given = {"picture": picture, "by": by, "reads_as": "headshot", "why": "crop", "first": "nothing", **how}
        return self.page(page).ask("POST", "/guide/school/eye/answers", given)


def picture(name: str) -> bytes:
    data = io.BytesIO()
    grey = np.full((100, 80, 3), 60 + 50 * list(SCENES).index(name), np.uint8)
    Pillow.fromarray(grey).save(data, "JPEG")
    return data.getvalue()


@pytest.fixture
def school(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[School]:
    monkeypatch.setenv("FRAMING_DATA", str(tmp_path))
    made = School()
    with served(made.app) as at:
        made.at = at
        yield made
    made.looking.close()
    for stage in made.stages:
        stage.session.close()


def test_a_question_tells_the_choices_and_not_the_guides_answer(school: School) -> None:
    asked = school.send("good").json
    assert set(asked) == {"id", "offered"}
    assert asked["offered"][-1]["id"] == "nothing"


def test_the_answers_stand_side_by_side_and_the_agreement_grows_with_them(school: School) -> None:
    good, far = school.send("good").json["id"], school.send("far").json["id"]
    first = school.answer(good, reads_as="headshot").json
    assert first["guide"]["reads_as"] == first["yours"]["reads_as"] == "Headshot"
    assert first["same"][0] is True
    assert first["figures"]["kappa"] is None  # of one answer there is none
    told = school.answer(far, reads_as="portrait", first="face_height.low").json
    assert told["figures"]["pictures"] == 2
    assert [row["pictures"] for row in told["figures"]["guide"]] == [2, 2, 2]
    assert told["figures"]["kappa"] == 1.0
    assert told["figures"]["trainer"] == []


def test_a_trainers_answers_stand_beside_those_of_another_page_later(school: School) -> None:
    name = school.send("good", own="ab" * 32).json["id"]
    assert name == "ab" * 16
    school.answer(name, by="trainer", reads_as="portrait", why="mood")
    assert [one.own for _, one in records(os.environ).answers()] == ["portrait", "mood", "nothing"]
    school.send("good", page=1, own="ab" * 32)
    told = school.answer(name, page=1, reads_as="portrait").json
    assert told["trainer"]["reads_as"] == "Portrait"
    assert told["figures"]["trainer"][0]["share"] == "100%"


def test_nothing_of_a_trainee_without_a_record_is_written(school: School) -> None:
    school.answer(school.send("good").json["id"])
    assert not records(os.environ).answers()


def test_a_trainers_sheet_answers_for_the_files_that_it_names(school: School) -> None:
    name = school.send("good", name="a%20b.jpg").json["id"]
    sheet = {"text": "file,reads_as\na b.jpg,portrait\n", "name": "answers.csv"}
    assert school.page().ask("POST", "/guide/school/eye/sheet", sheet).json == {"answers": 1}
    assert school.answer(name).json["trainer"]["reads_as"] == "Portrait"
    broken = {"text": "file,reads_as\na.jpg,selfie\n", "name": "answers.csv"}
    refused = school.page().ask("POST", "/guide/school/eye/sheet", broken)
    assert refused.status == 422
    assert "line 2 of answers.csv" in refused.json["error"]


def test_what_is_no_picture_is_refused_with_a_sentence_and_the_quiz_goes_on(school: School) -> None:
    refused = school.page().ask("POST", "/guide/school/eye/pictures", b"no picture at all")
    assert refused.status == 422
    assert "photograph" in refused.json["error"]
    assert school.send("good").status == 200


def test_one_page_knows_nothing_of_the_pictures_of_another(school: School) -> None:
    name = school.send("good").json["id"]
    assert school.answer(name, page=1).status == 404
    stranger = Browser(school.at, "no token")
    assert stranger.ask("POST", "/guide/school/eye/pictures", picture("good")).status == 404


def test_a_reference_tells_what_it_asks_for_and_is_held_for_its_page_alone(school: School) -> None:
    told = school.page().ask("POST", "/guide/school/reference", picture("good")).json
    assert {line["what"] for line in told["asked"]} >= {"Distance", "Turn", "Key side"}
    assert len(told["left_alone"]) == 3
    assert told["ghost"]["lines"]
    mine, other = (stage.session for stage in school.stages)
    assert school.references.find(mine, told["id"]) is not None
    assert school.references.find(other, told["id"]) is None


def test_a_photograph_of_nobody_is_no_reference(school: School) -> None:
    school.scene = SCENES["nobody"]
    refused = school.page().ask("POST", "/guide/school/reference", picture("nobody"))
    assert refused.status == 422
    assert "a face that can be read" in refused.json["error"]
