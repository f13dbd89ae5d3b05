import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from framing.live import chromium
from tests.browser.conftest import Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, WebSocketRoute

pytestmark = pytest.mark.browser

SCREENSHOT = "FRAMING_SCREENSHOT"
STREAM = "**/_stcore/stream"


def test_the_picture_comes_back_and_is_large_at_the_guide(playing: Visit) -> None:
    playing.wait_for_more_video()
    playing.wait_for("Live · 1280×720", ".state")


def test_a_person_reads_a_verdict_five_reasons_and_one_cue(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    page = playing.page
    assert page.locator(".reads h2 b").inner_text() in ("Headshot", "Portrait")
    assert page.locator(".reason").count() == 5
    assert page.locator(".boundary-words").inner_text()
    assert page.locator(".said").text_content()
    assert page.locator(".strip .reading").count() >= 12


def test_the_page_fits_a_small_laptop_without_scrolling(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    main = playing.page.locator('[data-testid="stMain"]')
    width, across, height, down = main.evaluate("e => [e.scrollWidth, e.clientWidth, e.scrollHeight, e.clientHeight]")
    assert width <= across
    assert height <= down
    for card in playing.page.locator(".card:visible").all():
        box = card.bounding_box()
        assert box
        assert box["x"] + box["width"] <= across
        assert box["y"] + box["height"] <= down


def test_the_words_follow_the_picture(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    before = playing.looks()
    playing.wait_for_looks(lambda looks: looks > before + 3)
    playing.wait_for_more_video()


def test_another_use_is_judged_without_stopping_the_picture(playing: Visit) -> None:
    played = playing.seconds_played()
    playing.page.locator("button.use").click()
    playing.page.locator(".uses .list button", has_text="LinkedIn").click()
    playing.wait_for("LinkedIn", ".wants")
    playing.wait_for_more_video()
    assert playing.seconds_played() > played


def test_space_after_start_does_not_stop_the_camera(playing: Visit) -> None:
    page = playing.page
    page.wait_for_function("() => document.activeElement?.tagName !== 'IFRAME'", timeout=chromium.PATIENCE * 1000)
    page.keyboard.press("Space")
    page.locator(".count:visible").wait_for()
    page.keyboard.press("Space")  # calls the self-timer off again
    page.locator(".count").wait_for(state="hidden")
    page.keyboard.press("Enter")
    playing.wait_for_more_video()
    assert playing.camera.get_by_role("button", name="Stop").is_visible()


def test_stop_and_start_again(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.camera.get_by_role("button", name="Stop").click()
        opened.wait_for_state("ended")
        opened.page.locator(".aside-idle:visible").wait_for()
        opened.page.locator(".why").wait_for(state="detached")
        opened.play()
        opened.wait_for("Because", ".why")


def test_a_connection_lost_for_a_moment_comes_back_guided(with_person: "Browser", guide: str) -> None:
    lines: list[tuple[WebSocketRoute, WebSocketRoute]] = []

    def join(to_page: "WebSocketRoute") -> None:
        lines.append((to_page.connect_to_server(), to_page))

    with visit(with_person, guide, lambda page: page.route_web_socket(STREAM, join)) as opened:
        opened.play()
        opened.wait_for_looks(lambda looks: looks >= 10)
        for end in lines[-1]:
            end.close(code=1001)
        opened.wait_for_looks(lambda looks: looks < 10)  # a new session counts from 0
        opened.wait_for("Because", ".why")
        opened.wait_for_more_video()
        assert len(lines) > 1


def test_nothing_but_the_guide_itself_is_asked_for_anything(with_person: "Browser", guide: str) -> None:
    asked: set[str] = set()
    with visit(
        with_person, guide, lambda page: page.on("request", lambda r: asked.add(urlsplit(r.url).netloc))
    ) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
    assert {host for host in asked if host} == {urlsplit(guide).netloc}


def test_the_page_can_be_kept_as_the_readmes_picture(with_person: "Browser", guide: str, tmp_path: Path) -> None:
    """`FRAMING_SCREENSHOT=assets/screenshot.png` keeps it; the README shows what this test saw."""
    path = Path(os.environ.get(SCREENSHOT, tmp_path / "screenshot.png"))
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.wait_for("Live · 1280×720", ".state")
        opened.wait_for_looks(lambda looks: looks > 15)
        opened.page.screenshot(path=path)
    assert re.match(rb"\x89PNG", path.read_bytes())
