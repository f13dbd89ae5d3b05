"""The page by keyboard alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

AT_ONCE = """localStorage.setItem('framing-guide', '{"toured": true, "timer": 0}')"""
FOCUSED = """() => {
    let at = document.activeElement;
    const inside = (element) => element.shadowRoot?.activeElement;
    while (inside(at)) at = inside(at);
    return at.textContent.trim();
}"""
BOTH = """keys => {
    const how = { bubbles: true, cancelable: true };
    for (const key of keys) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ...how }));
}"""
DIALOG = '[data-testid="stDialog"]'


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


@pytest.fixture(scope="module")
def ready_to_shoot(with_person: "Browser", guide: str) -> Iterator[Visit]:
    with visit(with_person, guide, lambda page: page.add_init_script(AT_ONCE)) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        yield opened


def test_where_nothing_was_taken_no_key_is_waited_for_any_more(ready_to_shoot: Visit) -> None:
    def waits(change: str) -> bool:
        """Whether a decision is waited for after a release, once Python has told this."""
        script = f"""() => {{
            const {{ deck }} = document.querySelector('[data-testid=stBidiComponentIsolated]').shadowRoot;
            const before = deck.settings;
            deck.decision.expect();
            deck.settle({{ ...before, ...{change} }});
            const waits = deck.decision.until > performance.now();
            deck.settle(before); // or what Python tells next would be news
            deck.decision.forget();
            return waits;
        }}"""
        return bool(ready_to_shoot.page.evaluate(script))

    assert waits("{}")
    assert not waits("{ refused: 1000 }")
    assert not waits("{ notice: ['The camera gives no picture just now.', 'Wait.'] }")


def number_kept(page: "Page") -> int:
    tray = page.locator(".tray")
    return int(tray.locator("b").inner_text()) if tray.is_visible() else 0


@pytest.mark.parametrize(("key", "keeps"), [("k", 1), ("a", 0), (" ", 1)], ids=["K", "A", "space"])
def test_a_key_pressed_before_the_review_has_opened_counts(ready_to_shoot: Visit, key: str, keeps: int) -> None:
    page = ready_to_shoot.page
    before = number_kept(page)
    page.evaluate("() => document.activeElement?.blur()")
    page.evaluate(BOTH, [" ", key])  # in one breath: the review cannot have opened in between
    page.locator(DIALOG).first.wait_for(state="attached", timeout=chromium.PATIENCE * 1000)
    page.locator(DIALOG).wait_for(state="detached", timeout=chromium.PATIENCE * 1000)
    page.wait_for_function(
        "() => document.querySelector('.st-key-deck [data-testid]')?.shadowRoot?.deck.settings.reviewing === false",
        timeout=chromium.PATIENCE * 1000,
    )
    assert number_kept(page) == before + keeps
