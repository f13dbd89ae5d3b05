"""What a page is told of a look: the same in deck and panel, and of the types that its scripts were written for."""

import pytest

from framing.overlay.marks import Landmarks
from framing.page.payload import Live, payload
from framing.perceive.fixed import empty_room, sitter
from framing.presets.catalogue import find
from framing.session.settings import Settings
from framing.types import NOT_CALIBRATED, Viewer
from framing.web import typescript
from tests.session.stage import Eyes, Stage, guided, send


def test_before_the_first_look_there_is_a_deck_and_no_panel(stage: Stage) -> None:
    told = payload(stage.session)
    assert told.panel is None
    assert (told.deck.cue, told.deck.reads, told.deck.ready, told.deck.size) == (None, None, False, None)
    assert told.room


@pytest.mark.parametrize("scene", [sitter(), sitter(roll=14.0), empty_room()], ids=["sitter", "tilted", "nobody"])
def test_deck_and_panel_tell_one_look(stage: Stage, scene: object) -> None:
    stage.make = lambda: Eyes(scene)  # type: ignore[arg-type]
    stage.send_until(lambda: guided(stage))
    told = payload(stage.session)
    assert told.panel is not None
    assert (told.panel.cue, told.panel.reads, told.panel.ready) == (told.deck.cue, told.deck.reads, told.deck.ready)
    assert told.deck.looks == stage.session.looks
    assert told.deck.size == (64, 36)


def test_a_later_look_has_a_later_time_and_the_same_look_the_same(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    stage.session.rest()
    assert payload(stage.session) == payload(stage.session)
    before = payload(stage.session).time
    stage.send_until(lambda: guided(stage))
    assert payload(stage.session).time > before


def test_what_is_known_of_the_camera_reaches_the_browser(stage: Stage) -> None:
    assert stage.session.settings.focal == NOT_CALIBRATED
    assert payload(stage.session).deck.focal is None
    stage.session.settings = Settings(find("headshot"), Viewer.FRONT, Landmarks.LIGHT, focal=1.25)
    assert payload(stage.session).deck.focal == 1.25


def test_a_page_without_a_seat_is_told_that_there_is_no_room_and_when_there_is_again(stage: Stage) -> None:
    late = Stage()
    late.session._seats = stage.seats
    assert stage.session.sit()
    send(late.session)
    assert not payload(late.session).room
    assert payload(stage.session).room
    stage.session.rest()
    assert payload(late.session).room


def test_all_that_is_told_comes_back_from_its_json(stage: Stage) -> None:
    stage.send_until(lambda: guided(stage))
    told = payload(stage.session)
    assert Live.model_validate_json(told.model_dump_json()) == told


def test_a_page_that_knows_the_look_before_is_told_its_cards_only_where_they_are_others(stage: Stage) -> None:
    nothing = payload(stage.session)
    stage.send_until(lambda: guided(stage))
    told = payload(stage.session)
    assert told.panel is not None
    assert told.panel.groups
    assert told.after(None) == told.after(nothing) == told
    again = told.after(told)
    assert again.panel == told.panel.model_copy(update={"groups": None})
    assert again.stage == told.stage
    other = told.model_copy(update={"panel": told.panel.model_copy(update={"groups": told.panel.groups[:1]})})
    assert other.after(told) == other


@pytest.mark.parametrize("declared", typescript.FILES, ids=lambda declared: declared.file.name)
def test_the_types_of_the_scripts_are_those_of_the_models(declared: typescript.Declared) -> None:
    assert declared.file.read_text("utf-8") == typescript.declarations(declared), "make types"
