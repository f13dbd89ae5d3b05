"""The school as a trainee sees it: drills from the list to the scorecard, at both sizes and in two languages."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, serious, visit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, ViewportSize, WebSocket

pytestmark = pytest.mark.browser

WAIT = chromium.PATIENCE * 1000


class Trainee:
    """Somebody at the page of the school, and all that its line told them."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.told: list[dict[str, Any]] = []
        page.on("websocket", self._listen)

    def _listen(self, line: "WebSocket") -> None:
        if line.url.endswith("/guide/school"):
            line.on("framereceived", lambda word: self.told.append(json.loads(word)))

    def press(self, act: str) -> None:
        """The gold button, once it says and can do this."""
        self.page.locator(".main:not([aria-disabled=true])", has_text=act).click(timeout=WAIT)

    def begin(self) -> None:
        self.press("Start the camera")
        self.press("Begin")

    def shows(self, selector: str, **has: Any) -> None:
        self.page.locator(selector, **has).first.wait_for(timeout=WAIT)

    def hears(self, **run: object) -> dict[str, Any]:
        """The newest look that was told, once its run is so."""
        for _ in range(round(chromium.PATIENCE * 10)):
            live = self.told[-1] if self.told else {"run": None}
            if live["run"] and all(live["run"][key] == value for key, value in run.items()):
                return live
            self.page.wait_for_timeout(100)  # not time.sleep, in which Playwright handles no events
        raise AssertionError(f"never {run}")

    def overflow(self) -> tuple[int, int]:
        """By how much the page is wider and higher than its window."""
        x, y = self.page.evaluate("() => [document.documentElement.scrollWidth - innerWidth, "
                                  "document.documentElement.scrollHeight - innerHeight]")  # fmt: skip
        return int(x), int(y)


@contextmanager
def practising(browser: "Browser", guide: str, at: str, size: "ViewportSize" = DESKTOP) -> Iterator[Trainee]:
    made: list[Trainee] = []
    with visit(browser, f"{guide}/school{at}", before=lambda page: made.append(Trainee(page)), size=size):
        yield made[0]


def test_a_drill_from_the_list_to_its_scorecard_and_on_to_the_first_short_one(
    with_person: "Browser", guide: str, pictures: "Path"
) -> None:
    with practising(with_person, guide, "") as trainee:
        page = trainee.page
        trainee.shows(".list li.recommended")
        assert page.locator(".list .long li").count() == 12
        assert serious(page) == []
        page.get_by_role("link", name="Headroom", exact=True).click()
        trainee.begin()
        trainee.shows(".say[data-kind=must] b")
        assert trainee.overflow() == (0, 0), "nothing scrolls while somebody practises"
        assert trainee.hears(phase="going")["stage"]["lines"]
        page.screenshot(path=pictures / "school-drill.png")
        assert serious(page) == []

        page.keyboard.press("p")
        trainee.shows(".say b", has_text="Paused")
        paused = trainee.hears(phase="paused")
        assert paused["cue"] is None
        assert paused["stage"]["lines"] == []
        page.keyboard.press("p")
        assert trainee.hears(phase="going")["run"]["left"] <= paused["run"]["left"]
        trainee.press("Hand in")

        trainee.shows("[data-shown=score] .axes li")
        assert page.locator(".axes li").count() == 5
        assert page.locator(".pairs img").count() == 2
        for why in page.locator(".axes li:not(:has(.i.dim)) .why p:first-child").all_inner_texts():
            assert why
        assert serious(page) == []
        page.screenshot(path=pictures / "school-score.png")
        with page.expect_popup(timeout=WAIT) as report:
            page.locator(".report button").first.click()
        report.value.get_by_text("Headroom").first.wait_for(timeout=WAIT)
        report.value.close()
        page.locator("h1").click()  # the focus is on no control
        trainee.shows(".list li .meta b")
        page.go_back()
        first = page.locator(".next ul li a").first.inner_text()
        page.locator(".first-drill").click()
        trainee.shows("header .where b", has_text=first)
        trainee.press("Begin")  # the camera has started by itself


def test_three_steps_are_handed_in_one_by_one_on_a_phone_in_another_language(
    with_person: "Browser", guide: str, pictures: "Path"
) -> None:
    with practising(with_person, guide, "?lang=ar#drill=three_distances", PHONE) as trainee:
        page = trainee.page
        assert page.evaluate("document.documentElement.dir") == "rtl"
        main = page.locator(".drill .main:not([aria-disabled=true])")
        main.click(timeout=WAIT)  # the camera
        trainee.shows("header .state[data-state=live]")
        main.click(timeout=WAIT)
        for step in (1, 2, 3):
            trainee.hears(phase="going", step=step, can_hand_in=True)
            assert trainee.overflow()[0] == 0
            if step == 2:
                page.screenshot(path=pictures / "school-drill-phone.png")
            main.click(timeout=WAIT)
        trainee.shows("[data-shown=score] .axes li")
        assert trainee.overflow()[0] == 0
        page.locator(".turn .on").click()
        assert page.locator(".pairs img").count() == 2
        page.screenshot(path=pictures / "school-score-phone.png", full_page=True)
        assert serious(page) == []


def test_what_is_hidden_at_a_level_never_reaches_the_browser_and_the_language_changes_on_the_way(
    with_person: "Browser", guide: str
) -> None:
    with practising(with_person, guide, "#drill=separate") as trainee:
        page = trainee.page
        trainee.begin()
        trainee.shows(".say:is([data-kind=wrong], [data-kind=right])")
        page.locator(".drill .language select").select_option("de")
        page.wait_for_function("() => document.documentElement.lang === 'de'", timeout=WAIT)
        assert trainee.hears(phase="going")["run"]["seconds"] == 120, "the run goes on"
        page.locator(".drill .main:not([aria-disabled=true])").click(timeout=WAIT)
        trainee.shows("[data-shown=score] .axes li")
        going = [live for live in trainee.told if live["run"] and live["run"]["phase"] == "going"]
        assert going
        assert all(live["cue"] is None and not live["stage"]["lines"] for live in going if live["stage"])


@pytest.mark.long
def test_out_of_time_hands_in_by_itself(with_person: "Browser", guide: str) -> None:
    with practising(with_person, guide, "#drill=short_hold_still") as trainee:
        trainee.begin()
        trainee.page.locator("[data-shown=score] .axes li").first.wait_for(timeout=WAIT + 45_000)
        assert trainee.page.locator(".took b").inner_text() == "0:45"
