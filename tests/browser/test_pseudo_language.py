"""The whole page in the pseudo-language: what shows without brackets is not translated, and nothing is cut."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser

ASIDE: "ViewportSize" = {"width": 844, "height": 390}  # a phone on its side
WRONG = (Path(__file__).parent / "words.js").read_text("utf-8")


def wrong(opened: Visit) -> list[str]:
    """The texts on the screen that are not translated, are cut or run over."""
    found: list[str] = opened.page.evaluate(WRONG)
    return found


@pytest.mark.parametrize(
    "size", [DESKTOP, PHONE, pytest.param(ASIDE, marks=pytest.mark.long)], ids=["desktop", "phone", "aside"]
)
def test_every_text_is_translated_and_none_is_cut(with_person: "Browser", guide: str, size: "ViewportSize") -> None:
    with visit(with_person, f"{guide}/?lang=qps", size=size) as opened:
        page = opened.page
        page.locator(".deck .tour .skip").wait_for(timeout=chromium.PATIENCE * 1000)
        seen = {"tour": wrong(opened)}
        page.locator(".deck .tour .skip").click()
        seen["at first"] = wrong(opened)
        page.locator(".bar .use").click()
        seen["uses"] = wrong(opened)
        page.keyboard.press("Escape")
        page.locator(".start").click(timeout=chromium.PATIENCE * 1000)
        opened.wait_for_state("live")
        page.locator(".strip button").first.wait_for(timeout=chromium.PATIENCE * 1000)
        seen["live"] = wrong(opened)
        page.locator("[data-mode=photos]").first.click()
        page.locator(".st-key-photos").wait_for(timeout=chromium.PATIENCE * 1000)
        seen["photographs"] = wrong(opened)
        assert {where: texts for where, texts in seen.items() if texts} == {}
