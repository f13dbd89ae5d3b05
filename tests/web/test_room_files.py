"""Previews and originals on their way from a sitter to the coach, over a real server, without looking at any."""

import base64
import hashlib
import io
import random
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from framing.hub.box import Box, Folder, Memory
from framing.pictures.upload import PIECE
from framing.session.registry import Page, Registry
from tests.session.stage import Stage, flat, wait_for
from tests.web.browser import Answer, Browser, Picture, taken
from tests.web.rooms import Opened, Somebody, hub_of, serving

ONE, OTHER = "1" * 32, "2" * 32
PREVIEW = base64.b64encode(b"a small JPEG").decode()
YES = {"see": True, "pictures": True, "camera": False}


@pytest.fixture(params=["memory", "folder"])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Box:
    return Memory() if request.param == "memory" else Folder(tmp_path)


@pytest.fixture
def at(stage: Stage, box: Box) -> Iterator[str]:
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    with serving(hub_of(), registry, box) as address:
        yield address


@contextmanager
def shot(room: Opened, stage: Stage, *ids: str) -> Iterator[tuple[Somebody, Somebody, Picture]]:
    """A coach, and a sitter who has taken these pictures and said yes to sending them."""
    picture = taken(flat(64, 48))
    with room.together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", **YES)
        for number, name in enumerate(ids, 1):
            told(sitter, name, picture, number)
        coach.sees(lambda seen: len(seen["pictures"]) == len(ids))
        yield coach, sitter, picture


def told(sitter: Somebody, name: str, picture: Picture, number: int = 1) -> None:
    size = len(picture.data)
    sitter.say(
        "picture", id=name, burst="b", number=number, width=64, height=48, bytes=size, preview=PREVIEW
    )  # fmt: skip


def get(room: Opened, who: Somebody, path: str, role: str = "coach") -> Answer:
    return Browser(room.at).ask("GET", path, **{"X-Framing-Room": f"{room.token(role)}.{who.badge}"})


def handed_over(room: Opened, coach: Somebody, sitter: Somebody, picture: Picture, stage: Stage, name: str) -> None:
    coach.say("originals", ids=[name])
    sitter.sees(lambda seen: any(one["id"] == name and one["asked"] for one in seen["pictures"]))
    Browser(room.at, stage.session.token).send(name, picture)
    sitter.say("sent", id=name, state="here", share=1.0)
    coach.sees(lambda seen: state(seen, name) == "here")


def state(seen: dict[str, object], name: str) -> object:
    pictures = seen["pictures"]
    assert isinstance(pictures, list)
    return next((one["state"] for one in pictures if one["id"] == name), None)


def test_an_original_that_was_asked_for_reaches_the_coach_as_the_sitter_sent_it(at: str, stage: Stage) -> None:
    room = Opened(at)
    with shot(room, stage, ONE) as (coach, sitter, picture):
        handed_over(room, coach, sitter, picture, stage, ONE)
        answer = get(room, coach, f"/guide/room/originals/{ONE}")
        assert (answer.status, answer.body) == (200, picture.data)
        assert answer.headers["cache-control"] == "no-store"


def test_an_original_of_ten_megabytes_arrives_whole_after_two_interruptions(at: str, stage: Stage) -> None:
    room, large = Opened(at), Picture(random.Random(7).randbytes(10_000_000), (4000, 3000))
    with shot(room, stage, ONE) as (coach, sitter, _):
        coach.say("originals", ids=[ONE])
        sitter.sees(lambda seen: any(one["asked"] for one in seen["pictures"]))
        for until in (3_000_000, 7_000_000):
            before_the_break = Browser(at, stage.session.token)
            have = before_the_break.ask("POST", f"/guide/pictures/{ONE}", large.announced).json["have"]
            while have < until:
                have = before_the_break.put(ONE, have, large.data[have : have + PIECE]).json["have"]
            sitter.say("sent", id=ONE, state="sending", share=have / len(large.data))
        Browser(at, stage.session.token).send(ONE, large, PIECE)
        sitter.say("sent", id=ONE, state="here", share=1.0)
        coach.sees(lambda seen: state(seen, ONE) == "here")
        answer = get(room, coach, f"/guide/room/originals/{ONE}")
    assert hashlib.sha256(answer.body).hexdigest() == large.announced["sha256"]


def test_nobody_but_the_rooms_own_coach_gets_it_and_all_others_get_one_answer(at: str, stage: Stage) -> None:
    room, elsewhere = Opened(at), Opened(at)
    with shot(room, stage, ONE) as (coach, sitter, picture), elsewhere.come("coach") as stranger:
        handed_over(room, coach, sitter, picture, stage, ONE)
        stranger.wait("welcome")
        path = f"/guide/room/originals/{ONE}"
        answers = [
            get(room, sitter, path, "sitter"), get(room, sitter, path), get(room, stranger, path),
            get(elsewhere, coach, path), get(elsewhere, stranger, path), Browser(at).ask("GET", path),
            get(room, coach, f"/guide/room/originals/{OTHER}"), get(room, coach, "/guide/room/originals/x"),
            get(room, stranger, "/guide/room/zip"), get(room, sitter, "/guide/room/zip", "sitter"),
        ]  # fmt: skip
        assert {(one.status, one.body) for one in answers} == {(404, answers[0].body)}
        assert b"error" in answers[0].body


def test_what_the_sitter_keeps_back_or_no_longer_gives_is_gone_from_the_server_at_once(
    at: str, stage: Stage, box: Box
) -> None:
    room = Opened(at)
    with shot(room, stage, ONE, OTHER) as (coach, sitter, picture):
        for name in (ONE, OTHER):
            handed_over(room, coach, sitter, picture, stage, name)
        sitter.say("hold", id=ONE, held=True)
        coach.sees(lambda seen: any(one["held"] for one in seen["pictures"]))
        assert get(room, coach, f"/guide/room/originals/{ONE}").status == 404
        assert get(room, coach, f"/guide/room/originals/{OTHER}").status == 200
        sitter.say("consent", see=True, pictures=False, camera=False)
        coach.sees(lambda seen: all(one["held"] for one in seen["pictures"]))
        assert get(room, coach, f"/guide/room/originals/{OTHER}").status == 404
        wait_for(lambda: not held(box))


def held(box: Box) -> list[object]:
    """What is in it."""
    if isinstance(box, Folder):
        return [path for path in box._path.rglob("*") if path.is_file()]
    assert isinstance(box, Memory)
    return [name for files in box._files.values() for name in files]


def test_without_a_yes_to_pictures_not_even_a_preview_leaves_the_sitter(at: str, stage: Stage, box: Box) -> None:
    with Opened(at).together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", see=True, pictures=False, camera=False)
        told(sitter, ONE, taken(flat(64, 48)))
        assert "stays on your device" in sitter.wait("refused")["why"]
        assert not [one for one in coach.heard if one["kind"] == "picture"]
        assert not held(box)


def test_an_original_that_is_not_all_there_is_asked_for_again(at: str, stage: Stage) -> None:
    room = Opened(at)
    with shot(room, stage, ONE) as (coach, sitter, picture):
        coach.say("originals", ids=[ONE])
        browser = Browser(at, stage.session.token)
        browser.ask("POST", f"/guide/pictures/{ONE}", picture.announced)
        browser.put(ONE, 0, picture.data[:200])
        sitter.say("sent", id=ONE, state="here", share=1.0)
        assert "sent again" in sitter.wait("refused")["why"]
        assert get(room, coach, f"/guide/room/originals/{ONE}").status == 404
        browser.send(ONE, picture)
        sitter.say("sent", id=ONE, state="here", share=1.0)
        coach.sees(lambda seen: state(seen, ONE) == "here")
        assert get(room, coach, f"/guide/room/originals/{ONE}").body == picture.data


def test_a_coach_who_comes_back_sees_again_what_the_sitter_gives_and_only_that(at: str, stage: Stage) -> None:
    room = Opened(at)
    with shot(room, stage, ONE, OTHER) as (coach, sitter, _):
        coach.say("star", id=OTHER, on=True)
        sitter.say("hold", id=ONE, held=True)
        coach.sees(lambda seen: any(one["held"] for one in seen["pictures"]))
        with room.come("coach", me=coach.badge) as again:
            assert again.wait("welcome")["you"] == next(one for one in coach.heard if one["kind"] == "welcome")["you"]
            shown = again.wait("picture")
            assert (shown["id"], shown["preview"]) == (OTHER, PREVIEW)
            again.say("here")
            again.wait("here")
            assert [one["id"] for one in again.heard if one["kind"] == "picture"] == [OTHER]
            assert [one["starred"] for one in again.room["pictures"] if one["id"] == OTHER] == [True]
        assert coach.ended()["why"] == "replaced"


def test_all_originals_come_in_one_zip_with_the_notes(at: str, stage: Stage) -> None:
    room = Opened(at)
    with shot(room, stage, ONE, OTHER) as (coach, sitter, picture):
        coach.say("star", id=ONE, on=True)
        coach.say("pin", cue=None, words="Chin up a little")
        for name in (ONE, OTHER):
            handed_over(room, coach, sitter, picture, stage, name)
        answer = get(room, coach, "/guide/room/zip")
        with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
            assert archive.testzip() is None
            pictures = [name for name in archive.namelist() if name.endswith(".jpg")]
            notes = archive.read("notes.txt").decode()
            assert [archive.read(name) for name in pictures] == [picture.data] * 2
        assert all(name in notes for name in pictures)
        assert notes.count("★") == 1
        assert "Chin up a little" in notes
        assert "Team" in notes


def test_when_the_room_ends_nothing_of_it_is_left(at: str, stage: Stage, box: Box) -> None:
    room = Opened(at)
    with shot(room, stage, ONE) as (coach, sitter, picture):
        handed_over(room, coach, sitter, picture, stage, ONE)
        assert held(box)
        coach.say("close")
        assert coach.ended()["why"] == sitter.ended()["why"] == "closed"
        wait_for(lambda: not held(box))
        assert get(room, coach, f"/guide/room/originals/{ONE}").status == 404


def test_more_than_the_server_keeps_is_refused_and_stays_with_the_sitter(stage: Stage) -> None:
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    with serving(hub_of(), registry, Memory(most=100)) as at:
        room = Opened(at)
        with shot(room, stage, ONE) as (coach, sitter, picture):
            coach.say("originals", ids=[ONE])
            Browser(at, stage.session.token).send(ONE, picture)
            sitter.say("sent", id=ONE, state="here", share=1.0)
            assert "room on the server" in sitter.wait("refused")["why"]
            assert state(coach.sees(lambda seen: state(seen, ONE) == "waits"), ONE) == "waits"
