"""From Start to a kept picture by ear and keyboard alone: what a screen reader meets, and what is said."""

from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import Visit, visit
from tests.browser.listening import READ, SPEECH, SPOKEN, heard, listen, tab_to, tree, wait_to_hear

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# What to change, or to hold still, is read out while it stands.
CUE_READ = """() => {
    const { cue } = document.querySelector('.st-key-deck [data-testid=stBidiComponentIsolated]').shadowRoot.deck.live;
    return cue && window.read.some(said => said.words === cue.spoken);
}"""
CONTROLS = {"button", "combobox", "checkbox", "link", "textbox", "spinbutton", "slider"}


def keep(opened: Visit) -> None:
    """Keep the best of those just taken: the review names itself by what speaks against them, and that is spoken."""
    page = opened.page
    page.locator("dialog.burst[open] .lead svg:not(.wait)").wait_for(timeout=2 * chromium.PATIENCE * 1000)
    headline = page.locator("#headline").inner_text()
    page.get_by_role("dialog", name=headline).wait_for()
    wait_to_hear(page, SPOKEN, f"{headline}. {page.locator('.burst .detail').inner_text()}")
    page.keyboard.press("k")
    page.locator(".tray", has_text="1").wait_for()


def test_a_picture_is_taken_and_kept_by_ear_and_keyboard_alone(with_person: "Browser", guide: str) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(path=SPEECH)) as opened:
        page = opened.page
        opened.wait_for("Headshot", ".use")
        listen(page)
        tab_to(page, "Start the camera", most=2)
        page.keyboard.press("Enter")
        wait_to_hear(page, READ, "The camera is on.")
        page.wait_for_function(CUE_READ, timeout=chromium.PATIENCE * 1000)
        assert heard(page, SPOKEN) == []

        nodes = tree(page)
        assert [node.name for node in nodes if node.focused and node.role == "button"] == ["Take the picture space"]
        assert [node for node in nodes if node.role in CONTROLS and node.focusable and not node.name] == []
        assert len([node for node in nodes if node.live]) == 1, "one live region, or everything is heard twice"

        page.keyboard.press("v")
        wait_to_hear(page, SPOKEN, "The voice is on.")
        page.wait_for_function("() => !document.querySelector('.st-key-deck [data-testid]').shadowRoot"
                               ".querySelector('.said').textContent")  # fmt: skip
        read = len(heard(page, READ))
        page.keyboard.press(" ")
        wait_to_hear(page, SPOKEN, "Look at the lens")
        wait_to_hear(page, SPOKEN, "The picture is taken.")
        assert len(heard(page, READ)) == read, "never both"
        assert not any(said["over"] for said in heard(page, SPOKEN))
        keep(opened)
