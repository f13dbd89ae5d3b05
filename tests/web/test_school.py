"""The school's page and its line: over a real server and sockets, but with eyes that see what they are told."""

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request as Asked
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from framing.page.school_texts import SCHOOL
from framing.say import pseudo
from framing.session.registry import Registry
from framing.web.gate import Gate
from framing.web.school import LONGEST, UNREADABLE, school_routes
from framing.web.school_page import school_page
from framing.web.school_practices import Practices
from framing.web.talk import TOO_LONG, UNKNOWN
from tests.session.stage import PATIENCE, Stage, wait_for
from tests.web.browser import Serving


class Server(Serving):
    """A server whose one session is that of the stage."""

    def __init__(self, stage: Stage, waited_for: float) -> None:
        self.practices = Practices(lambda: stage.session, Registry(), waited_for=waited_for)
        app = Starlette(routes=school_routes(self.practices), middleware=[Middleware(Gate, {})])
        super().__init__(app, lifespan="off")

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, Any]:
        """The answer's status and JSON."""
        try:
            with urlopen(Request(f"http://{self.address}/guide/school/{path}", method=method, headers=headers)) as said:
                return said.status, json.load(said)
        except HTTPError as error:
            return error.code, json.load(error)

    def opened(self) -> str:
        """A session of one's own."""
        status, said = self.ask("sessions", "POST")
        assert status == 200
        return str(said["session"])

    @contextmanager
    def line(self, session: str, language: str = "en", **headers: str) -> Iterator[ClientConnection]:
        with self.connected(**headers) as socket:
            say(socket, kind="join", session=session, language=language)
            yield socket

    def connected(self, **headers: str) -> Any:
        return connect(f"ws://{self.address}/guide/school", additional_headers=headers, open_timeout=PATIENCE)


@pytest.fixture
def server(stage: Stage) -> Iterator[Server]:
    with Server(stage, 60.0) as running:
        yield running


def say(socket: ClientConnection, **word: object) -> None:
    socket.send(json.dumps(word))


def told(socket: ClientConnection, **holds: object) -> dict[str, Any]:
    """The first message of which this holds."""
    for _ in range(100):
        message: dict[str, Any] = json.loads(socket.recv(PATIENCE))
        if all(message[key] == value for key, value in holds.items()):
            return message
    raise AssertionError(f"never {holds}")


def ending(socket: ClientConnection) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as closed:
        told(socket, drill="none of these")
    assert closed.value.rcvd is not None
    return closed.value.rcvd.code, closed.value.rcvd.reason


def test_a_page_chooses_a_drill_begins_it_and_leaves_it(server: Server) -> None:
    with server.line(server.opened()) as socket:
        assert told(socket)["run"] is None
        say(socket, kind="choose", drill="headroom", before="sitter", shown="nothing")
        live = told(socket, drill="headroom")
        assert (live["run"]["phase"], live["shown"], live["before"]) == ("ready", "nothing", "sitter")
        say(socket, kind="begin")
        while told(socket)["run"]["phase"] != "going":
            pass
        say(socket, kind="leave")
        assert told(socket, drill="")["run"] is None


def test_a_drill_that_is_not_there_is_not_chosen(server: Server) -> None:
    with server.line(server.opened()) as socket:
        say(socket, kind="choose", drill="no_such_drill", before="self", shown=None)
        say(socket, kind="speak", language="de")
        assert told(socket)["drill"] == ""


def test_a_page_whose_line_broke_finds_its_drill_as_it_was(server: Server) -> None:
    session = server.opened()
    with server.line(session) as socket:
        say(socket, kind="choose", drill="headroom", before="self", shown=None)
        told(socket, drill="headroom")
    with server.line(session) as again:
        assert told(again)["drill"] == "headroom"


def test_a_session_that_no_page_comes_back_to_is_given_up(stage: Stage) -> None:
    with Server(stage, 0.05) as server:
        session = server.opened()
        wait_for(lambda: stage.session.closed and not len(server.practices))
        with server.line(session) as late:
            assert ending(late) == UNKNOWN
        assert server.ask("drills", **{"X-Framing-Session": session})[0] == 404


def test_a_session_is_kept_as_long_as_its_line_is_there(stage: Stage) -> None:
    with Server(stage, 0.3) as server, server.line(server.opened()) as socket:
        for _ in range(3):
            assert told(socket)
        assert not stage.session.closed


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("{", UNREADABLE),
        ('{"kind": "study"}', UNREADABLE),
        ('{"kind": "choose", "drill": "../x", "before": "self", "shown": null}', UNREADABLE),
        ('{"kind": "begin", "more": 1}', UNREADABLE),
        ("x" * (LONGEST + 1), TOO_LONG),
    ],
)
def test_a_word_that_no_page_says_ends_the_line(server: Server, word: str, why: tuple[int, str]) -> None:
    with server.line(server.opened()) as socket:
        socket.send(word)
        assert ending(socket) == why


@pytest.mark.parametrize("session", ["", "none", "ä"])
def test_a_wrong_token_opens_nothing(server: Server, session: str) -> None:
    with server.line(session) as socket:
        assert ending(socket) == UNKNOWN
    assert server.ask("drills", **{"X-Framing-Session": "none"})[0] == 404


def test_a_page_from_elsewhere_is_refused(server: Server) -> None:
    with pytest.raises(InvalidStatus) as refused, server.line(server.opened(), Origin="https://elsewhere.example"):
        pass
    assert refused.value.response.status_code == 403


def test_the_drills_come_in_their_order_and_in_the_language_that_is_asked_for(server: Server) -> None:
    session = {"X-Framing-Session": server.opened()}
    status, english = server.ask("drills", **session)
    assert status == 200
    assert english["problems"] == []
    long = [drill for drill in english["drills"] if not drill["short"]]
    assert [drill["number"] for drill in long] == list(range(1, 13))
    _, other = server.ask(f"drills?lang={pseudo.CODE}", **session)
    for one, same in zip(english["drills"], other["drills"], strict=True):
        assert one["id"] == same["id"]
        assert one["title"] != same["title"]
        assert one["steps"][0]["goal"] != same["steps"][0]["goal"]


def test_each_step_is_drawn_where_it_asks_for_a_place_of_the_lamp_and_not_elsewhere(server: Server) -> None:
    _, said = server.ask("drills", **{"X-Framing-Session": server.opened()})
    steps = {drill["id"]: drill["steps"] for drill in said["drills"]}
    assert all(step["face"].startswith("<svg") and step["above"].startswith("<svg") for step in steps["place_the_key"])
    assert not any(step["face"] or step["above"] for step in steps["headroom"])


def test_a_scorecard_that_is_not_there_is_a_sentence(server: Server) -> None:
    status, said = server.ask("attempts/none", **{"X-Framing-Session": server.opened()})
    assert status == 404
    assert said["error"].endswith(".")


def page(query: bytes = b"") -> str:
    scope = {"type": "http", "method": "GET", "path": "/school", "query_string": query, "headers": []}
    return bytes(asyncio.run(school_page(Asked(scope))).body).decode()


@pytest.mark.parametrize(("query", "code", "direction"), [(b"", "en", "ltr"), (b"lang=ar", "ar", "rtl")])
def test_the_page_speaks_the_language_of_the_address(query: bytes, code: str, direction: str) -> None:
    assert f'<html lang="{code}" dir="{direction}">' in page(query)


def test_every_word_that_its_markup_names_is_there_and_can_end_no_element() -> None:
    text = page()
    settings = re.search(r'<script type="application/json" id="settings">(.*?)</script>', text, re.DOTALL)
    assert settings is not None
    assert "<" not in settings[1]
    words = json.loads(settings[1])["words"]
    assert words.keys() >= SCHOOL.keys()
    assert {name for name in re.findall(r'data-(?:word|label)="(\w+)"', text) if name not in words} == set()
