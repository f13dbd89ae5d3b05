"""Pages on which not all goes well."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from framing.page.states import TROUBLES
from framing.session.seats import MAX_SESSIONS
from tests.browser.conftest import DESKTOP, PHONE, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright, ViewportSize

pytestmark = pytest.mark.browser


def test_an_empty_room_is_said_to_be_one(driver: "Playwright", room: Path, guide: str) -> None:
    with chromium.browser(driver, room) as browser, visit(browser, guide) as opened:
        opened.play()
        opened.wait_for("Nobody in view", ".reads")
        assert "%" not in opened.page.locator(".reads").inner_text()


@pytest.fixture(scope="module")
def single_seat(driver: "Playwright", tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chromium.server(tmp_path_factory.mktemp("single") / "log.txt", {MAX_SESSIONS: "1"}) as address:
        yield address


def test_somebody_who_comes_too_late_is_told_and_goes_on_when_the_first_tab_is_closed(
    with_person: "Browser", single_seat: str
) -> None:
    with visit(with_person, single_seat) as late:
        with visit(with_person, single_seat) as first:
            late.ready()
            first.play()
            first.wait_for("Because", ".why")
            late.wait_for("one person at a time", ".trouble")
            late.page.locator(".start").wait_for(state="hidden")
            first.wait_for_more_video()
        late.play()
        late.wait_for("Because", ".why")


def test_a_denied_camera_has_its_sentence(driver: "Playwright", person: Path, guide: str) -> None:
    with chromium.browser(driver, person, allow=False) as browser, visit(browser, guide) as opened:
        opened.start()
        opened.wait_for(str(TROUBLES["NotAllowedError"].what), ".trouble")
        opened.wait_for(str(TROUBLES["NotAllowedError"].step), ".trouble")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_missing_camera_has_its_sentence_above_a_start_that_can_be_seen(
    driver: "Playwright", guide: str, size: "ViewportSize"
) -> None:
    with chromium.browser(driver, None) as browser, visit(browser, guide, size=size) as opened:
        opened.start()
        opened.wait_for(str(TROUBLES["NotFoundError"].what), ".trouble")
        words = opened.page.locator(".trouble").bounding_box()
        start = opened.page.locator(".start").bounding_box()
        assert words
        assert start
        assert start["y"] >= words["y"] + words["height"]


SPOILT = {
    "slow": "RTCPeerConnection.prototype.setRemoteDescription = () => new Promise(() => {});"
    " OffscreenCanvas.prototype.convertToBlob = () => Promise.reject(new Error('no picture'));",
    "unanswered": """MediaDevices.prototype.getUserMedia = () => new Promise(() => {});""",
}


@pytest.mark.long
@pytest.mark.parametrize("trouble", SPOILT)
def test_a_picture_that_does_not_reach_the_guide_has_its_sentence(
    with_person: "Browser", guide: str, trouble: str
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(SPOILT[trouble])) as opened:
        opened.start()
        opened.wait_for(str(TROUBLES[trouble].what), ".trouble")


def test_an_insecure_address_has_its_sentence(with_person: "Browser", guide: str) -> None:
    spoilt = "Object.defineProperty(window, 'isSecureContext', {get: () => false});"
    with visit(with_person, guide, lambda page: page.add_init_script(spoilt)) as opened:
        opened.wait_for(str(TROUBLES["insecure"].what), ".trouble")


def test_below_a_path_of_its_own_the_page_finds_its_scripts_and_cards(driver: "Playwright", tmp_path: Path) -> None:
    below = {chromium.BASE: "studio/guide"}
    with (
        chromium.server(tmp_path / "log.txt", below) as address,
        chromium.browser(driver, None) as browser,
        visit(browser, address) as opened,
    ):
        assert address.endswith("/studio/guide")
        opened.wait_for("Headshot", ".use")
        card = "fetch(new URL('guide/cards/headroom', document.baseURI)).then(answer => answer.status)"
        assert opened.page.evaluate(card) == 200
