"""Who gets into a room and who does not, over a real server: each is told so in a sentence."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from websockets.exceptions import InvalidStatus

from framing.hub.hub import Hub
from framing.room.tokens import LONGEST
from tests.web.browser import Browser
from tests.web.rooms import Opened, Somebody, hub_of, serving, waiting

YES = {"see": True, "pictures": True, "camera": True}


@pytest.fixture
def hub() -> Hub:
    return hub_of()


@pytest.fixture
def at(hub: Hub) -> Iterator[str]:
    with serving(hub) as address:
        yield address


def test_a_seventh_person_is_told_that_the_room_is_full(at: str) -> None:
    room = Opened(at)
    with ExitStack() as held:
        coach, _ = held.enter_context(room.together())
        for name in "abcd":
            held.enter_context(room.let_in(coach, "watcher", name=name))
        for role in ("watcher", "sitter"):
            with room.come(role) as seventh:
                told = seventh.ended()
                assert told["why"] == {"watcher": "full", "sitter": "second_sitter"}[role]
                assert not told["again"]
                assert len(told["sentence"].split()) > 4
                assert seventh.code == 4403


def test_a_second_coach_is_refused_while_the_first_is_there_and_takes_over_once_they_have_gone(at: str) -> None:
    room = Opened(at)
    with room.come("coach", name="Ada") as first:
        first.wait("welcome")
        with room.come("coach", name="Eve") as second:
            assert second.ended()["why"] == "second_coach"
    with room.come("coach", name="Eve") as second:
        assert [one["name"] for one in second.wait("welcome")["room"]["people"]] == ["Eve"]
        with room.come("coach", name="Ada", me=first.badge) as first:
            assert first.ended()["why"] == "second_coach"


def test_nobody_new_comes_to_the_door_of_a_locked_room_and_who_was_in_comes_back(at: str) -> None:
    room = Opened(at)
    with room.together() as (coach, sitter):
        coach.say("lock", on=True)
        sitter.sees(lambda seen: bool(seen["locked"]))
        with room.come("watcher") as late:
            assert late.ended()["why"] == "locked"
        with room.come("sitter", me=sitter.badge) as again:
            assert again.wait("welcome")["you"] == sitter.you


def test_who_was_refused_or_sent_out_is_told_so_and_what_they_had_opens_nothing(at: str) -> None:
    room = Opened(at)
    with room.together() as (coach, sitter):
        with room.come("watcher", name="Cy") as watcher:
            watcher.wait("door")
            coach.say("refuse", who=waiting(coach, "Cy"))
            assert watcher.ended()["why"] == "refused"
        coach.say("remove", who=sitter.you)
        assert sitter.ended()["why"] == "removed"
        with room.come("sitter", me=sitter.badge) as again:
            assert again.ended()["why"] == "removed"


def test_a_sitter_who_comes_back_is_seen_only_after_their_browser_has_repeated_the_yes(at: str) -> None:
    room = Opened(at)
    with room.together() as (coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        with room.come("sitter", me=sitter.badge) as again:
            assert not again.wait("welcome")["room"]["see"]
            coach.sees(lambda seen: not seen["see"])
        with room.come("sitter", me=sitter.badge, **YES) as once_more:
            assert once_more.wait("welcome")["room"]["see"]
            coach.sees(lambda seen: bool(seen["see"]))


def test_after_a_restart_of_the_server_all_come_back_by_their_tokens_and_nobody_has_to_be_let_in_again() -> None:
    with serving(hub_of()) as at:
        room = Opened(at)
        with room.together() as (coach, sitter):
            sitter.say("consent", **YES)
            coach.sees(lambda seen: bool(seen["see"]))
    with serving(hub_of()) as again:
        there = room.at_server(again)
        with there.come("sitter", me=sitter.badge) as back:
            welcome = back.wait("welcome")
            assert (welcome["you"], welcome["room"]["name"]) == (sitter.you, "Team")
            assert not welcome["room"]["see"]
            with there.come("coach", me=coach.badge) as guide:
                assert guide.wait("welcome")["you"] == coach.you
                assert not guide.room["see"]
                back.say("consent", **YES)
                guide.sees(lambda seen: bool(seen["see"]))
    with serving(hub_of(b"another key" * 3)) as elsewhere, room.at_server(elsewhere).come("coach") as nobody:
        assert nobody.ended()["why"] == "stale"


def test_a_thousand_guesses_and_another_rooms_token_open_nothing_and_all_get_one_answer(at: str) -> None:
    room, other = Opened(at), Opened(at)
    links = room.links
    guesses = [f"{links['id']}.{secrets.token_urlsafe(39)}" for _ in range(990)]
    guesses += [
        f"{links['id']}.{other.links['coach']}", f"{other.links['id']}.{links['sitter']}", links["id"],
        f"{links['id']}.", f"{links['id']}.{links['coach'][:-2]}", f"{links['id']}.{links['coach']}x",
        f"{links['id']}.{links['coach'].swapcase()}", f"x{links['id']}.{links['coach']}", f".{links['coach']}", "",
    ]  # fmt: skip
    answers = set()
    for guess in guesses:
        with Somebody(at, guess) as nobody:
            answers.add((str(nobody.ended()), nobody.code, len(nobody.heard)))
    assert len(answers) == 1
    assert "opens no room" in str(answers)
    asked = {"base": f"http://{at}/"}
    replies = {
        (answer.status, answer.body)
        for guess in guesses[::50]
        for answer in [Browser(at).ask("POST", "/guide/rooms/qr", asked, **{"X-Framing-Room": guess})]
    }
    assert len(replies) == 1


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_page_elsewhere_gets_no_connection_to_a_room(at: str, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        Somebody(at, "", {"Origin": origin})
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "[]", '{"kind": "dance"}', '{"kind": "leave", "extra": 1}', '{"kind": "join"}',
        '{"kind": "pin", "cue": null, "words": "' + "x" * 81 + '"}', '{"kind": "take", "after": 4}',
        '{"kind": "point", "place": [0.5, 1.5]}', '{"kind": "point", "place": [NaN, 0.5]}',
        '{"kind": "pin", "cue": null, "words": "a\\nb"}', '{"kind": "pin", "cue": null, "words": "a\\u202eb"}',
        '{"kind": "signal", "to": "a", "data": "' + "x" * 32_001 + '"}', '{"kind": "leave"}' + " " * 200_000,
    ],
)  # fmt: skip
def test_what_no_page_sends_ends_its_own_connection_and_no_other(at: str, text: str) -> None:
    with Opened(at).together() as (coach, sitter):
        coach.send(text)
        assert coach.ended()["why"] in ("unreadable", "silent")
        assert coach.code == 1008
        sitter.say("here")
        sitter.wait("here")


def test_somebody_who_sends_too_much_is_read_later_and_loses_nothing(at: str) -> None:
    with Opened(at).together() as (coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        for number in range(300):
            coach.say("point", place=[number / 300, 0.5])
        places = [sitter.wait("pen")["what"]["place"][0] for _ in range(300)]
        assert places == sorted(places)


def test_words_are_data_and_come_back_as_they_were(at: str) -> None:
    markup = "<img src=x onerror=alert(1)> & \"'"
    with Opened(at).together(name=markup[:40]) as (coach, sitter):
        coach.say("pin", cue=None, words=markup)
        assert sitter.sees(lambda seen: bool(seen["pinned"]))["pinned"]["words"] == markup
        assert markup[:40] in [one["name"] for one in sitter.room["people"]]


def test_no_id_and_no_token_is_in_a_log_line_or_an_address(at: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    room = Opened(at)
    with room.together() as (coach, sitter):
        coach.say("signal", to=sitter.you, data="x")
        sitter.send("no JSON")
        sitter.ended()
    with Somebody(at, f"{room.links['id']}.wrong") as nobody:
        nobody.ended()
    server = [one.getMessage() for one in caplog.records if not one.name.startswith("websockets.client")]
    for secret in ("id", "coach", "sitter", "watcher"):
        assert not [line for line in server if room.links[secret] in line]


def test_the_qr_codes_lead_to_the_address_that_the_browser_names_and_to_no_other_host(at: str) -> None:
    asked = {"name": "Team", "coach": "Ada", "use": "headshot", "base": "http://elsewhere.example/"}
    answer = Browser(at).ask("POST", "/guide/rooms", asked, Origin=f"http://{at}")
    assert answer.status == 422
    asked["base"] = f"http://{at}/guide/"
    answer = Browser(at).ask("POST", "/guide/rooms", asked, Origin=f"http://{at}")
    assert answer.json["qr_sitter"].startswith("<svg")
    assert answer.json["qr_sitter"] != answer.json["qr_watcher"]
    again = Browser(at).ask(
        "POST", "/guide/rooms/qr", {"base": f"http://{at}/guide/"},
        **{"X-Framing-Room": f"{answer.json['id']}.{answer.json['coach']}"},
    )  # fmt: skip
    assert again.json == answer.json
    refused = Browser(at).ask(
        "POST", "/guide/rooms/qr", {"base": f"http://{at}/guide/"},
        **{"X-Framing-Room": f"{answer.json['id']}.{answer.json['sitter']}"},
    )  # fmt: skip
    assert refused.status == 404


def test_a_room_is_over_after_twelve_hours_for_those_who_are_there_and_those_who_come(
    hub: Hub, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("framing.hub.hub.EVERY", 0.05)
    room = Opened(at)
    with room.together() as (coach, sitter):
        now = hub.now()
        hub.now = lambda: now + LONGEST + 1
        assert coach.ended()["why"] == sitter.ended()["why"] == "ended"
        with room.come("watcher") as late:
            assert late.ended()["why"] == "stale"
