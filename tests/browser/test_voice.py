"""What is said aloud: off until it is asked for, only what changed and held, and never two voices at once."""

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import visit
from tests.browser.listening import READ, SPEECH, SPOKEN, heard, listen, wait_to_hear, words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

# The page's own voice, told what the deck would tell it; the deck itself is no longer told of looks.
OURS = """async () => {
    const { deck } = document.querySelector('.st-key-deck [data-testid=stBidiComponentIsolated]').shadowRoot;
    deck.unlisten();
    window.ours = (await import(new URL("guide/scripts/voice.js", document.baseURI).href)).voice;
    window.cues = {
        closer: { text: "▲ closer", spoken: "Come closer", kind: "must", direction: "nearer" },
        chin: { text: "▲ chin", spoken: "Chin up", kind: "must", direction: "none" },
        ready: { text: "● ready", spoken: "Ready", kind: "ok", direction: "none" },
    };
}"""
# Cues that never stand for longer than an instant, however slow the machine is.
FLICKER = """() => new Promise(done => {
    let left = 20;
    const timer = setInterval(() => {
        for (const cue of [cues.closer, cues.chin, cues.ready, null]) ours.cue(cue);
        if ((left -= 1) === 0) { clearInterval(timer); done(); }
    }, 100);
})"""
STANDS = """name => {
    clearInterval(window.looks);
    const look = () => ours.cue(cues[name]);
    window.looks = setInterval(look, 100);
    look();
}"""
APART = 2500  # ms


def test_cues_are_spoken_once_asked_for_and_never_over_each_other_or_with_the_region(
    with_person: "Browser", guide: str
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(path=SPEECH)) as opened:
        page = opened.page
        opened.wait_for("Headshot", ".use")
        listen(page)
        page.evaluate(OURS)
        page.evaluate(STANDS, "chin")
        wait_to_hear(page, READ, "Chin up")
        assert heard(page, SPOKEN) == [], "off until it is asked for"

        page.locator(".voice").click()
        wait_to_hear(page, SPOKEN, "The voice is on.")
        page.wait_for_function("() => ours.known.works")
        before = words(page, READ)
        page.evaluate("() => clearInterval(looks)")
        page.evaluate(FLICKER)
        for name, sentence in (("closer", "Come closer"), ("ready", "Ready"), ("closer", "Come closer")):
            page.evaluate(STANDS, name)
            wait_to_hear(page, SPOKEN, sentence)
        page.evaluate("() => { for (const n of [1, 2, 3]) ours.news(`News ${n}`); }")
        wait_to_hear(page, SPOKEN, "News 3")
        page.wait_for_function("() => !ours.known.speaking && ours.known.wake === null")

        said = heard(page, SPOKEN)
        order = [one["words"] for one in said]
        assert order[:3] == ["The voice is on.", "Come closer", "Ready"]
        assert set(order[3:]) == {"Come closer", "News 3"}
        assert len(order) == 5, "what stands is said once"
        assert not any(one["over"] for one in said)
        starts = [one["from"] for one in said]
        assert min(later - first for first, later in pairwise(starts)) >= APART
        assert {(one["voice"], one["lang"]) for one in said} == {("Near", "en-GB")}, "the device's own voice"
        assert words(page, READ) == before, "the region is silent meanwhile"
        assert page.locator(".said").text_content() == ""

        page.evaluate("() => clearInterval(looks)")
        page.keyboard.press("v")
        wait_to_hear(page, READ, "The voice is off.")
        assert len(heard(page, SPOKEN)) == len(said)


def remembered(page: "Page") -> dict[str, object]:
    return dict(json.loads(page.evaluate("() => localStorage.getItem('framing-guide')")))


def test_voice_rate_and_tones_are_chosen_remembered_and_used_at_the_first_touch_of_the_next_visit(
    with_person: "Browser", guide: str
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(path=SPEECH)) as opened:
        page = opened.page
        opened.wait_for("Headshot", ".use")
        page.keyboard.press("v")
        page.get_by_role("button", name="Settings of the voice").click()
        who = page.get_by_label("Who speaks")
        assert who.locator("option").all_inner_texts() == ["Near", "Afar, over the network"]
        assert who.input_value() == "near"
        who.select_option("afar")
        page.get_by_label("How fast").select_option("Fast")
        page.get_by_label("Soft tones").uncheck()
        opened.wait_for("sends what it says", ".voice-box")
        assert {key: remembered(page)[key] for key in ("voice", "speaker", "rate", "tones")} == {
            "voice": True, "speaker": "afar", "rate": 1.3, "tones": False,
        }  # fmt: skip
        page.reload()
        opened.wait_for("Headshot", ".use")
        assert page.locator(".voice").get_attribute("aria-pressed") == "true"
        assert heard(page, SPOKEN) == [], "no browser lets a page speak that nobody has touched"
        page.keyboard.press("Tab")
        wait_to_hear(page, SPOKEN, "The voice is on.")
        (said,) = heard(page, SPOKEN)
        assert (said["voice"], said["rate"]) == ("Afar", 1.3)
