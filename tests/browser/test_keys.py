"""The page by keyboard alone."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESKTOP, PHONE, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser

FOCUSED = """() => {
    let at = document.activeElement;
    const inside = (element) => element.shadowRoot?.activeElement;
    while (inside(at)) at = inside(at);
    return at.textContent.trim();
}"""


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_start_is_the_first_stop_after_the_skip_link(with_person: "Browser", guide: str, size: "ViewportSize") -> None:
    with visit(with_person, guide, size=size) as opened:
        page = opened.page
        opened.ready()
        opened.wait_for("Headshot", ".use")
        page.keyboard.press("Tab")
        assert "Skip" in page.evaluate(FOCUSED)
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED) == "Start the camera"
