from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from framing.carriers.webrtc.ice import ICE_SERVERS
from framing.carriers.webrtc.stream import Guided
from framing.page.choices import FIRST_USE
from framing.perceive import Eyes
from framing.perceive.fixed import FixedEyes, sitter
from framing.session.seats import MAX_SESSIONS, shared_seats
from framing.session.session import Session
from framing.types import Viewer
from tests.session.stage import PATIENCE, send, wait_for

PAGE = Path(__file__).parents[2] / "framing" / "page" / "main.py"


class Camera:
    """Stands where the WebRTC component would, and holds the session whose frames it was given."""

    def __init__(self) -> None:
        self.session: Session | None = None
        self.shown = 0

    def __call__(self, stream: Guided) -> None:
        self.session = stream.session
        self.shown += 1


@pytest.fixture
def camera(monkeypatch: pytest.MonkeyPatch) -> Iterator[Camera]:
    stub = Camera()
    monkeypatch.setattr("framing.page.camera.camera", stub)
    shared_seats.cache_clear()
    st.cache_resource.clear()  # the visit of the page before, whose seats are another process's
    yield stub
    if stub.session is not None:
        stub.session.close()
        wait_for(lambda: shared_seats().left == shared_seats().limit)
    shared_seats.cache_clear()


def html(page: AppTest) -> str:
    return " ".join(element.proto.body for element in page.get("html"))


def chosen(monkeypatch: pytest.MonkeyPatch, **told: object) -> None:
    """As if the deck, which AppTest only mounts, had told this."""
    monkeypatch.setattr("framing.page.deck.chosen", lambda: told)


def test_the_page_opens_with_its_camera_and_the_first_use(camera: Camera) -> None:
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert camera.shown == 1
    assert camera.session is not None
    assert camera.session.settings.preset is not None
    assert camera.session.settings.preset.name == FIRST_USE


def test_a_choice_reaches_the_running_session(camera: Camera, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, use="linkedin", viewer="other")
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert camera.session is not None
    assert camera.session.settings.preset is not None
    assert camera.session.settings.preset.name == "linkedin"
    assert camera.session.settings.viewer is Viewer.OTHER


def test_a_page_with_guidance_runs_without_an_error(camera: Camera) -> None:
    def eyes() -> Eyes:
        return FixedEyes([sitter(face_height=0.1)])

    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    session = camera.session
    assert session is not None
    session._open_eyes = eyes
    wait_for(lambda: send(session) is not None and session.looks > 0)
    page.run()
    assert not page.exception


def test_photographs_take_the_cameras_place(camera: Camera, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, mode="photos")
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert camera.shown == 0
    assert "Nothing dropped yet" in page.caption[0].value


def test_a_page_that_finds_every_seat_taken_shows_no_camera_until_one_is_free(
    camera: Camera, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MAX_SESSIONS, "1")
    assert shared_seats().take()
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert camera.shown == 0
    shared_seats().free()
    page.run()
    assert camera.shown == 1


@pytest.mark.parametrize(("name", "value"), [(MAX_SESSIONS, "many")])
def test_a_setting_that_makes_no_sense_becomes_a_sentence(
    camera: Camera, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert name in html(page)
    assert camera.shown == 0


def test_broken_ice_servers_become_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ICE_SERVERS, "[{")
    page = AppTest.from_file(PAGE, default_timeout=PATIENCE).run()
    assert not page.exception
    assert ICE_SERVERS in html(page)


NESTED: dict[str, object] = {"a": [{"b": [None, float("nan"), "x" * 10_000]}] * 5}


@pytest.mark.parametrize(
    "junk", [None, True, -1, float("nan"), 10**400, "now", [1], NESTED], ids=lambda junk: f"{junk!r:.12}"
)
def test_whatever_the_scripts_send_the_page_goes_on(
    camera: Camera, monkeypatch: pytest.MonkeyPatch, junk: object
) -> None:
    wishes = SimpleNamespace(**dict.fromkeys(("refresh", "look", "distance", "choices"), junk))
    monkeypatch.setattr("framing.page.deck.deck", lambda _data: wishes)
    monkeypatch.setattr("framing.page.panel.panel", lambda *_, **__: wishes)
    monkeypatch.setattr("framing.page.deck.chosen", lambda: {"use": junk, "answers": junk, "focal": junk, "mode": junk})
    page = AppTest.from_file(PAGE, default_timeout=20).run()
    assert not page.exception
    assert camera.shown == 1
