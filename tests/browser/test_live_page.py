"""A page on which the camera plays, and what can be seen and done there.

One page for all of these, in a file of its own: it plays until the file ends, and a second one beside it would be slow.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def playing(with_person: "Browser", guide: str) -> Iterator[Visit]:
    """A page on which the camera already plays; tests leave it so."""
    with visit(with_person, guide) as opened:
        opened.play()
        yield opened


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


def test_a_reading_and_a_reason_open_their_lessons_and_escape_gives_the_focus_back(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    page = playing.page
    for line in (page.locator(".reading").first, page.locator(".reason").first):
        line.focus()
        page.keyboard.press("Enter")
        page.locator(".lesson[open] figure svg").first.wait_for()
        assert page.locator(".lesson figure").count() >= 2
        page.keyboard.press("Escape")
        page.locator(".lesson").wait_for(state="hidden")
        assert line.evaluate("e => e.getRootNode().activeElement === e")


def test_the_panel_keeps_its_elements_while_it_is_told_more(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    line = playing.page.locator(".reason").first.element_handle()
    before = playing.looks()
    playing.wait_for_looks(lambda looks: looks > before + 10)
    assert line.evaluate("e => e.isConnected")


def test_the_cue_fills_the_screen_for_those_who_stand_far_off(playing: Visit, pictures: Path) -> None:
    page = playing.page
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("f")
    page.locator(".deck .far").wait_for()
    size = page.locator(".far-cue b").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size > 0.07 * DESKTOP["width"]
    playing.shot(pictures, "far")
    page.keyboard.press("Escape")
    page.locator(".deck .far").wait_for(state="hidden")
