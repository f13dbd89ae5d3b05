"""What was kept waits for its own page, and for nobody else."""

import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from framing.lab.rigs import chromium
from framing.web.kept import TOKEN
from tests.browser.conftest import Visit, visit
from tests.browser.test_using import kept
from tests.session.stage import wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PICTURE = '[data-testid="stDialog"] .own img:visible'


def status(address: str, token: str = "") -> int:
    """What anybody who knows the address gets for it."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={TOKEN: token}), timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def token(page: "Page") -> str:
    return str(page.evaluate("() => sessionStorage.getItem('framing-guide')"))


def tray(opened: Visit) -> None:
    opened.page.locator(".tray").click(timeout=chromium.PATIENCE * 1000)
    opened.page.locator(PICTURE).wait_for(timeout=chromium.PATIENCE * 1000)


def test_a_kept_picture_comes_back_after_a_reload_and_goes_with_erase_or_with_the_page(
    with_person: "Browser", guide: str
) -> None:
    asked: list[str] = []
    with visit(with_person, guide, lambda page: page.on("request", lambda r: asked.append(r.url))) as opened:
        page = opened.page
        opened.play()
        opened.wait_for("Because", ".why")
        kept(opened)
        tray(opened)
        address, first = next(url for url in reversed(asked) if "/guide/kept/" in url), token(page)
        assert [status(address), status(address, "0" * 32), status(address, first)] == [404, 404, 200]

        page.reload()
        tray(opened)
        second = token(page)
        assert second != first
        assert [status(address, first), status(address, second)] == [404, 200]

        page.get_by_role("button", name="Erase all").click()
        page.get_by_role("button", name="Erase them").click()
        page.locator(".tray").wait_for(state="hidden", timeout=chromium.PATIENCE * 1000)
        assert status(address, second) == 404

        opened.play()
        opened.wait_for("Because", ".why")
        kept(opened)
        tray(opened)
        address, last = next(url for url in reversed(asked) if "/guide/kept/" in url), token(page)
        assert status(address, last) == 200
        page.close()
        wait_for(lambda: status(address, last) == 404)
    served = [url for url in asked if urlsplit(url).path.startswith("/media/")]
    assert not served, "nothing stands at an address that anybody may ask for"
