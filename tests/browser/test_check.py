"""/check on a browser with a webcam, and on one without: all is tried, told in words, and exported."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from framing.lab.rigs import chromium, fake_camera
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

pytestmark = pytest.mark.browser

SPEECH = (Path(__file__).parent / "speech.js").read_text("utf-8")
OVER = 3 * chromium.PATIENCE * 1000  # all tries, on a busy machine


def tried(opened: Visit) -> dict[str, dict[str, Any]]:
    """Each result in the file that Save gives, once all was tried."""
    page = opened.page
    page.locator('.check[data-state="idle"]').wait_for(timeout=chromium.PATIENCE * 1000)
    page.locator("button.start").press("Enter")
    page.locator('.check[data-state="over"]').wait_for(timeout=OVER)
    with page.expect_download() as saved:
        page.locator(".check .save").press("Enter")
    assert saved.value.suggested_filename.startswith("framing-check-")
    report = json.loads(saved.value.path().read_text("utf-8"))
    assert report["about"] == "framing-guide-check"
    assert "Chrome" in report["agent"]
    assert report["screen"]["width"] == page.evaluate("screen.width")
    return {one["tried"]: one for one in report["results"]}


def fits(page: "Page") -> bool:
    """Whether nothing runs over the side of the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_visitor_with_a_webcam_learns_what_works_here_and_saves_it(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    def prepared(page: "Page") -> None:
        page.add_init_script(SPEECH)
        page.context.grant_permissions(["camera", "clipboard-read", "clipboard-write"])

    with visit(with_person, f"{guide}/check", prepared, PHONE) as opened:
        page = opened.page
        results = tried(opened)
        signs = {key: one["result"] for key, one in results.items()}
        rows = page.locator("tbody tr")
        assert [row.get_attribute("data-key") for row in rows.all()] == list(results)
        for key in ("secure", "speech", "tones", "cameras", "burst", "stored", "upload"):
            assert signs[key] == "works", results[key]
        for key in ("webrtc", "websocket"):
            assert signs[key] in ("works", "part"), "slow on a busy machine"
            assert results[key]["found"]["rate"] > 0
        assert {signs["front"], signs["rear"]} == {"part", "cannot"}, "a small webcam, and only one"
        front, burst, sent = (results[key]["found"] for key in ("front", "burst", "upload"))
        assert (front["width"], front["height"]) == (fake_camera.WIDTH, fake_camera.HEIGHT)
        assert (burst["width"], burst["height"], burst["count"]) == (front["width"], front["height"], 5)
        assert sent["count"] >= 1
        assert page.evaluate("window.spoken.map(({ words, over }) => [words, over])") == [["The voice is on.", False]]
        assert "blob" not in json.dumps(results)

        page.get_by_role("button", name="Copy").click()
        opened.wait_for("Copied as text.", ".copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert all(one["words"] in copied for one in results.values())
        left = "(await import(new URL('guide/scripts/store.js', document.baseURI))).Store"
        assert page.evaluate(f"async () => new ({left})().all()") == [], "the picture is erased"
        assert fits(page)
        page.mouse.wheel(0, -9999)
        opened.shot(pictures, "check-phone")
        page.emulate_media(forced_colors="active")
        opened.shot(pictures, "check-forced-colours")
        page.emulate_media(forced_colors="none")
        page.set_viewport_size(DESKTOP)
        opened.shot(pictures, "check-desktop")
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []


@pytest.mark.long
def test_without_a_camera_the_sample_takes_its_place_and_what_needs_one_is_said(
    driver: "Playwright", guide: str, pictures: Path
) -> None:
    with (
        chromium.browser(driver, None) as browser,
        visit(browser, f"{guide}/check?lang=ar", size=PHONE) as opened,
    ):
        page = opened.page
        results = tried(opened)
        signs = {key: one["result"] for key, one in results.items()}
        assert results["front"]["found"] == {"error": "NotFoundError"}
        for key in ("cameras", "rear", "system", "controls", "photo"):
            assert signs[key] == "cannot", results[key]
        assert results["websocket"]["found"]["rate"] > 0
        for key in ("burst", "stored", "upload"):
            assert signs[key] == "works", results[key]
        assert signs["speech"] == "no", "this browser has no voice"
        assert page.evaluate("document.documentElement.dir") == "rtl"
        assert fits(page)
        opened.shot(pictures, "check-no-camera")
