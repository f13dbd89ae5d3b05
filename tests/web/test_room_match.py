"""A picture to match in a room, over a real server: pinned by the coach, asked of the sitter's guide, told to all."""

import io
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

import numpy as np
import pytest
from PIL import Image as Pillow

from framing.errors import PhotoError
from framing.hub.box import Memory
from framing.page.payload import payload
from framing.perceive.fixed import sitter as seen_sitter
from framing.school.reference import Reference, reference
from framing.session.registry import Page, Registry
from framing.web import room_pins
from tests.session.stage import Stage, guided
from tests.web.rooms import Opened, Somebody, hub_of, serving
from tests.web.test_room_drill import YES, asks, filming

NOBODY = b"nobody is in it"


def looked(data: bytes, _: object = None) -> Future[Reference]:
    """What eyes would find in the coach's photograph: the sitter as they sit."""
    found: Future[Reference] = Future()
    if data == NOBODY:
        found.set_exception(PhotoError("a photograph with a face that can be read", "none", "choose another"))
    else:
        found.set_result(reference(seen_sitter(), "pinned"))
    return found


def photograph() -> bytes:
    made = io.BytesIO()
    Pillow.fromarray(np.full((120, 160, 3), 90, np.uint8)).save(made, "JPEG")
    return made.getvalue()


@pytest.fixture
def room(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setattr(room_pins, "reference_of", looked)
    registry = Registry()
    registry.enter(stage.session, Page("page", "script"))
    with serving(hub_of(), registry, Memory()) as at:
        yield Opened(at)


@contextmanager
def seen(room: Opened, stage: Stage) -> Iterator[tuple[Somebody, Somebody]]:
    """A coach and a sitter whose camera plays."""
    with room.together(session=stage.session.token) as (coach, sitter):
        sitter.say("consent", **YES)
        coach.sees(lambda view: bool(view["see"]))
        stage.send_until(lambda: guided(stage))
        with filming(stage):
            yield coach, sitter


def test_a_photograph_of_the_coachs_own_is_asked_of_the_sitter_and_its_outline_and_score_are_told_to_both(
    room: Opened, stage: Stage
) -> None:
    chosen = stage.session.settings.preset
    with seen(room, stage) as (coach, sitter):
        own = asks(room, coach, "coach", "/guide/room/reference", "POST", photograph())
        assert own.status == 200, own.body
        picture = own.json["id"]
        coach.say("match", picture=picture)
        for one in (coach, sitter):
            told = one.wait("matching", lambda said: said["score"] is not None)
            assert told["picture"] == picture
            assert told["score"] > 90  # it is the sitter, as they sit
            assert told["ghost"]["lines"]
        applied = stage.session.applied.preset
        assert applied is not None
        assert applied.name == "reference"
        stage.send_until(lambda: payload(stage.session).deck.cue is not None)  # nothing is hidden from the sitter
        assert asks(room, coach, "coach", f"/guide/room/reference/{picture}").headers["content-type"] == "image/jpeg"
        assert asks(room, sitter, "sitter", f"/guide/room/reference/{picture}").status == 404
        coach.say("match", picture=None)
        sitter.sees(lambda view: view["match"] is None)
        stage.send_until(lambda: stage.session.lent is None)
        assert stage.session.applied.preset == chosen


def test_after_a_drill_a_picture_can_be_matched_and_then_the_guide_is_the_sitters_own_again(
    room: Opened, stage: Stage
) -> None:
    with seen(room, stage) as (coach, sitter):
        coach.say("practise", drill="headroom")
        coach.sees(lambda view: view["drill"] is not None)
        coach.say("drill", what="begin")
        sitter.say("hand_in", number=1, step=0)
        handed = coach.sees(lambda view: view["drill"]["phase"] == "going")["drill"]
        sitter.say("hand_in", number=handed["number"], step=0)
        coach.sees(lambda view: view["drill"]["phase"] == "over")
        picture = asks(room, coach, "coach", "/guide/room/reference", "POST", photograph()).json["id"]
        coach.say("match", picture=picture)
        sitter.wait("matching", lambda said: said["score"] is not None)
        assert not hidden(stage)
        coach.say("match", picture=None)
        sitter.sees(lambda view: view["match"] is None)
        stage.send_until(lambda: stage.session.lent is None)


def hidden(stage: Stage) -> bool:
    return stage.session.lent is not None and stage.session.lent.hidden


def test_a_photograph_with_nobody_or_of_no_kind_is_refused_with_a_sentence_and_a_sitter_pins_none(
    room: Opened, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with seen(room, stage) as (coach, sitter):
        assert asks(room, sitter, "sitter", "/guide/room/reference", "POST", photograph()).status == 404
        damaged = asks(room, coach, "coach", "/guide/room/reference", "POST", b"no photograph at all")
        assert damaged.status == 422
        assert damaged.json["error"]
        monkeypatch.setattr(room_pins, "_small", lambda _: NOBODY)
        nobody = asks(room, coach, "coach", "/guide/room/reference", "POST", photograph())
        assert nobody.status == 422
        assert "face" in nobody.json["error"]
        sitter.say("match", picture="c" * 32)
        assert sitter.wait("refused")["why"] == "Only the coach can do this."


def test_a_picture_that_is_not_there_is_not_matched_and_the_coach_is_told(room: Opened, stage: Stage) -> None:
    with seen(room, stage) as (coach, _):
        coach.say("match", picture="c" * 32)
        coach.sees(lambda view: view["match"] == "c" * 32)
        assert "none of that name" in coach.wait("refused")["why"]
        coach.sees(lambda view: view["match"] is None)
        assert stage.session.lent is None
