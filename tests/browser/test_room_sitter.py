"""A room on the sitter's page: who sees them and from when, what the coach does there, and what when it goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, serious, visit
from tests.web.browser import Browser as Asking

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

COACH = Path(__file__).with_name("room_coach.js").read_text("utf-8")
DECK = f"{chromium.DECK}.deck"
KEPT = "localStorage.setItem('framing-guide', '{\"toured\": true, \"link\": \"websocket\"}');"
COUNTED = """
const devices = navigator.mediaDevices, ask = devices.getUserMedia.bind(devices);
devices.getUserMedia = (wanted) => { (top.captures ??= []).push(Boolean(wanted.video)); return ask(wanted); };
"""

RELAYED = "?relay"  # by a relay alone, and there is none


class Coach:
    """A coach in a browser of their own, and the links of their room."""

    def __init__(self, page: "Page", address: str, room: dict[str, Any]) -> None:
        self.page, self.address, self.room = page, address, room
        where = {"base": f"{address}/", "room": room["id"], "token": room["coach"]}
        page.evaluate(f"async (where) => {{ {COACH}; await coach(where); }}", where)
        self.wait("coach.room")

    @property
    def link(self) -> str:
        return f"{self.address}/#room={self.room['id']}.{self.room['sitter']}"

    def wait(self, holds: str) -> None:
        """Until that holds in the coach's page."""
        self.page.wait_for_function(f"() => {holds}", timeout=chromium.PATIENCE * 1000)

    def does(self, what: str) -> Any:
        return self.page.evaluate(f"() => {what}")

    def admits(self) -> None:
        self.wait("coach.sitter() && !coach.sitter().admitted")
        self.does("coach.admit()")

    def sees(self) -> None:
        """Until the sitter's picture plays."""
        self.wait("coach.player.videoWidth > 0 && coach.player.currentTime > 0.1")


@contextmanager
def coaching(browser: "Browser", address: str) -> Iterator[Coach]:
    """A coach in a new room of the guide at that address."""
    told = {"name": "Portraits", "coach": "Ana", "use": "headshot", "base": f"{address}/"}
    answer = Asking(address.removeprefix("http://")).ask("POST", "/guide/rooms", told)
    assert answer.status == 200, answer.body
    with visit(browser, f"{address}/check") as opened:
        yield Coach(opened.page, address, answer.json)


@contextmanager
def sitting(
    browser: "Browser", coach: Coach, size: "ViewportSize" = DESKTOP, ask: str = "", prepared: str = KEPT + COUNTED
) -> Iterator[Visit]:
    """A sitter who has opened the link, with that behind its address, and given their name."""
    with comes_in_by(browser, coach.link.replace("/#", f"/{ask}#"), prepared, size) as opened:
        yield opened


@contextmanager
def comes_in_by(
    browser: "Browser", link: str, prepared: str, size: "ViewportSize" = DESKTOP
) -> Iterator[Visit]:
    """The same by any link."""
    with visit(browser, link, lambda page: page.add_init_script(prepared), size) as opened:
        opened.page.locator("dialog.invited[open]").wait_for(timeout=chromium.PATIENCE * 1000)
        opened.page.get_by_label("Your name").click()  # as people write: with the mouse and the keys
        opened.page.keyboard.type("Mira")
        opened.page.get_by_role("button", name="Come in").click()
        yield opened


def phase(opened: Visit, name: str) -> None:
    opened.page.locator(f'.sitter[data-phase="{name}"]').wait_for(timeout=chromium.PATIENCE * 1000, state="attached")


def holds(opened: Visit, what: str) -> None:
    """Until that holds in the sitter's page, whose deck is `deck`."""
    opened.page.wait_for_function(f"() => {{ const deck = {DECK}; return {what}; }}", timeout=chromium.PATIENCE * 1000)


def test_a_coach_guides_a_sitter_from_the_door_to_the_originals(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with coaching(with_person, guide) as coach, sitting(with_person, coach) as sitter:
        page = sitter.page
        phase(sitter, "door")
        coach.admits()
        page.locator("dialog.asked[open]").wait_for()
        sitter.wait_for("May Ana see and hear you?", "dialog.asked")
        sitter.shot(pictures, "room-asked")
        assert serious(page) == []
        assert coach.does("coach.signals") == 0, "before the yes nothing of the sitter's goes out"
        assert page.evaluate("() => window.captures ?? []") == []
        page.get_by_role("button", name="Yes, start").click()
        coach.sees()
        sitter.wait_for("Ana sees and hears you", ".who")
        page.locator('.coach[data-seen="true"]').wait_for()
        assert sorted(page.evaluate("() => window.captures")) == [False, True], "one picture, one microphone"

        # The pen: mirrored, as the sitter sees themselves.
        coach.wait("coach.pen({ kind: 'point', place: [0.25, 0.6] }).length === 0")
        coach.does("coach.pen({ kind: 'stroke', id: 'a', points: [[0.7, 0.8], [0.8, 0.8]], more: false })")
        holds(sitter, "deck.sitting.ink.ink.pointer && deck.sitting.ink.ink.lines.length === 1")
        holds(sitter, f"({INKED})(deck, 0.75, 0.6) && !({INKED})(deck, 0.25, 0.6) && ({INKED})(deck, 0.25, 0.8)")

        # What is pinned stands in place of the guide's own cue.
        coach.does("coach.say({ kind: 'pin', cue: null, words: 'Drop your left shoulder' })")
        sitter.wait_for("Ana pinned this", ".say")
        sitter.wait_for("Drop your left shoulder", ".say")
        sitter.shot(pictures, "room-pinned")
        coach.does("coach.say({ kind: 'use', preset: 'passport_us', locked: true })")
        holds(sitter, "deck.settings.use === 'passport_us'")

        # A burst by the coach: previews at once, no review over the stage, originals only when they are asked for.
        coach.does("coach.say({ kind: 'take', after: 3 })")
        coach.wait("coach.room.doing?.countdown > 0")
        coach.wait("Object.keys(coach.previews).length >= 5")
        coach.wait("coach.room.doing && !coach.room.doing.taking")
        assert max(coach.does("Object.values(coach.previews)")) <= 160_000
        assert page.locator("dialog[open]").count() == 0
        assert page.evaluate(f"() => {DECK}.sitting.shares.roll.pictures.every(({{ sent }}) => sent === 0)")
        page.locator(".tally").click()
        page.locator(".given li button").first.click()
        sitter.shot(pictures, "room-given")
        page.keyboard.press("Escape")
        coach.wait("coach.room.pictures.some(({ held }) => held)")
        coach.does("coach.say({ kind: 'originals', ids: coach.room.pictures.map(({ id }) => id) })")
        coach.wait("coach.room.pictures.filter(({ state }) => state === 'here').length >= 4")
        assert coach.does("coach.room.pictures.filter(({ held, state }) => held && state !== 'none').length") == 0

        # One tap, and the guide alone goes on.
        page.locator(".leave").click()
        coach.wait("!coach.sitter()")
        page.locator(".say:not([data-instead])").wait_for()
        for left in ("mesh", "microphone.track", "camera.copy"):
            assert page.evaluate(f"() => {DECK}.sitting.{left}") is None
        assert "#" not in page.url
        sitter.wait_for_more_video()


# Whether the ink is there, at a place in shares of the mirrored picture as it is shown.
INKED = """(deck, x, y) => {
    const { canvas, pen, stage } = deck.sitting.ink, picture = stage.picture(), scale = devicePixelRatio;
    const at = [(picture.x + x * picture.width) * scale, (picture.y + y * picture.height) * scale].map(Math.round);
    return pen.getImageData(...at, 1, 1).data[3] > 100;
}"""


@pytest.mark.long
def test_who_keeps_their_pictures_gives_none_and_a_reload_asks_again(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with coaching(with_person, guide) as coach, sitting(with_person, coach, PHONE) as sitter:
        page = sitter.page
        coach.admits()
        page.locator("dialog.asked[open]").wait_for()
        sitter.shot(pictures, "room-asked-phone")
        page.get_by_role("button", name="Yes, but keep my pictures").click()
        coach.sees()
        sitter.wait_for_state("live")
        coach.does("coach.say({ kind: 'take', after: 0 })")
        holds(sitter, "deck.sitting.shares.roll.pictures.length >= 5 && !deck.shutter.busy")
        assert coach.does("[Object.keys(coach.previews).length, coach.room.pictures.length]") == [0, 0]
        assert page.evaluate(f"() => Object.values({DECK}.sitting.shares.marks).every(Boolean)")
        coach.does("coach.say({ kind: 'pin', cue: null, words: 'Drop your left shoulder' })")
        sitter.wait_for("Drop your left shoulder", ".say")
        sitter.shot(pictures, "room-pinned-phone")
        # The camera is the sitter's: without their leave nothing of it is set.
        coach.does("coach.say({ kind: 'operate', name: 'zoom', value: 2 })")
        coach.wait("coach.refused.length > 0")

        page.reload()
        page.locator("dialog.asked[open]").wait_for(timeout=chromium.PATIENCE * 1000)
        coach.wait("coach.sitter().admitted && !coach.room.see && !coach.player.srcObject")
        page.get_by_role("button", name="Yes, start").click()
        coach.sees()
        page.locator(".go").click()
        coach.wait("!coach.room.pictures_go")
        coach.does("coach.say({ kind: 'close' })")
        sitter.wait_for("The coach has closed the room", ".who")
        sitter.wait_for_more_video()
        page.get_by_role("button", name="Close", exact=True).click()
        phase(sitter, "out")


@pytest.mark.long
def test_a_line_that_breaks_comes_back_with_the_yes_and_without_a_direct_line_pins_and_pictures_go_on(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with coaching(with_person, guide) as coach, sitting(with_person, coach, ask=RELAYED) as sitter:
        page = sitter.page
        coach.admits()
        page.get_by_role("button", name="Yes, start").click()
        sitter.wait_for_state("live")
        sitter.wait_for("No direct connection to Ana is possible", ".who")
        sitter.shot(pictures, "room-no-direct")
        coach.does("coach.say({ kind: 'pin', cue: null, words: 'Look up' })")
        sitter.wait_for("Look up", ".say")
        page.evaluate(f"() => {DECK}.sitting.line.socket.close()")
        coach.wait("!coach.room.see")
        coach.wait("coach.room.see && coach.sitter().here")
        coach.does("coach.say({ kind: 'take', after: 0 })")
        coach.wait("Object.keys(coach.previews).length >= 5")
        page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
        assert page.locator("dialog[open]").count() == 0
