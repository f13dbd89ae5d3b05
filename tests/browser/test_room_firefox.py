"""A room with people in different browsers."""

import base64
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.firefox import DECK, firefox
from tests.browser.test_firefox import WEBCAM, jpeg, remembered, sitter
from tests.browser.test_room import PLAYS, WAIT, admit, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.long]

# Only the picture is drawn: a microphone is Firefox's own.
WITH_MICROPHONE = """
const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
WEBCAM
const drawn = navigator.mediaDevices.getUserMedia;
navigator.mediaDevices.getUserMedia = (wanted) => wanted.video ? drawn(wanted) : own(wanted);
"""


def test_a_sitter_in_firefox_is_seen_guided_and_photographed_by_a_coach_in_chromium(
    with_person: "Browser", guide: str, tmp_path: Path, pictures: Path
) -> None:
    with ExitStack() as held, opened(with_person, guide) as (coach, link, _):
        try:
            fox = held.enter_context(firefox(tmp_path))
        except FileNotFoundError as missing:
            pytest.skip(str(missing))
        webcam = WEBCAM.replace("BYTES", base64.b64encode(jpeg(sitter())).decode("ascii"))
        fox.open(link, WITH_MICROPHONE.replace("WEBCAM", webcam) + remembered(link="websocket"))
        fox.shown("dialog.invited input")
        fox.click("dialog.invited input")
        for letter in "Mira":
            fox.press(letter)
        fox.press("Enter")
        admit(coach.page, "Mira")
        fox.shown("dialog.asked button.yes")
        fox.click("dialog.asked button.yes")
        coach.page.wait_for_function(PLAYS, timeout=WAIT)
        coach.page.locator(".own-words input").fill("Drop your left shoulder")
        coach.page.locator(".own-words input").press("Enter")
        fox.until(f"() => {DECK}.sitting.say.innerText.includes('Drop your left shoulder')")
        coach.page.locator(".pad").focus()
        coach.page.keyboard.press("ArrowDown")
        fox.until(f"() => Boolean({DECK}.sitting.ink.ink.pointer)")
        coach.page.locator(".after button").first.click()
        coach.page.get_by_role("button", name="Take 5").click()
        coach.page.locator(".film img:not([hidden])").nth(4).wait_for(timeout=WAIT)
        coach.shot(pictures, "room-firefox-coach")
        fox.shot(pictures / "room-firefox-sitter.png")
        assert [line for line in fox.said() if line.startswith("error") and "/guide/scripts/" in line] == []
