"""What coach and watchers are told of the sitter's looks: over a real server, with eyes that see what they are told."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import pytest

from framing.hub.rooms import Words
from framing.room.values import Person
from framing.session.look import Look
from framing.session.registry import Page, Registry
from framing.session.session import Session
from framing.web.room_models import Guidance
from framing.web.room_told import Teller
from tests.session.stage import Stage, guided
from tests.web.rooms import Opened, Somebody, hub_of, serving

YES = {"see": True, "pictures": True, "camera": True}


@pytest.fixture
def at(stage: Stage) -> Iterator[str]:
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    with serving(hub_of(), registry) as address:
        yield address


@pytest.fixture
def room(at: str) -> Opened:
    return Opened(at)


def told(somebody: Somebody, stage: Stage) -> dict[str, Any]:
    """The first that they are told with a picture behind it."""
    stage.send_until(lambda: guided(stage))
    return somebody.wait("guidance", lambda one: one["live"]["panel"] is not None)


def test_the_coach_is_told_of_each_look_about_the_sitter_and_with_what_could_be_asked(
    room: Opened, stage: Stage
) -> None:
    with room.together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", **YES)
        heard = told(coach, stage)
        cue = heard["live"]["deck"]["cue"]
        assert cue["id"] == heard["ranked"][0]["cue"]
        assert cue["text"] == heard["ranked"][0]["words"]
        assert "your" not in cue["text"].split()
        assert {one["name"] for one in heard["measured"]} <= {
            row["name"] for group in heard["live"]["panel"]["groups"] for row in group["rows"]
        }
        assert not [one for one in sitter.heard if one["kind"] == "guidance"]


def test_each_viewer_is_told_in_their_own_language(room: Opened, stage: Stage) -> None:
    with ExitStack() as held:
        coach, sitter = held.enter_context(room.together(session=stage.session.token))
        watcher = held.enter_context(room.let_in(coach, "watcher", language="de"))
        sitter.say("consent", **YES)
        english, german = told(coach, stage), told(watcher, stage)
        titles = [[group["title"] for group in one["live"]["panel"]["groups"]] for one in (english, german)]
        assert titles[0] != titles[1]
        assert [one["cue"] for one in english["ranked"]] == [one["cue"] for one in german["ranked"]]


def test_nothing_is_told_before_the_sitters_yes_nor_after_they_take_it_back(room: Opened, stage: Stage) -> None:
    with room.together(session=stage.session.token) as (coach, sitter):
        stage.send_until(lambda: guided(stage))
        coach.say("pause", on=True)
        coach.sees(lambda seen: bool(seen["paused"]))
        assert not [one for one in coach.heard if one["kind"] == "guidance"]
        sitter.say("consent", **YES)
        told(coach, stage)
        sitter.say("consent", see=False, pictures=False, camera=False)
        coach.sees(lambda seen: not seen["see"])
        assert len(stage.session._subscribers) == 0
        before = len(coach.heard)
        looks = stage.session.looks
        stage.send_until(lambda: stage.session.looks > looks + 3)
        coach.say("pause", on=False)
        coach.sees(lambda seen: not seen["paused"])
        assert not [one for one in coach.heard[before:] if one["kind"] == "guidance"]


def test_a_pinned_cue_is_said_to_the_sitter_in_their_language_and_of_them_to_the_coach(
    room: Opened, stage: Stage
) -> None:
    with room.together(session=stage.session.token, language="de") as (coach, sitter):
        sitter.say("consent", **YES)
        first = told(coach, stage)["ranked"][0]
        coach.say("pin", cue=first["cue"], words=None)
        mine = sitter.sees(lambda seen: bool(seen["pinned"]))["pinned"]
        theirs = coach.sees(lambda seen: bool(seen["pinned"]))["pinned"]
        assert mine["cue"] == theirs["cue"] == first["cue"]
        assert theirs["words"] == first["words"]
        assert mine["words"] not in ("", theirs["words"])


def test_a_cue_that_is_not_asked_for_cannot_be_pinned(room: Opened, stage: Stage) -> None:
    with room.together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", **YES)
        told(coach, stage)
        coach.say("pin", cue="no.such", words=None)
        assert coach.wait("refused")["why"] == "The guide no longer asks for this."
        assert coach.room["pinned"] is None


def test_a_look_is_worded_once_for_each_language_however_many_look(
    room: Opened, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[str]] = []
    words, one = Teller.words, Teller._said

    def counted(self: Teller, session: Session, viewers: Sequence[Person], *rest: Any) -> Words:
        said.append([])
        return words(self, session, viewers, *rest)

    def noted(self: Teller, session: Session, look: Look, code: str, *rest: Any) -> Guidance:
        said[-1].append(code)
        return one(self, session, look, code, *rest)

    monkeypatch.setattr(Teller, "_said", noted)
    monkeypatch.setattr(Teller, "words", counted)
    with ExitStack() as held:
        coach, sitter = held.enter_context(room.together(session=stage.session.token))
        others = [held.enter_context(room.let_in(coach, "watcher", name=name)) for name in ("Cy", "Di")]
        sitter.say("consent", **YES)
        for viewer in (coach, *others):
            told(viewer, stage)
    assert said
    assert all(codes == ["en"] for codes in said)


def test_who_comes_later_is_told_all_cards_and_then_only_new_ones(stage: Stage) -> None:
    def person(line: str) -> Person:
        return Person(line, "Ana", "coach", "en", "computer", 0.0, admitted=True, line=line)

    def cards(told: Words) -> object:
        return json.loads(dict(told.told)["en"])["live"]["panel"]["groups"]

    stage.send_until(lambda: guided(stage))
    teller, ana, jon = Teller(), person("a"), person("b")
    assert cards(teller.words(stage.session, [ana], "en"))
    assert cards(teller.words(stage.session, [ana], "en")) is None
    assert cards(teller.words(stage.session, [ana, jon], "en"))
