"""Two servers that share rooms through a real Redis: coach on one, sitter on the other."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from framing.hub import shared
from framing.hub.hub import Hub
from framing.hub.shared import Shared, SharedBox, connected
from framing.session.registry import Page, Registry
from framing.web.room_words import Speech
from tests.hub.redis_server import RedisServer, redis_server
from tests.session.stage import Stage, flat, guided, wait_for
from tests.web.browser import Browser, taken
from tests.web.rooms import KEY, Opened, Somebody, serving, waiting

ONE = "1" * 32
YES = {"see": True, "pictures": True, "camera": True}


class Replicas(NamedTuple):
    """Two addresses of the same guide."""

    redis: RedisServer
    first: str
    second: str
    hubs: tuple[Hub, Hub]


@contextmanager
def replica(redis: RedisServer, registry: Registry | None = None) -> Iterator[str]:
    """A server that shares its rooms through this Redis."""
    with sharing(redis, registry) as (at, _):
        yield at


@contextmanager
def sharing(redis: RedisServer, registry: Registry | None = None) -> Iterator[tuple[str, Hub]]:
    """The same, and its hub."""
    client, speech = connected(redis.url), Speech(lambda _: ())
    made = speech.hub = Hub(lambda: KEY, speech, lambda hub: Shared(client, hub.server, hub.deliver, hub.now))
    with serving(made, registry, SharedBox(client)) as at:
        yield at, made


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    with redis_server(tmp_path) as server:
        yield server


@pytest.fixture
def two(redis: RedisServer, stage: Stage) -> Iterator[Replicas]:
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    with sharing(redis) as (first, one), sharing(redis, registry) as (second, other):
        yield Replicas(redis, first, second, (one, other))


@contextmanager
def apart(two: Replicas, stage: Stage, **said: object) -> Iterator[tuple[Opened, Somebody, Somebody]]:
    """A room, its coach on the first server and its sitter on the second, let in."""
    room = Opened(two.first)
    with room.come("coach") as coach:
        coach.wait("welcome")
        there = room.at_server(two.second)
        with there.let_in(coach, "sitter", session=stage.session.token, **said) as sitter:
            yield room, coach, sitter


def test_what_one_says_reaches_the_other_on_another_server(two: Replicas, stage: Stage) -> None:
    with apart(two, stage) as (_, coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        ids = {one["role"]: one["id"] for one in coach.room["people"]}
        coach.say("signal", to=ids["sitter"], data="offer")
        assert sitter.wait("signal")["data"] == "offer"
        sitter.say("signal", to=ids["coach"], data="answer")
        assert coach.wait("signal")["data"] == "answer"
        coach.say("take", after=3)
        assert sitter.wait("do")["what"] == {"kind": "take", "after": 3}


def test_guidance_comes_from_the_server_that_has_the_sitters_session(two: Replicas, stage: Stage) -> None:
    with apart(two, stage, language="de") as (_, coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        stage.send_until(lambda: guided(stage))
        told = coach.wait("guidance", lambda one: bool(one["ranked"]))
        coach.say("pin", cue=told["ranked"][0]["cue"], words=None)
        pinned = sitter.sees(lambda seen: bool(seen["pinned"]))["pinned"]
        assert pinned["words"] not in ("", told["ranked"][0]["words"])


def test_an_original_is_handed_over_by_the_coachs_own_server(two: Replicas, stage: Stage) -> None:
    picture = taken(flat(64, 48))
    with apart(two, stage) as (room, coach, sitter):
        sitter.say("consent", **YES)
        sitter.say("picture", id=ONE, burst="b", number=1, width=64, height=48, bytes=len(picture.data), preview="")
        coach.wait("picture")
        coach.say("originals", ids=[ONE])
        sitter.sees(lambda seen: any(one["asked"] for one in seen["pictures"]))
        Browser(two.second, stage.session.token).send(ONE, picture)
        sitter.say("sent", id=ONE, state="here", share=1.0)
        coach.sees(lambda seen: [one["state"] for one in seen["pictures"]] == ["here"])
        header = {"X-Framing-Room": f"{room.token('coach')}.{coach.badge}"}
        answer = Browser(two.first).ask("GET", f"/guide/room/originals/{ONE}", **header)
        assert (answer.status, answer.body) == (200, picture.data)


def test_a_room_outlives_the_servers_that_share_it(redis: RedisServer) -> None:
    with replica(redis) as first:
        room = Opened(first)
        with room.together() as (coach, _):
            coach.say("lock", on=True)
            coach.sees(lambda seen: bool(seen["locked"]))
            coach.say("pin", cue=None, words="Chin up")
            before = coach.sees(lambda seen: bool(seen["pinned"]))
            badge = coach.badge
    with replica(redis) as again, room.at_server(again).come("coach", me=badge) as coach:
        after = coach.wait("welcome")["room"]
        assert [after[field] for field in ("name", "use", "locked", "pinned")] == [
            before[field] for field in ("name", "use", "locked", "pinned")
        ]


def test_a_room_that_was_closed_on_one_server_is_closed_on_the_other(two: Replicas, stage: Stage) -> None:
    with apart(two, stage) as (room, coach, sitter):
        coach.say("close")
        assert coach.ended()["why"] == sitter.ended()["why"] == "closed"
    with room.at_server(two.second).come("sitter") as late:
        assert late.ended()["why"] == "stale"


def test_people_on_two_servers_who_change_the_room_at_once_lose_nothing(two: Replicas) -> None:
    room = Opened(two.first)
    with ExitStack() as held:
        coach = held.enter_context(room.come("coach"))
        coach.wait("welcome")
        people = [
            held.enter_context(room.at_server(at).come("watcher", name=name))
            for name, at in zip("abcd", (two.first, two.second) * 2, strict=True)
        ]
        for name in "abcd":
            coach.say("admit", who=waiting(coach, name))
        for one in people:
            one.wait("welcome")
        for turn in range(20):
            for one in people:
                one.say("microphone", on=turn % 2 == 0)
        for one in (coach, *people):
            one.say("here")
            one.wait("here")
        coach.sees(lambda seen: not any(one["microphone"] for one in seen["people"]))


def test_who_was_on_a_server_that_has_died_is_no_longer_here_and_one_wrongly_taken_for_dead_comes_back(
    two: Replicas, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    beat, dead = Shared.beat, two.hubs[1].server

    async def quiet(rooms: Shared) -> None:
        if rooms._server != dead:
            await beat(rooms)

    monkeypatch.setattr(shared, "BEATS", 1)
    monkeypatch.setattr("framing.hub.hub.EVERY", 0.2)
    with apart(two, stage) as (room, coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda seen: bool(seen["see"]))
        monkeypatch.setattr(Shared, "beat", quiet)
        seen = coach.sees(lambda seen: not all(one["here"] for one in seen["people"]))
        assert not seen["see"]
        told = sitter.ended()
        assert (told["why"], told["again"]) == ("trouble", True)
        monkeypatch.setattr(Shared, "beat", beat)
        with room.at_server(two.second).come("sitter", me=sitter.badge, **YES) as again:
            assert again.wait("welcome")["you"] == sitter.you
            coach.sees(lambda seen: bool(seen["see"]))


def test_when_redis_has_lost_everything_people_come_back_by_their_tokens(two: Replicas, stage: Stage) -> None:
    with apart(two, stage) as (room, coach, sitter):
        two.redis.stop()
        two.redis.start()
        assert coach.ended()["again"]
        assert sitter.ended()["again"]
        with room.come("coach", me=coach.badge) as again:
            assert again.wait("welcome")["room"]["name"] == "Team"
            with room.at_server(two.second).come("sitter", me=sitter.badge, **YES) as other:
                other.wait("welcome")
                again.sees(lambda seen: bool(seen["see"]))


def test_without_an_answer_from_redis_everybody_is_told_so_and_afterwards_all_goes_on(redis: RedisServer) -> None:
    with replica(redis) as at:
        room = Opened(at)
        redis.stop()
        with room.come("coach") as coach:
            told = coach.ended()
            assert (told["why"], told["again"], coach.code) == ("trouble", True, 1013)
        asked = {"name": "Team", "coach": "Ada", "use": "headshot", "base": f"http://{at}/"}
        answer = Browser(at).ask("POST", "/guide/rooms", asked)
        assert answer.status == 503
        assert "Redis" in answer.json["error"]
        redis.start()

        def back() -> bool:
            with room.come("coach") as coach:
                return bool(coach.next()["kind"] == "welcome")

        wait_for(back)


def test_nothing_in_redis_bears_the_rooms_id_or_a_token(two: Replicas, stage: Stage) -> None:
    import redis as client

    with apart(two, stage) as (room, _, _), client.Redis.from_url(two.redis.url) as peek:
        names = b" ".join(peek.keys("*"))
        assert names
        for secret in ("id", "coach", "sitter", "watcher"):
            assert room.links[secret].encode() not in names
            assert all(peek.ttl(name) > 0 for name in peek.keys("*"))
