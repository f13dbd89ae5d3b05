"""Each state of the camera, said in words, and the way back from it."""

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import cv2
import numpy as np
import pytest
import skimage.data

from framing.lab.rigs import chromium, fake_camera
from framing.page.states import STATES, TROUBLES
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route, ViewportSize

pytestmark = pytest.mark.browser

DECK = "document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot.deck"


def said(opened: Visit, state: str, trouble: str | None = None) -> None:
    """Until the page says the state in its words, and the trouble with its next step."""
    opened.wait_for_state(state)
    opened.wait_for(str(STATES[state]), ".state")
    if trouble:
        opened.wait_for(str(TROUBLES[trouble].what), ".trouble")
        opened.wait_for(str(TROUBLES[trouble].step), ".trouble")


def test_a_camera_pulled_out_is_missed_and_goes_on_by_itself_when_it_is_back(
    with_person: "Browser", guide: str
) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for_state("live")
        pull = "track => { track.stop(); track.dispatchEvent(new Event('ended')); }"
        opened.page.evaluate(f"() => ({pull})({DECK}.camera.capture.track)")
        said(opened, "lost", "unplugged")
        opened.page.evaluate("() => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))")
        opened.wait_for_state("live")


def test_a_page_out_of_sight_pauses_and_goes_on_when_it_is_looked_at(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for_state("live")
        hide = "on => Object.defineProperty(document, 'hidden', {get: () => on, configurable: true})"
        opened.page.evaluate(hide, True)
        said(opened, "paused", "hidden")
        opened.page.evaluate(hide, False)
        opened.wait_for_state("live")


def test_a_camera_that_gives_nothing_for_a_moment_pauses(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for_state("live")
        mute = "on => Object.defineProperty(TRACK, 'muted', {get: () => on, configurable: true})"
        opened.page.evaluate(mute.replace("TRACK", f"{DECK}.camera.capture.track"), True)
        said(opened, "paused", "muted")
        opened.page.evaluate(mute.replace("TRACK", f"{DECK}.camera.capture.track"), False)
        opened.wait_for_state("live")


def test_a_guide_started_again_finds_its_page_waiting(with_person: "Browser", tmp_path: Path) -> None:
    with chromium.server(tmp_path / "first.txt") as address:
        port = urlsplit(address).port
        context = visit(with_person, address)
        opened = context.__enter__()
        opened.play()
        opened.wait_for_state("live")
    try:
        said(opened, "lost", "server")
        with chromium.server(tmp_path / "second.txt", port=port):
            opened.wait_for_state("live")
            opened.wait_for("Because", ".why")
    finally:
        context.__exit__(None, None, None)


def test_the_question_about_the_camera_is_waited_for_in_words(with_person: "Browser", guide: str) -> None:
    never = "MediaDevices.prototype.getUserMedia = () => new Promise(() => {});"
    with visit(with_person, guide, lambda page: page.add_init_script(never)) as opened:
        opened.start()
        said(opened, "asking")


def test_nothing_can_be_pressed_before_the_script_that_answers_to_it_is_there(
    with_person: "Browser", guide: str
) -> None:
    held: list[Route] = []

    def hold(page: "Page") -> None:
        page.route("**/guide/scripts/deck.js", lambda route: held.append(route))  # noqa: PLW0108 - a built-in cannot be a handler

    with visit(with_person, guide, hold) as opened:
        opened.page.locator(".deck .use").wait_for(state="attached")
        while not held:
            opened.page.wait_for_timeout(20)
        assert opened.page.locator(".deck button:visible").count() == 0
        held[0].continue_()
        opened.ready()
        assert opened.page.locator(".deck .use").is_visible()


@pytest.mark.long
def test_a_second_tab_on_the_same_camera_is_guided_too(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as first, visit(with_person, guide) as second:
        first.play()
        second.play()
        for opened in (first, second):
            opened.wait_for_state("live")
            opened.wait_for("Because", ".why")


@pytest.mark.parametrize(
    ("width", "height", "page"),
    [
        (720, 1280, PHONE),
        pytest.param(640, 480, PHONE, marks=pytest.mark.long),
        pytest.param(720, 1280, DESKTOP, marks=pytest.mark.long),
    ],
)
def test_a_small_or_upright_camera_gives_its_whole_picture_and_its_size_is_said(
    driver: "Playwright", guide: str, tmp_path: Path, width: int, height: int, page: "ViewportSize"
) -> None:
    astronaut = np.asarray(skimage.data.astronaut()[..., :3], np.uint8)
    side = min(width, height)
    top, left = (height - side) // 2, (width - side) // 2
    picture = np.full((height, width, 3), 150, np.uint8)
    picture[top : top + side, left : left + side] = cv2.resize(astronaut, (side, side))
    webcam = fake_camera.write(tmp_path / "webcam.mjpeg", [picture] * 4, size=(width, height))
    with chromium.browser(driver, webcam) as browser, visit(browser, guide, size=page) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.wait_for(f"{width}×{height}", ".state")
        settings = opened.page.evaluate(f"() => {DECK}.camera.capture.track.getSettings()")
        assert settings["resizeMode"] == "none"
        box = opened.page.locator(".stage").bounding_box()
        assert box
        assert box["width"] == PHONE["width"] or page is DESKTOP
