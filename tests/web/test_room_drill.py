"""A drill in a room over a real server, with eyes that see what they are told: who is told what, and what follows."""

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from framing import VERSION
from framing.hub.box import Memory
from framing.page.payload import payload
from framing.records.records import records
from framing.say import pseudo
from framing.session.registry import Page, Registry
from framing.session.session import Session
from tests.session.stage import Stage, guided
from tests.web.browser import Answer, Browser
from tests.web.rooms import Opened, Somebody, hub_of, serving

YES = {"see": True, "pictures": True, "camera": True}
DRILL = "headroom"


@pytest.fixture
def registry(stage: Stage) -> Registry:
    made = Registry()
    made.enter(stage.session, Page("page", "script"))
    return made


@pytest.fixture
def room(registry: Registry) -> Iterator[Opened]:
    with serving(hub_of(), registry, Memory()) as at:
        yield Opened(at)


@contextmanager
def filming(*stages: Stage) -> Iterator[None]:
    """Their cameras play."""
    over = threading.Event()

    def play() -> None:
        while not over.wait(0.03):
            for stage in stages:
                stage.send()

    thread = threading.Thread(target=play)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def drilled(room: Opened, stage: Stage) -> Iterator[tuple[Somebody, Somebody, Somebody]]:
    """A coach, a sitter and a watcher in a room whose drill is chosen."""
    with ExitStack() as held:
        coach, sitter = held.enter_context(room.together(session=stage.session.token))
        watcher = held.enter_context(room.let_in(coach, "watcher", language=pseudo.CODE))
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        stage.send_until(lambda: guided(stage))
        held.enter_context(filming(stage))
        coach.say("practise", drill=DRILL)
        for one in (coach, sitter, watcher):
            one.sees(lambda seen: seen["drill"] is not None)
        yield coach, sitter, watcher


def cued(told: dict[str, Any]) -> bool:
    return told["live"]["deck"]["cue"] is not None


def handed_in(coach: Somebody, sitter: Somebody) -> dict[str, Any]:
    """The room once the sitter has handed in the one picture of the drill, and it is scored."""
    drill = coach.sees(lambda seen: seen["drill"]["phase"] == "going")["drill"]
    sitter.say("hand_in", number=drill["number"], step=0)
    return coach.sees(lambda seen: bool(seen["drill"]["attempt"]))


def asks(room: Opened, who: Somebody, role: str, path: str, how: str = "GET", body: Any = None) -> Answer:
    """What an address of the room answers to that person's page."""
    badge = {"X-Framing-Room": f"{room.token(role)}.{who.badge}"}
    return Browser(room.at).ask(how, path, body or b"", **badge)


def test_in_a_drill_only_the_coach_is_told_cues_and_all_are_told_goal_step_and_time(room: Opened, stage: Stage) -> None:
    with drilled(room, stage) as (coach, sitter, watcher):
        marks = [len(one.heard) for one in (sitter, watcher)]
        coach.say("drill", what="begin")
        told = {one: one.wait("drilling") for one in (coach, sitter, watcher)}
        assert told[coach]["goal"] == told[sitter]["goal"] != told[watcher]["goal"]  # another language
        assert {(one["step"], one["of"], one["seconds"]) for one in told.values()} == {(0, 1, 90)}
        assert cued(coach.wait("guidance", lambda one: one["corrections"] is not None))
        sitter.wait("drilling", lambda one: one["left"] < 90)
        watcher.wait("drilling", lambda one: one["left"] < 90)
        assert payload(stage.session).deck.cue is None
        for one, mark in zip((sitter, watcher), marks, strict=True):
            assert not [heard for heard in one.heard[mark:] if heard["kind"] == "guidance"]
        handed_in(coach, sitter)
        assert cued(watcher.wait("guidance"))  # it is over
        stage.send_until(lambda: payload(stage.session).deck.cue is not None)


def test_the_drill_goes_by_its_own_use_and_the_sitters_is_there_again_afterwards(room: Opened, stage: Stage) -> None:
    chosen = stage.session.settings.preset
    with drilled(room, stage) as (coach, _, _):
        assert stage.session.applied.preset != chosen
        coach.say("practise", drill=None)
        coach.sees(lambda seen: seen["drill"] is None)
        assert stage.session.applied.preset == chosen


def test_the_scorecard_is_the_coachs_until_they_show_it(room: Opened, stage: Stage) -> None:
    with drilled(room, stage) as (coach, sitter, watcher):
        coach.say("drill", what="begin")
        handed_in(coach, sitter)
        card = asks(room, coach, "coach", "/guide/room/score")
        assert card.status == 200
        assert card.json["drill"] == DRILL
        assert len(card.json["axes"]) == 5
        assert card.json["shots"][0]["handed_in"].startswith("data:image/jpeg;base64,")
        for one, role in ((sitter, "sitter"), (watcher, "watcher")):
            assert asks(room, one, role, "/guide/room/score").status == 404
            assert not one.sees(lambda seen: seen["drill"]["phase"] == "over")["drill"]["attempt"]
        coach.say("reveal", on=True)
        for one, role in ((sitter, "sitter"), (watcher, "watcher")):
            assert one.sees(lambda seen: bool(seen["drill"]["attempt"]))
            assert asks(room, one, role, "/guide/room/score").json["points"] == card.json["points"]


def test_a_run_goes_on_after_coach_and_sitter_have_loaded_their_pages_again(
    room: Opened, stage: Stage, registry: Registry
) -> None:
    other = Stage()
    registry.enter(other.session, Page("other page", "other script"))
    try:
        with drilled(room, stage) as (coach, sitter, watcher):
            coach.say("drill", what="begin")
            left = watcher.wait("drilling", lambda one: one["left"] < 90)["left"]
            with room.come("coach", me=coach.badge) as again:
                again.wait("welcome")
                assert again.wait("drilling")["left"] <= left
                assert again.sees(lambda seen: seen["drill"]["phase"] == "going")
                me, session = sitter.badge, other.session.token
                with room.come("sitter", me=me, session=session, see=True, pictures=True) as back, filming(other):
                    assert back.wait("welcome")["room"]["drill"]["phase"] == "going"
                    assert back.wait("drilling")["left"] <= left
                    wait_hidden(other.session)
                    assert handed_in(again, back)["drill"]["moved"] is False
    finally:
        other.session.close()


def wait_hidden(session: Session) -> None:
    """Until the new page's guide is the drill's too."""
    over = threading.Event()
    assert any(session.lent is not None or over.wait(0.01) for _ in range(2000))
    assert payload(session).deck.cue is None


def test_nobody_is_scored_who_takes_back_their_yes(room: Opened, stage: Stage) -> None:
    with drilled(room, stage) as (coach, sitter, _):
        coach.say("drill", what="begin")
        sitter.wait("drilling", lambda one: one["left"] < 90)
        sitter.say("consent", see=False, pictures=False, camera=False)
        coach.sees(lambda seen: not seen["see"])
        assert payload(stage.session).deck.cue is None  # the drill is on all the same
        before = len(coach.heard)
        coach.say("drill", what="pause")
        coach.sees(lambda seen: seen["drill"]["phase"] == "paused")
        assert not [one for one in coach.heard[before:] if one["kind"] == "guidance"]


def test_an_attempt_is_kept_once_and_only_in_the_record_of_a_trainee_who_has_one(
    room: Opened, stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FRAMING_DATA", str(tmp_path))
    kept = records({"FRAMING_DATA": str(tmp_path)})
    with drilled(room, stage) as (coach, sitter, _):
        asked = {"name": "17", "pictures": True}
        assert asks(room, sitter, "sitter", "/guide/room/trainees", "POST", asked).status == 404
        assert not kept.there, "nothing is written before somebody opts in"
        secret = asks(room, coach, "coach", "/guide/room/trainees", "POST", asked).json["token"]
        (trainee,) = kept.trainees()
        coach.say("drill", what="begin")
        handed_in(coach, sitter)
        where = "/guide/room/score/kept"
        assert asks(room, coach, "coach", where, "POST", {"trainee": "nobody's"}).status == 404
        assert asks(room, sitter, "sitter", where, "POST", {"trainee": secret}).status == 404
        assert not kept.attempts()
        numbers = [asks(room, coach, "coach", where, "POST", {"trainee": secret}).json["kept"] for _ in range(2)]
        assert numbers[0] == numbers[1]
        (one,) = kept.attempts(trainee.id, pictures=True)
        assert one.attempt.drill == DRILL
        assert one.attempt.after is not None
        assert one.attempt.guide == VERSION


def test_drills_are_listed_to_the_coach_in_their_language_and_one_that_is_not_there_is_not_chosen(
    room: Opened, stage: Stage
) -> None:
    with room.together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        found = asks(room, coach, "coach", "/guide/room/drills").json
        assert {"headroom", "direct_a_stranger"} < {one["id"] for one in found}
        assert "match_a_reference" not in {one["id"] for one in found}
        assert asks(room, sitter, "sitter", "/guide/room/drills").status == 404
        coach.say("practise", drill="no-such-drill")
        assert coach.wait("refused")["why"] == "There is no such drill: choose another one."
