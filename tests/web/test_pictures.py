"""Pictures sent over real connections: whose they are, in which pieces they come, and what is answered to nonsense."""

from __future__ import annotations

import io
import socket
import threading
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image as Pillow
from starlette.applications import Starlette
from starlette.middleware import Middleware

from framing.perceive.fixed import sitter
from framing.pictures import studio as rooms
from framing.pictures.looking import Looking
from framing.pictures.store import Store
from framing.pictures.upload import MOST, PIECE
from framing.session.registry import Page, Registry
from framing.types import Frame
from framing.web import bodies
from framing.web.asking import SESSION
from framing.web.bodies import WORDS
from framing.web.gate import Gate
from framing.web.picture_models import Burst, Delivery, Have, Judged, Refusal
from framing.web.pictures import AT_ONCE, BUSY, UNKNOWN, Pictures
from tests.pictures.making import pixels, shown
from tests.session.stage import PATIENCE, Eyes, Stage, wait_for
from tests.web.browser import Answer, Browser, Picture, served, taken

NAME, OTHER = "a" * 32, "b" * 32
PATH = f"/guide/pictures/{NAME}"
PICTURE = taken(pixels(640, 480), "linkedin", shown("linkedin", 640, 480))


class Server:
    """A server with two pages, and eyes that see what they are told."""

    def __init__(self) -> None:
        self.stages = Stage(), Stage()
        self.registry, self.store = Registry(), Store()
        for number, stage in enumerate(self.stages):
            self.registry.enter(stage.session, Page(str(number), ""))
        self.eyes: list[Eyes] = []
        self.before: Callable[[Frame], object] = lambda _: None
        self.looking = Looking(self._open)
        self.pictures = Pictures(self.registry, rooms.Studio(self.store, self.looking))
        self.app = Starlette(routes=self.pictures.routes(), middleware=[Middleware(Gate, {})])
        self.mine = self.other = Browser("")

    def _open(self) -> Eyes:
        self.eyes.append(Eyes(sitter(aspect=1.0), self._first))
        return self.eyes[-1]

    def _first(self, frame: Frame) -> None:
        self.before(frame)


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    studio = Server()
    with served(studio.app) as at:
        studio.mine, studio.other = (Browser(at, stage.session.token) for stage in studio.stages)
        yield studio
    studio.looking.close()
    assert all(eyes.closed for eyes in studio.eyes)
    for stage in studio.stages:
        stage.session.close()


@pytest.fixture
def studio(running: Server) -> Iterator[Server]:
    """The server without a picture."""
    yield running
    running.before = lambda _: None
    for stage in running.stages:
        running.store._pictures.pop(stage.session, None)


def place(browser: Browser) -> tuple[str, int]:
    """Where the server listens."""
    host, port = browser.at.split(":")
    return host, int(port)


def judged(browser: Browser, name: str = NAME) -> Answer:
    return browser.ask("POST", f"/guide/pictures/{name}/judge")


def deliver(browser: Browser, *what: dict[str, Any], name: str = NAME, packed: bool = False) -> Answer:
    wanted = {"items": [{"id": name, "what": one} for one in what], "zip": packed}
    return browser.ask("POST", "/guide/deliver", wanted)


def refused(answer: Answer, status: int) -> str:
    """The sentence with which it was refused."""
    assert answer.status == status, answer
    assert answer.headers["cache-control"] == "no-store"
    said = Refusal.model_validate_json(answer.body)
    assert said.error
    return said.error


def lives(browser: Browser) -> None:
    """The session still takes a picture and judges it."""
    browser.send(OTHER, PICTURE)
    assert judged(browser, OTHER).status == 200


def test_a_picture_sent_in_pieces_is_judged_once_and_answered_again_from_memory(studio: Server) -> None:
    studio.mine.send(NAME, PICTURE, piece=10_000)
    looks = sum(len(eyes.shown) for eyes in studio.eyes)
    first, second = judged(studio.mine), judged(studio.mine)
    assert first.status == 200
    assert first.body == second.body
    said = Judged.model_validate_json(first.body)
    assert said.id == NAME
    assert said.eyes is not None
    assert 0.0 < said.eyes.x < said.eyes.x + said.eyes.width < 1.0
    assert sum(len(eyes.shown) for eyes in studio.eyes) == looks + 1
    assert studio.eyes[-1].shown[-1].viewfinder == PICTURE.window


def test_an_upload_that_was_interrupted_goes_on_from_what_the_server_has(studio: Server) -> None:
    opened = studio.mine.ask("POST", PATH, PICTURE.announced)
    assert opened.json == {"have": 0, "error": None}
    assert studio.mine.put(NAME, 0, PICTURE.data[:5000]).json["have"] == 5000
    misplaced = studio.mine.put(NAME, 9000, PICTURE.data[9000:9100])
    assert (misplaced.status, misplaced.json["have"]) == (409, 5000)
    unfinished = judged(studio.mine)
    assert (unfinished.status, unfinished.json["have"]) == (409, 5000)
    studio.mine.send(NAME, PICTURE)
    assert studio.store.data(studio.stages[0].session, NAME) == PICTURE.data


def test_a_wrong_checksum_of_a_piece_or_of_the_whole_is_told(studio: Server) -> None:
    studio.mine.ask("POST", PATH, PICTURE.announced)
    wrong = studio.mine.put(NAME, 0, PICTURE.data[:5000], "0" * 64)
    assert (wrong.status, wrong.json["have"]) == (422, 0)
    other = bytes(len(PICTURE.data))
    have = 0
    while have < len(other):
        answer = studio.mine.put(NAME, have, other[have : have + 50_000])
        have = answer.json["have"] or len(other)
    assert (answer.status, answer.json["have"]) == (422, 0)
    assert Have.model_validate_json(answer.body).error
    lives(studio.mine)


@pytest.mark.parametrize("token", ["", "0" * 43, "other"])
def test_another_sessions_token_reads_and_posts_nothing_and_learns_nothing(studio: Server, token: str) -> None:
    studio.mine.send(NAME, PICTURE)
    assert judged(studio.mine).status == 200
    other = studio.other if token == "other" else replace(studio.mine, token=token)
    asks = [
        other.put(NAME, 0, b"x"), judged(other), other.ask("DELETE", PATH), deliver(other, {"whole": True}),
        other.ask("POST", f"{PATH}/crops", {"uses": ["linkedin"]}),
        other.ask("POST", "/guide/bursts", {"ids": [NAME]}),
        other.ask("DELETE", "/guide/pictures/" + "f" * 32), other.ask("DELETE", "/guide/pictures/A"),
    ]  # fmt: skip
    assert {refused(answer, 404) for answer in asks} == {UNKNOWN}
    assert studio.store.data(studio.stages[0].session, NAME) == PICTURE.data
    if token != "other":
        assert refused(other.ask("POST", PATH, PICTURE.announced), 404) == UNKNOWN


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_page_elsewhere_is_let_in_nowhere_even_with_the_right_token(studio: Server, origin: str) -> None:
    assert studio.mine.ask("POST", PATH, PICTURE.announced, Origin=origin).status == 403
    assert studio.mine.ask("POST", PATH, PICTURE.announced, Host="evil.example").status == 403


MALFORMED = [
    b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"size": NaN}', b"[" * 60_000, b"{}",
]  # fmt: skip
ODD: dict[str, list[object]] = {
    "size": [0, -1, 1.5, "10", None, True],
    "sha256": ["", "x" * 64, "0" * 63, 7],
    "width": [0, -5, 70_000, "640"],
    "use": [None, 5, "x" * 101],
    "window": [{}, {"left": -1, "top": 0, "width": 5, "height": 5}, [0, 0, 5, 5], "all"],
    "taken": ["yesterday", "2026-11-26T15:04:09", 5, "0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z"],
    "source": ["film", None],
    "viewer": ["god", None],
}


@pytest.mark.parametrize("body", MALFORMED)
@pytest.mark.parametrize("path", [PATH, f"{PATH}/crops", "/guide/bursts", "/guide/deliver"])
def test_what_is_not_the_json_that_is_expected_is_refused_in_a_sentence(studio: Server, path: str, body: bytes) -> None:
    assert "Expected" in refused(studio.mine.ask("POST", path, body), 422)


def test_a_value_that_makes_no_sense_is_refused_by_its_name(studio: Server) -> None:
    for key, values in ODD.items():
        for value in values:
            said = refused(studio.mine.ask("POST", PATH, PICTURE.announced | {key: value}), 422)
            assert key in said
    lacking = {key: told for key, told in PICTURE.announced.items() if key != "taken"}
    assert "taken" in refused(studio.mine.ask("POST", PATH, lacking), 422)
    assert "more" in refused(studio.mine.ask("POST", PATH, PICTURE.announced | {"more": 1}), 422)
    lives(studio.mine)


@pytest.mark.parametrize("at", ["", "-1", "x", "1e3", "9" * 30, "0.5"])
def test_a_piece_without_a_place_is_refused(studio: Server, at: str) -> None:
    studio.mine.ask("POST", PATH, PICTURE.announced)
    assert refused(studio.mine.ask("PUT", f"{PATH}?at={at}", b"x"), 422)


def test_what_is_too_large_is_refused_and_the_session_lives(studio: Server) -> None:
    assert refused(studio.mine.ask("POST", PATH, PICTURE.announced | {"size": MOST + 1}), 413)
    assert refused(studio.mine.ask("POST", PATH, b" " * (WORDS + 1)), 413)
    studio.mine.ask("POST", PATH, PICTURE.announced | {"size": 5 * PIECE})
    assert refused(studio.mine.put(NAME, 0, bytes(PIECE + 1)), 413)
    assert studio.mine.put(NAME, 0, bytes(PIECE)).json["have"] == PIECE
    lives(studio.mine)


def test_more_pictures_than_there_is_room_for_are_refused_and_the_session_lives(studio: Server) -> None:
    announced = PICTURE.announced | {"size": MOST}
    answers = [studio.mine.ask("POST", f"/guide/pictures/{number:032x}", announced) for number in range(8)]
    assert [answer.status for answer in answers][:3] == [200, 200, 200]
    assert "room" in refused(answers[-1], 507)
    assert studio.mine.ask("DELETE", f"/guide/pictures/{0:032x}").status == 204
    lives(studio.mine)


def test_a_flood_of_requests_is_refused_until_the_first_ones_are_answered(studio: Server) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def wait(_: Frame) -> None:
        looking.set()
        go_on.wait(PATIENCE)

    studio.before = wait
    studio.mine.send(NAME, PICTURE)
    answers: list[Answer] = []
    asks = [threading.Thread(target=lambda: answers.append(judged(studio.mine))) for _ in range(AT_ONCE)]
    for ask in asks:
        ask.start()
    assert looking.wait(PATIENCE)
    session = studio.stages[0].session
    wait_for(lambda: studio.pictures._under_way[session] == AT_ONCE)
    assert refused(judged(studio.mine), 429) == BUSY
    assert studio.other.ask("POST", PATH, PICTURE.announced).status == 200
    go_on.set()
    for ask in asks:
        ask.join(PATIENCE)
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    lives(studio.mine)


def test_a_body_that_does_not_end_is_refused_as_something_to_send_again(
    studio: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "PATIENCE", 0.05)
    studio.mine.ask("POST", PATH, PICTURE.announced)
    with socket.create_connection(place(studio.mine), PATIENCE) as line:
        head = f"PUT {PATH}?at=0 HTTP/1.1\r\nHost: localhost\r\n{SESSION}: {studio.mine.token}\r\n"
        line.sendall(f"{head}Content-Length: 100\r\n\r\nhalf of it".encode())
        assert b" 408 " in line.recv(1000).split(b"\r\n")[0]
    monkeypatch.undo()
    lives(studio.mine)


def test_a_page_that_goes_in_the_middle_of_a_piece_leaves_what_was_there(studio: Server) -> None:
    studio.mine.ask("POST", PATH, PICTURE.announced)
    studio.mine.put(NAME, 0, PICTURE.data[:5000])
    with socket.create_connection(place(studio.mine), PATIENCE) as line:
        head = f"PUT {PATH}?at=5000 HTTP/1.1\r\nHost: localhost\r\n{SESSION}: {studio.mine.token}\r\n"
        line.sendall(f"{head}Content-Length: 5000\r\n\r\n".encode() + PICTURE.data[5000:6000])
    assert studio.mine.ask("POST", PATH, PICTURE.announced).json["have"] == 5000
    studio.mine.send(NAME, PICTURE)
    assert judged(studio.mine).status == 200


def test_what_is_no_picture_is_refused_when_it_is_judged_and_the_session_lives(studio: Server) -> None:
    for name, data in (("c" * 32, b"no picture"), ("d" * 32, PICTURE.data[:2000]), ("e" * 32, b"\xff\xd8\xff\xe0")):
        studio.mine.send(name, Picture(data))
        assert "the picture" in refused(judged(studio.mine, name), 422)
    lives(studio.mine)


def test_a_burst_is_ranked_and_said_in_one_headline(studio: Server) -> None:
    for name in (NAME, OTHER):
        studio.mine.send(name, PICTURE)
    answer = studio.mine.ask("POST", "/guide/bursts", {"ids": [NAME, OTHER, NAME]})
    said = Burst.model_validate_json(answer.body)
    assert sorted(said.order) == [NAME, OTHER]
    assert said.order == tuple(picture.id for picture in said.pictures)
    assert said.headline
    assert said.detail


def test_each_use_is_told_what_it_would_get_and_gets_just_that(studio: Server) -> None:
    studio.mine.send(NAME, PICTURE)
    uses = ["linkedin", "actor_8x10", "passport_us", "group"]
    answer = studio.mine.ask("POST", f"{PATH}/crops", {"uses": uses})
    told = [Delivery.model_validate(one) for one in answer.json]
    assert [one.use for one in told] == uses
    assert told[0].window.model_dump() == PICTURE.announced["window"]
    assert [one.good for one in told] == [True, True, True, False]
    assert told[3].why
    for one in told:
        got = deliver(studio.mine, {"use": one.use})
        if one.good:
            assert f"_{one.use}.jpg" in got.headers["content-disposition"]
            with Pillow.open(io.BytesIO(got.body)) as picture:
                assert picture.size == (one.width, one.height)
        else:
            assert refused(got, 422) == one.why


def test_several_files_come_in_a_zip_and_only_there(studio: Server) -> None:
    studio.mine.send(NAME, PICTURE)
    what: list[dict[str, Any]] = [{"use": "linkedin"}, {"whole": True}, {"sheet": "4x6", "use": "passport_us"}]
    answer = deliver(studio.mine, *what, packed=True)
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        assert len(archive.namelist()) == 3
    assert "ZIP" in refused(deliver(studio.mine, *what), 422)
    assert "uses" in refused(deliver(studio.mine, {"use": "no such use"}), 422)
    assert refused(deliver(studio.mine, {"sheet": "4x6", "use": "linkedin"}), 422)


def test_a_picture_that_was_forgotten_to_make_room_is_asked_for_again_and_what_was_seen_is_still_known(
    studio: Server,
) -> None:
    studio.mine.send(NAME, PICTURE)
    first = judged(studio.mine)
    studio.store._pictures[studio.stages[0].session][NAME].forget()
    answer = deliver(studio.mine, {"whole": True})
    assert answer.status == 410
    assert answer.json["ids"] == [NAME]
    assert studio.mine.put(NAME, 0, b"x").status == 410
    assert judged(studio.mine).body == first.body
    studio.mine.send(NAME, PICTURE)
    assert deliver(studio.mine, {"whole": True}).status == 200


def test_a_burst_and_a_zip_name_the_pictures_that_are_not_all_here(studio: Server) -> None:
    studio.mine.send(OTHER, PICTURE)
    studio.mine.ask("POST", PATH, PICTURE.announced)
    studio.mine.put(NAME, 0, PICTURE.data[:5000])
    items = [{"id": name, "what": {"whole": True}} for name in (NAME, OTHER)]
    for answer in (
        studio.mine.ask("POST", "/guide/bursts", {"ids": [NAME, OTHER]}),
        studio.mine.ask("POST", "/guide/deliver", {"items": items, "zip": True}),
    ):
        assert answer.status == 410
        assert answer.json["ids"] == [NAME]
    unknown = studio.mine.ask("POST", "/guide/bursts", {"ids": [OTHER, "f" * 32]})
    assert refused(unknown, 404) == UNKNOWN


def test_a_dropped_picture_is_as_one_that_never_was(studio: Server) -> None:
    studio.mine.send(NAME, PICTURE)
    assert studio.mine.ask("DELETE", PATH).status == 204
    assert refused(judged(studio.mine), 404) == UNKNOWN


def test_a_session_that_is_over_has_no_pictures_even_while_one_is_looked_at(studio: Server) -> None:
    stage = Stage()
    studio.registry.enter(stage.session, Page("2", ""))
    browser = replace(studio.mine, token=stage.session.token)
    browser.send(NAME, PICTURE)
    studio.before = lambda _: stage.session.close()
    assert refused(judged(browser), 404) == UNKNOWN
    assert refused(browser.ask("POST", PATH, PICTURE.announced), 404) == UNKNOWN
    assert studio.store.sweep()
    assert studio.store.held == 0


def test_eyes_that_fail_are_opened_again_for_the_next_picture(studio: Server) -> None:
    def fail(_: Frame) -> None:
        raise RuntimeError("oh")

    studio.before = fail
    studio.mine.send(NAME, PICTURE)
    assert judged(studio.mine).status == 500
    assert studio.eyes[-1].closed
    studio.before = lambda _: None
    assert judged(studio.mine).status == 200
