import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, WebSocketRoute

pytestmark = pytest.mark.browser

SCREENSHOT = "FRAMING_SCREENSHOT"
STREAM = "**/_stcore/stream"


def test_stop_and_start_again(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.page.locator(".stop").click()
        opened.wait_for_state("ended")
        opened.page.locator(".aside-idle:visible").wait_for()
        opened.page.locator(".why").wait_for(state="hidden")
        opened.play()
        opened.wait_for("Because", ".why")


@pytest.mark.long
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


@pytest.mark.long
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
