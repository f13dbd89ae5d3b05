"""What somebody hears who does not look: the voice, the live region, and the names in the accessibility tree."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from framing.lab.rigs import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Page

SPEECH = Path(__file__).with_name("speech.js")
REGION = """() => {
    const region = document.querySelector('.st-key-deck [data-testid=stBidiComponentIsolated]').shadowRoot
        .querySelector('.said');
    window.read = [];
    const note = () => {
        if (region.textContent) window.read.push({ words: region.textContent, from: performance.now() });
    };
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    note();
}"""
SPOKEN, READ = "spoken", "read"  # the logs of the voice and of the live region


class Node(NamedTuple):
    """One node of the accessibility tree, as a screen reader meets it."""

    role: str
    name: str
    focused: bool
    focusable: bool
    live: bool


def listen(page: "Page") -> None:
    """From now on what the live region says is noted as well."""
    page.locator(".said").wait_for(state="attached")
    page.evaluate(REGION)


def heard(page: "Page", by: str) -> list[dict[str, Any]]:
    """All that was said so far, by the voice (SPOKEN) or the live region (READ)."""
    return list(page.evaluate(f"() => window.{by}"))


def words(page: "Page", by: str) -> list[str]:
    """The same without times."""
    return [str(said["words"]) for said in heard(page, by)]


def wait_to_hear(page: "Page", by: str, sentence: str) -> None:
    """Until this was said."""
    hears = f"words => window.{by}.some(said => said.words === words)"
    page.wait_for_function(hears, arg=sentence, timeout=chromium.PATIENCE * 1000)


def tree(page: "Page") -> list[Node]:
    """What a screen reader can reach, iframes included, in reading order."""
    session = page.context.new_cdp_session(page)
    frames = [session.send("Page.getFrameTree")["frameTree"]]
    found: list[Node] = []
    while frames:
        frame = frames.pop(0)
        frames += frame.get("childFrames", [])
        told = session.send("Accessibility.getFullAXTree", {"frameId": frame["frame"]["id"]})
        found += _nodes(told["nodes"])
    session.detach()
    return found


def _nodes(told: list[dict[str, Any]]) -> Iterator[Node]:
    for node in told:
        if node.get("ignored"):
            continue
        has = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
        name, role = node.get("name", {}).get("value", ""), node.get("role", {}).get("value", "")
        live = has.get("live") in ("polite", "assertive") and "root" not in role.lower()
        yield Node(str(role), str(name).strip(), bool(has.get("focused")), bool(has.get("focusable")), live)


def tab_to(page: "Page", name: str, most: int = 30) -> None:
    """Press Tab until the focus is on the control of that name."""
    met = []
    for _ in range(most):
        page.keyboard.press("Tab")
        met += [node.name for node in tree(page) if node.focused and node.role != "RootWebArea"]
        if met and met[-1].startswith(name):
            return
    raise AssertionError(f"{name} is not reached: {met}")
