"""The record's addresses: opt-in, one's own alone, the trainer's class, and what is seen otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from framing.guide import guide
from framing.perceive.fixed import FixedEyes, sitter
from framing.presets import find
from framing.records.moments import Moments
from framing.records.records import Records
from framing.session.look import Judged, Look
from framing.session.registry import Registry
from framing.session.session import Session
from framing.types import Viewfinder
from framing.web.gate import Gate
from framing.web.school_otherwise import Otherwise
from framing.web.school_practice import Practice
from framing.web.school_practices import Practices
from framing.web.school_records import SchoolRecords
from framing.web.school_trainer import TRAINEE, TRAINER, TRAINER_TOKEN
from tests.photographs import astronaut
from tests.records.making import attempt
from tests.web.browser import Answer, Browser, served

SECRET = "the-trainers-own-word"


class Pages(Practices):
    """Practices without an event loop of their own."""

    def _wait(self, practice: Practice) -> None:
        """They stay."""


class Place:
    """A server with a record of its own, and one page of the school."""

    def __init__(self, at: str, kept: Records, practice: Practice) -> None:
        self.kept, self.practice, self.session, self.at = kept, practice, practice.session, at
        self.page = Browser(at, practice.session.token)

    def enrol(self, name: str = "14", *, pictures: bool = False) -> str:
        answer = self.page.ask("POST", "/guide/school/trainees", {"name": name, "pictures": pictures})
        assert answer.status == 201, answer.body
        return str(answer.json["token"])

    def asks(self, how: str, path: str, **headers: str) -> Answer:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return Browser(self.at).ask(how, f"/guide/school/{path}", **told)


@contextmanager
def school(folder: Path) -> Iterator[Place]:
    """A server whose record lies in that folder."""
    kept, registry = Records(folder / "school.db"), Registry()
    pages = Pages(lambda: Session(lambda: FixedEyes([sitter()])), registry)
    practice = pages.open()
    assert practice is not None
    routes = [
        *SchoolRecords(pages, lambda: kept).routes(), *Otherwise(registry, pages, Moments(), lambda: kept).routes()
    ]  # fmt: skip
    with served(Starlette(routes=routes, middleware=[Middleware(Gate, {})])) as at:
        yield Place(at.replace("localhost", "127.0.0.1"), kept, practice)  # a name would be looked up
    practice.close()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with school(tmp_path) as there:
        yield there


def test_nothing_is_written_before_somebody_opts_in(place: Place) -> None:
    place.asks("GET", "mine")
    place.asks("GET", "class")
    place.asks("GET", "report/none.html")
    assert not place.kept.there
    place.enrol()
    assert place.kept.there


def test_only_a_page_of_the_school_can_opt_in(place: Place) -> None:
    answer = Browser(place.at, "guess").ask("POST", "/guide/school/trainees", {"name": "x", "pictures": True})
    assert answer.status == 404
    assert not place.kept.there


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"name": "", "pictures": true}', b'{"name": 3, "pictures": true}']
)
def test_what_makes_no_sense_is_a_sentence(place: Place, body: bytes) -> None:
    answer = place.page.ask("POST", "/guide/school/trainees", body)
    assert answer.status == 422
    assert answer.json["error"].startswith("Expected")
    assert not place.kept.there


def test_a_trainee_sees_their_own_runs_and_can_erase_them(place: Place) -> None:
    hers, his = place.enrol("Ada"), place.enrol("Bob")
    place.kept.keep(hers, attempt(70))
    place.kept.keep(his, attempt(50))
    mine = place.page.ask("GET", "/guide/school/mine", **{TRAINEE: hers}).json
    assert place.practice.trainee == hers, "what this page hands in is kept from now on"
    assert (mine["name"], [run["points"] for run in mine["runs"]]) == ("Ada", [70])
    assert place.asks("DELETE", "mine", X_Framing_Trainee=hers).status == 204
    assert [one.name for one in place.kept.trainees()] == ["Bob"]
    assert len(place.kept.attempts()) == 1


def test_anothers_token_none_and_a_guess_get_one_and_the_same_answer(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRAINER_TOKEN, SECRET)
    hers, his = place.enrol("Ada"), place.enrol("Bob")
    one = attempt()
    place.kept.keep(hers, one)
    [ada, _] = place.kept.trainees()
    headers: list[dict[str, str]] = [{}, {TRAINEE: his}, {TRAINEE: "guess"}, {TRAINER: "guess"}, {TRAINER: hers}]
    mine: list[dict[str, str]] = [{}, {TRAINEE: "guess"}, {TRAINEE: str(ada.id)}, {TRAINER: SECRET}]
    asked = [
        *(("GET", f"report/{one.id}.html", header) for header in headers),
        *(("GET", "report/none.pdf", header) for header in headers),
        *(("GET", "class", header) for header in headers),
        *(("DELETE", f"class/{ada.id}", header) for header in headers),
        *(("GET", "mine", header) for header in mine),
    ]
    answers = [Browser(place.at).ask(how, f"/guide/school/{path}", **header) for how, path, header in asked]
    told = {(answer.status, answer.body, answer.headers["content-type"]) for answer in answers}
    assert len(told) == 1, told
    assert len(place.kept.trainees()) == 2


def test_the_trainer_sees_the_class_and_erases_by_their_secret_alone(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TRAINER_TOKEN, SECRET)
    hers = place.enrol("Ada")
    place.enrol("Bob")
    for n, points in enumerate((50, 60, 70)):
        place.kept.keep(hers, attempt(points, 1_780_000_000.0 + n))
    told = Browser(place.at).ask("GET", "/guide/school/class", **{TRAINER: SECRET}).json["trainees"]
    assert [(one["name"], one["runs"]) for one in told] == [("Ada", 3), ("Bob", 0)]
    assert told[0]["last"]["points"] == 70
    assert "up" in told[0]["trend"]
    number = told[0]["number"]
    assert Browser(place.at).ask("DELETE", f"/guide/school/class/{number}", **{TRAINER: SECRET}).status == 204
    assert [one.name for one in place.kept.trainees()] == ["Bob"]


def test_without_a_secret_the_class_is_open_to_who_sits_here_and_to_nobody_on_a_hosted_guide(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place.asks("GET", "class").status == 200
    monkeypatch.setenv("FRAMING_HOSTS", "studio.example.org")
    assert place.asks("GET", "class").status == 404


def test_a_secret_that_is_too_short_opens_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TRAINER_TOKEN, "short")
    assert Browser(place.at).ask("GET", "/guide/school/class", **{TRAINER: "short"}).status == 404


def test_a_trainee_gets_their_report_as_a_page_and_as_a_pdf(place: Place) -> None:
    hers = place.enrol("Ada <b>")
    one = attempt()
    place.kept.keep(hers, one)
    page = place.asks("GET", f"report/{one.id}.html?lang=de", X_Framing_Trainee=hers)
    assert page.headers["content-type"].startswith("text/html")
    assert "Ada &lt;b&gt;" in page.body.decode()
    assert '<html lang="de"' in page.body.decode()
    sheet = place.asks("GET", f"report/{one.id}.pdf", X_Framing_Trainee=hers)
    assert sheet.headers["content-type"] == "application/pdf"
    assert sheet.body.startswith(b"%PDF-")


def looking(place: Place) -> None:
    """Let the page look at somebody too far away."""
    pixels = astronaut()
    judged = Judged(pixels, Viewfinder.whole(pixels))
    place.session.look = Look(0.0, guide(sitter(face_height=0.1), find("headshot")), judged=judged)


def test_what_is_seen_otherwise_is_frozen_when_it_is_pressed_and_kept_when_it_is_answered(place: Place) -> None:
    looking(place)
    asked = place.page.ask("POST", "/guide/school/moments", {"kind": "verdict", "what": "reads_as"}).json
    assert asked["says"] == "The guide reads a portrait."
    assert [one["key"] for one in asked["choices"]] == ["headshot", "neither"]
    assert not place.kept.there, "pressing alone keeps nothing"
    before = place.session.look.guidance
    place.session.look = replace(place.session.look, guidance=guide(sitter(), find("headshot")))
    answer = {"id": asked["id"], "answer": "headshot", "picture": False}
    assert place.page.ask("POST", "/guide/school/otherwise", answer).status == 204
    [(whose, seen)] = place.kept.otherwise()
    assert (whose, seen.kind, seen.guides, seen.own, seen.picture) == (None, "verdict", "portrait", "headshot", None)
    assert seen.readings["tightness"] == pytest.approx(
        next(j.value for j in before.judgements if j.measure.name == "tightness"), abs=1e-5
    )
    assert seen.trainer, "who sits at this machine speaks for the studio"
    assert place.page.ask("POST", "/guide/school/otherwise", answer).status == 410, "answered once"


def test_the_picture_is_kept_only_where_that_was_said(place: Place) -> None:
    looking(place)
    for wanted in (False, True):
        asked = place.page.ask("POST", "/guide/school/moments", {"kind": "reading", "what": "headroom"}).json
        told = {"id": asked["id"], "answer": asked["choices"][0]["key"], "picture": wanted}
        assert place.page.ask("POST", "/guide/school/otherwise", told).status == 204
    pictures = [seen.picture for _, seen in place.kept.otherwise()]
    assert pictures[0] is None
    assert pictures[1] is not None
    assert pictures[1].startswith(b"\xff\xd8")


def test_a_trainees_word_is_theirs_and_does_not_speak_for_the_studio(place: Place) -> None:
    looking(place)
    hers = place.enrol("Ada")
    asked = place.page.ask("POST", "/guide/school/moments", {"kind": "verdict", "what": "reads_as"}).json
    told = {"id": asked["id"], "answer": "headshot", "picture": False}
    assert place.page.ask("POST", "/guide/school/otherwise", told, **{TRAINEE: hers}).status == 204
    [(whose, seen)] = place.kept.otherwise()
    assert whose is not None
    assert not seen.trainer


@pytest.mark.parametrize(
    ("asks", "status"),
    [
        ({"kind": "verdict", "what": "reads_as"}, 409),
        ({"kind": "mood", "what": "x"}, 422),
        ({"kind": "reading", "what": "headroom", "attempt": "none"}, 409),
        ({"kind": "reading", "what": "headroom", "moment": "none"}, 409),
        (b"{", 422),
    ],
)
def test_what_cannot_be_spoken_about_is_a_sentence(place: Place, asks: object, status: int) -> None:
    answer = place.page.ask("POST", "/guide/school/moments", asks)
    assert answer.status == status
    assert answer.json["error"].endswith(".")


def test_an_answer_that_is_none_is_refused_and_nothing_is_kept(place: Place) -> None:
    looking(place)
    asked = place.page.ask("POST", "/guide/school/moments", {"kind": "verdict", "what": "reads_as"}).json
    for own in ("portrait", "", "x"):
        told = {"id": asked["id"], "answer": own, "picture": True}
        assert place.page.ask("POST", "/guide/school/otherwise", told).status == 422
    assert not place.kept.there


def test_a_damaged_record_is_said_and_left_as_it_is(place: Place) -> None:
    place.kept.path.write_bytes(b"no database" * 100)
    answer = place.asks("GET", "class")
    assert answer.status == 507
    assert "damaged" in answer.json["error"]
    assert place.kept.path.read_bytes() == b"no database" * 100
