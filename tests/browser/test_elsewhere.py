"""Pages on which not all goes well."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.live import chromium
from framing.live.environment import MAX_SESSIONS
from framing.page.panels import TROUBLES
from tests.browser.conftest import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

pytestmark = pytest.mark.browser


def test_an_empty_room_is_said_to_be_one(driver: "Playwright", room: Path, guide: str) -> None:
    with chromium.browser(driver, room) as browser, visit(browser, guide) as opened:
        opened.play()
        opened.wait_for("Nobody in view", ".fg-reads")
        opened.wait_for("step in front of the camera", ".fg-cue")
        assert "%" not in opened.page.locator(".fg-reads").inner_text()


def test_a_closed_tab_frees_its_seat_for_the_one_that_waits(
    driver: "Playwright", with_person: "Browser", tmp_path: Path
) -> None:
    with (
        chromium.server(tmp_path / "log.txt", {MAX_SESSIONS: "1"}) as address,
        visit(with_person, address) as waiting,
    ):
        with visit(with_person, address) as first:
            first.play()
            first.wait_for("Because", ".fg-why")
            waiting.page.reload()
            waiting.wait_for("one person at a time", ".fg-notice")
            assert waiting.page.locator(".st-key-camera iframe").count() == 0
        waiting.play()
        waiting.wait_for("Because", ".fg-why")


def test_whoever_starts_a_moment_too_late_gets_the_same_sentence(
    driver: "Playwright", with_person: "Browser", tmp_path: Path
) -> None:
    with (
        chromium.server(tmp_path / "log.txt", {MAX_SESSIONS: "1"}) as address,
        visit(with_person, address) as late,
        visit(with_person, address) as first,
    ):
        late.page.frame_locator(".st-key-camera iframe").get_by_role("button").first.wait_for()
        first.play()
        first.wait_for("Because", ".fg-why")
        late.start()
        late.wait_for("one person at a time", ".fg-notice")
        first.wait_for_more_video()


def test_a_denied_camera_has_its_sentence(driver: "Playwright", person: Path, guide: str) -> None:
    with chromium.browser(driver, person, allow=False) as browser, visit(browser, guide) as opened:
        opened.start()
        opened.wait_for(TROUBLES["NotAllowedError"].what, ".fg-notice")
        opened.wait_for(TROUBLES["NotAllowedError"].step, ".fg-notice")


def test_a_missing_camera_has_its_sentence(driver: "Playwright", guide: str) -> None:
    with chromium.browser(driver, None) as browser, visit(browser, guide) as opened:
        opened.start()
        opened.wait_for(TROUBLES["NotFoundError"].what, ".fg-notice")


def test_a_picture_that_does_not_come_through_has_its_sentence(with_person: "Browser", guide: str) -> None:
    context = with_person.new_context()
    context.add_init_script("RTCPeerConnection.prototype.setRemoteDescription = () => new Promise(() => {});")
    page = context.new_page()
    page.goto(guide)
    chromium.press_start(page)
    page.locator(".fg-notice").filter(has_text=TROUBLES["slow"].what).wait_for(timeout=chromium.PATIENCE * 1000)
    context.close()


def test_an_insecure_address_has_its_sentence(with_person: "Browser", guide: str) -> None:
    context = with_person.new_context()
    context.add_init_script("Object.defineProperty(window, 'isSecureContext', {get: () => false});")
    page = context.new_page()
    page.goto(guide)
    page.locator(".fg-notice").filter(has_text=TROUBLES["insecure"].what).wait_for(timeout=chromium.PATIENCE * 1000)
    context.close()
