"""A page on which the camera plays, and what can be seen and done there.

One page for all of these, in a file of its own: it plays until the file ends, and a second one beside it would be slow.
"""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, WebSocketRoute

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def playing(with_person: "Browser", guide: str) -> Iterator[Visit]:
    """A page on which the camera already plays; tests leave it so."""
    with visit(with_person, guide) as opened:
        opened.play()
        yield opened


def test_the_picture_plays_in_the_cameras_own_size(playing: Visit) -> None:
    playing.wait_for_more_video()
    playing.wait_for("Live · 1280×720", ".state")


def test_a_person_reads_a_verdict_five_reasons_and_one_cue(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    page = playing.page
    assert page.locator(".reads h2 b").inner_text() in ("Headshot", "Portrait")
    assert page.locator(".reason").count() == 5
    assert page.locator(".boundary-words").inner_text()
    assert page.locator(".said").text_content()
    assert page.locator(".strip .group").count() == 4


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


EACH_LOOK = """many => new Promise((resolve) => {
  const roots = [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")].map((host) => host.shadowRoot);
  const find = (selector) => roots.map((root) => root.querySelector(selector)).find(Boolean);
  const panel = find(".panel"), state = find(".state"), seen = [];
  new MutationObserver((_, watching) => {
    const [sure, badge] = [".reads h2 i", ".badge span"].map((selector) => find(selector).textContent);
    seen.push({ looks: Number(state.dataset.looks), panel: sure, badge });
    if (seen.length < many) return;
    watching.disconnect();
    resolve(seen);
  }).observe(panel, { attributes: true, attributeFilter: ["data-time"] });
})"""


def test_the_panel_moves_with_every_look_and_shows_the_same_one_as_the_badge(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    seen = playing.page.evaluate(EACH_LOOK, 20)
    looks = [one["looks"] for one in seen]
    assert looks == sorted(set(looks))
    # A busy machine may miss one; told each 0.4 s, as once it was, the page would miss three of four.
    assert looks[-1] - looks[0] < 2 * (len(looks) - 1)
    assert [one["panel"] for one in seen] == [one["badge"] for one in seen]


def test_a_line_that_breaks_is_mended_by_itself(with_person: "Browser", guide: str) -> None:
    lines: list[int] = []  # messages on each line

    def watch(line: "WebSocketRoute") -> None:
        number, server = len(lines), line.connect_to_server()
        lines.append(0)

        def told(message: str | bytes) -> None:
            lines[number] += 1
            line.send(message)
            if number < 2 and lines[number] == 2:
                line.close(code=1011, reason="broken on purpose")

        server.on_message(told)

    with visit(with_person, guide, lambda page: page.route_web_socket(re.compile("/guide/live$"), watch)) as opened:
        deadline = time.monotonic() + chromium.PATIENCE
        while len(lines) < 3 or lines[2] < 4:
            assert time.monotonic() < deadline, lines
            opened.page.wait_for_timeout(100)
        assert opened.page.locator('.state[data-state="idle"]').count() == 1
    assert len(lines) == 3


def test_another_use_is_judged_without_stopping_the_picture(playing: Visit) -> None:
    played = playing.seconds_played()
    playing.page.locator("button.use").click()
    playing.page.locator(".uses .list button", has_text="LinkedIn").click()
    playing.wait_for("LinkedIn", ".wants")
    playing.wait_for_more_video()
    assert playing.seconds_played() > played


def test_space_after_start_does_not_stop_the_camera(playing: Visit) -> None:
    page = playing.page
    page.keyboard.press("Space")
    page.locator(".count:visible").wait_for()
    page.keyboard.press("Space")  # calls the self-timer off again
    page.locator(".count").wait_for(state="hidden")
    page.keyboard.press("Enter")
    playing.wait_for_more_video()
    playing.wait_for_state("live")


def test_a_reading_and_a_reason_open_their_lessons_and_escape_gives_the_focus_back(playing: Visit) -> None:
    playing.wait_for("Because", ".why")
    page = playing.page
    page.locator(".group .more").first.click()
    for line in (page.locator(".all[open] .reading").first, page.locator(".reason").first):
        line.focus()
        page.keyboard.press("Enter")
        page.locator(".lesson[open] figure svg").first.wait_for()
        assert page.locator(".lesson figure").count() >= 2
        page.keyboard.press("Escape")
        page.locator(".lesson").wait_for(state="hidden")
        assert line.evaluate("e => e.getRootNode().activeElement === e")
        page.keyboard.press("Escape")  # and the list of readings, where it is open


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
