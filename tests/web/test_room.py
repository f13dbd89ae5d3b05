"""Rooms over a real server and real sockets, with scripted people."""

from collections.abc import Iterator

import pytest

from tests.web.rooms import Opened, Somebody, hub_of, serving, waiting


@pytest.fixture
def at() -> Iterator[str]:
    with serving(hub_of()) as address:
        yield address


def test_a_sitter_waits_at_the_door_until_the_coach_lets_them_in_by_name(at: str) -> None:
    room = Opened(at)
    with room.come("coach", name="Ada") as coach, room.come("sitter", name="Ben") as sitter:
        assert coach.wait("welcome")["role"] == "coach"
        assert "room" not in sitter.wait("door")
        who = waiting(coach, "Ben")
        assert [one["name"] for one in coach.room["people"]] == ["Ada", "Ben"]
        coach.say("admit", who=who)
        welcome = sitter.wait("welcome")
        assert welcome["you"] == who
        assert welcome["room"]["name"] == "Team"


def test_what_browsers_tell_each_other_is_handed_on_both_ways_once_the_sitter_has_said_yes(at: str) -> None:
    with Opened(at).together() as (coach, sitter):
        ids = {one["role"]: one["id"] for one in sitter.room["people"]}
        coach.say("signal", to=ids["sitter"], data="too early")
        sitter.say("consent", see=True, pictures=False, camera=False)
        coach.sees(lambda room: bool(room["see"]))
        coach.say("signal", to=ids["sitter"], data="offer")
        assert sitter.wait("signal") == {"kind": "signal", "from": ids["coach"], "data": "offer"}
        sitter.say("signal", to=ids["coach"], data="answer")
        assert coach.wait("signal")["data"] == "answer"


def test_the_coach_alone_calls_the_room_something_else_and_all_in_it_are_told(at: str) -> None:
    with Opened(at).together() as (coach, sitter):
        sitter.say("rename", name="Mine")
        assert sitter.wait("refused")["why"] == "Only the coach can do this."
        coach.say("rename", name="<b>Mira</b>")
        for somebody in (coach, sitter):
            somebody.sees(lambda room: room["name"] == "<b>Mira</b>")
        coach.say("rename", name="x" * 41)
        assert coach.ended()["why"] == "unreadable"


@pytest.mark.parametrize("token", ["", "x", "x.y", "." * 50])
def test_a_stale_link_is_told_so(at: str, token: str) -> None:
    with Somebody(at, token) as nobody:
        assert nobody.ended()["why"] == "stale"
        assert nobody.code == 4404
