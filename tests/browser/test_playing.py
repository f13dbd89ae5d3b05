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
    playing.wait_for("Live · 1280×720", ".fg-head")


def test_a_person_reads_a_verdict_five_reasons_and_one_cue(playing: Visit) -> None:
    playing.wait_for("Because", ".fg-why")
    page = playing.page
    assert page.locator(".fg-reads h4 b").inner_text() in ("Headshot", "Portrait")
    assert page.locator(".fg-why div").count() == 5
    assert page.locator(".fg-bound").inner_text()
    assert page.locator(".fg-cue b").inner_text()
    assert page.locator(".fg-strip p").count() > 20


def test_the_page_fits_a_small_laptop_across(playing: Visit) -> None:
    playing.wait_for("Because", ".fg-why")
    width, room = playing.page.locator('[data-testid="stMain"]').evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert width <= room
    edges = "() => [...document.querySelectorAll('.fg-card')].map(card => card.getBoundingClientRect().right)"
    assert max(playing.page.evaluate(edges)) <= room


def test_the_words_follow_the_picture(playing: Visit) -> None:
    playing.wait_for("Because", ".fg-why")
    playing.wait_for_looks(f"looks > {playing.looks() + 3}")
    playing.wait_for_more_video()


def test_another_use_is_judged_without_stopping_the_picture(playing: Visit) -> None:
    played = playing.seconds_played()
    playing.page.locator('[data-testid="stSelectbox"]').first.locator("input").click()
    playing.page.get_by_role("option", name="For LinkedIn").click()
    playing.wait_for("LinkedIn", ".fg-reads")
    playing.wait_for_more_video()
    assert playing.seconds_played() > played
    assert "LinkedIn" in playing.page.locator(".fg-wants").inner_text()


def test_space_after_start_does_not_stop_the_camera(playing: Visit) -> None:
    page = playing.page
    page.wait_for_function("() => document.activeElement?.tagName !== 'IFRAME'", timeout=chromium.PATIENCE * 1000)
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    playing.wait_for_more_video()
    assert playing.camera.get_by_role("button", name="Stop").is_visible()


def test_stop_and_start_again(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for("Because", ".fg-why")
        opened.camera.get_by_role("button", name="Stop").click()
        opened.wait_for("Camera off", ".fg-head")
        opened.wait_for("Before you start", ".fg-card")
        assert opened.page.locator(".fg-why").count() == 0
        opened.play()
        opened.wait_for("Because", ".fg-why")


def test_a_connection_lost_for_a_moment_comes_back_guided(with_person: "Browser", guide: str) -> None:
    lines: list[tuple[WebSocketRoute, WebSocketRoute]] = []

    def join(to_page: "WebSocketRoute") -> None:
        lines.append((to_page.connect_to_server(), to_page))

    with visit(with_person, guide, lambda page: page.route_web_socket(STREAM, join)) as opened:
        opened.play()
        opened.wait_for_looks("looks >= 10")
        for end in lines[-1]:
            end.close(code=1001)
        opened.wait_for_looks("looks < 10")  # a new session counts anew
        opened.wait_for("Because", ".fg-why")
        opened.wait_for_more_video()
        assert len(lines) > 1


def test_nothing_but_the_guide_itself_is_asked_for_anything(with_person: "Browser", guide: str) -> None:
    asked: set[str] = set()
    with visit(
        with_person, guide, lambda page: page.on("request", lambda r: asked.add(urlsplit(r.url).netloc))
    ) as opened:
        opened.play()
        opened.wait_for("Because", ".fg-why")
    assert {host for host in asked if host} == {urlsplit(guide).netloc}


def test_the_page_can_be_kept_as_the_readmes_picture(with_person: "Browser", guide: str, tmp_path: Path) -> None:
    """`FRAMING_SCREENSHOT=assets/screenshot.png` keeps it; the README shows what this test saw."""
    path = Path(os.environ.get(SCREENSHOT, tmp_path / "screenshot.png"))
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for("Because", ".fg-why")
        opened.wait_for("Live · 1280×720", ".fg-head")
        opened.wait_for_looks("looks > 30")
        opened.page.screenshot(path=path)
    assert re.match(rb"\x89PNG", path.read_bytes())
