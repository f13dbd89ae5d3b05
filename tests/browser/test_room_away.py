"""What keeps people from a room for a while: a call, sleep, the network, the server, a camera that is not there."""

import os
import signal
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import visit
from tests.browser.test_room import PLAYS, WAIT, Sitter, admit, comes_in, opened, toured
from tests.browser.test_room_hosted import come_in, plays_on
from tests.browser.test_room_sitter import COUNTED, KEPT, coaching, holds, sitting
from tests.programs import free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, Route, WebSocketRoute

pytestmark = [pytest.mark.browser, pytest.mark.long]

SITTING = f"{chromium.DECK}.deck.sitting"
# As a call does it: both are muted, and neither ends.
CALL = f"""(taken) => {{
    const {{ deck, microphone }} = {SITTING};
    for (const track of [deck.camera.capture.track, microphone.track]) {{
        Object.defineProperty(track, "muted", {{ configurable: true, get: () => taken }});
        track.dispatchEvent(new Event(taken ? "mute" : "unmute"));
    }}
}}"""
HIDDEN = """(hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
# Another watcher in the same tab, whom the tab does not take for the one before.
JON = """async (link) => {
    sessionStorage.clear();
    window.jon = await sit({ link, name: "Jon", session: null, video: false, yes: null });
}"""
# A camera that takes photographs of ten megabytes and more: of what a browser makes small, noise is the largest.
LARGE = """
const noise = async () => {
    const canvas = new OffscreenCanvas(2400, 1800), pen = canvas.getContext("2d");
    const pixels = new Uint32Array(2400 * 1800);
    for (let at = 0; at < pixels.length; at += 16384) crypto.getRandomValues(pixels.subarray(at, at + 16384));
    for (let at = 0; at < pixels.length; at += 1) pixels[at] |= 0xff000000;
    pen.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), 2400, 1800), 0, 0);
    return canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
};
ImageCapture.prototype.takePhoto = noise;
"""


def test_a_call_and_a_page_out_of_sight_are_said_to_the_coach_and_afterwards_all_goes_on(
    with_person: "Browser", guide: str
) -> None:
    with opened(with_person, guide) as (coach, link, _), visit(with_person, link, toured) as sitter:
        come_in(coach, sitter)
        coach.wait_for("sitter, mic on", "header .who")
        for away in (CALL, HIDDEN):
            sitter.page.evaluate(away, True)
            coach.wait_for("The device of Mira sleeps, is in a call, or shows another page.", ".notice")
            coach.wait_for("The device of Mira sleeps", ".state")
            if away is CALL:
                coach.wait_for("sitter, mic off", "header .who")
                sitter.wait_for("perhaps with a call", ".who")
            sitter.page.evaluate(away, False)
            coach.wait_for("Live", ".state")
            coach.wait_for("sitter, mic on", "header .who")
            plays_on(coach.page)
        # A call may end the microphone for good: once the page is in sight again it is asked for again.
        sitter.page.evaluate(f"() => {SITTING}.microphone.track.dispatchEvent(new Event('ended'))")
        coach.wait_for("sitter, mic off", "header .who")
        sitter.page.evaluate(HIDDEN, False)
        coach.wait_for("sitter, mic on", "header .who")


def test_a_sitter_whose_page_slept_or_whose_network_was_gone_comes_back_by_themselves(
    with_person: "Browser", guide: str
) -> None:
    with opened(with_person, guide) as (coach, link, _), visit(with_person, link, toured) as sitter:
        come_in(coach, sitter)
        # A page that sleeps: nothing of its scripts runs, and nothing is answered.
        system = sitter.page.context.new_cdp_session(sitter.page)
        system.send("Debugger.enable")
        system.send("Debugger.pause")
        coach.wait_for("Mira is not connected.", ".notice")
        assert not coach.page.evaluate(PLAYS), "nobody is seen whose yes does not stand"
        system.send("Debugger.disable")
        coach.page.wait_for_function(PLAYS, timeout=WAIT)
        plays_on(coach.page)

        sitter.page.context.set_offline(True)
        coach.wait_for("Mira is not connected.", ".notice")
        sitter.wait_for("The connection to the room was lost", ".who")
        holds(sitter, "deck.sitting.line.known.failures > 4")  # half a minute
        sitter.page.context.set_offline(False)
        coach.page.wait_for_function(PLAYS, timeout=WAIT)
        plays_on(coach.page)
        sitter.wait_for("Ana sees and hears you", ".who")
        coach.page.locator(".ranked li").first.wait_for(timeout=WAIT)
        assert sitter.page.locator("dialog[open]").count() == 0, "nobody is asked again"


def test_after_the_server_was_killed_all_come_back_and_what_was_taken_before_can_still_be_had(
    with_person: "Browser", tmp_path: Path
) -> None:
    port, kept_away = free_port(), False

    def line(route: "WebSocketRoute") -> None:
        if kept_away:
            route.close(code=1012)
        else:
            route.connect_to_server()

    def prepared(page: "Page") -> None:
        page.route_web_socket("**/guide/room", line)
        toured(page)

    with ExitStack() as server:
        address, process = server.enter_context(chromium.serving(tmp_path / "log", port=port))
        with opened(with_person, address) as (coach, link, _), visit(with_person, link, prepared) as away:
            page = coach.page
            come_in(coach, away)
            page.locator(".after button").first.click()
            page.get_by_role("button", name="Take 5").click()
            page.locator(".film img:not([hidden])").nth(4).wait_for(timeout=WAIT)
            kept_away = True
            os.kill(process, signal.SIGKILL)
            coach.wait_for("The connection to the room is lost.", ".notice")
            away.wait_for("The connection to the room was lost", ".who")
            server.close()
            server.enter_context(chromium.server(tmp_path / "log", port=port))
            coach.wait_for("Mira is not connected.", ".notice")
            assert not page.evaluate(PLAYS), "before the yes is repeated nobody is seen"
            kept_away = False
            page.wait_for_function(PLAYS, timeout=WAIT)
            plays_on(page)
            assert away.page.locator("dialog[open]").count() == 0, "nobody is asked again"
            page.locator(".ranked li").first.wait_for(timeout=WAIT)
            page.locator(".film img:not([hidden])").nth(4).wait_for(timeout=WAIT)
            page.locator(".acts .ask").click()
            page.locator(".film [data-state=here]").nth(4).wait_for(timeout=WAIT)


def test_an_original_of_ten_megabytes_that_is_broken_off_twice_in_the_browser_arrives_whole(
    with_person: "Browser", guide: str
) -> None:
    cuts = [3_000_000, 6_000_000]

    def piece(route: "Route") -> None:
        at = int(route.request.url.rpartition("at=")[2])
        if cuts and at > cuts[0]:
            cuts.pop(0)
            route.abort()
        else:
            route.continue_()

    with coaching(with_person, guide) as coach, sitting(with_person, coach, prepared=KEPT + COUNTED + LARGE) as sitter:
        coach.admits()
        sitter.page.get_by_role("button", name="Yes, start").click()
        coach.sees()
        sitter.wait_for_state("live")
        sitter.page.route("**/guide/pictures/*?at=*", piece)
        coach.does("coach.say({ kind: 'take', after: 0 })")
        coach.wait("coach.room.pictures.some(({ bytes }) => bytes > 10_000_000)")
        coach.does("coach.large = coach.room.pictures.find(({ bytes }) => bytes > 10_000_000).id")
        coach.does("coach.say({ kind: 'originals', ids: [coach.large] })")
        coach.wait("coach.room.pictures.find(({ id }) => id === coach.large).state === 'here'")
        assert cuts == []
        whole = coach.page.evaluate(
            """async () => {
                const address = new URL(`guide/room/originals/${coach.large}`, document.baseURI);
                const answer = await fetch(address, { headers: coach.line.header });
                const { bytes } = coach.room.pictures.find(({ id }) => id === coach.large);
                return [(await answer.blob()).size, bytes];
            }"""
        )
        assert whole[0] == whole[1]


def test_a_sitter_without_a_camera_is_told_so_and_so_is_the_coach_who_guides_on(
    driver: "Playwright", with_person: "Browser", guide: str
) -> None:
    with (
        chromium.browser(driver, None) as bare,
        opened(with_person, guide) as (coach, link, _),
        visit(bare, link, toured) as sitter,
    ):
        sitter.page.get_by_label("Your name").fill("Mira", timeout=WAIT)
        sitter.page.get_by_role("button", name="Come in").click()
        admit(coach.page, "Mira")
        sitter.page.get_by_role("button", name="Yes, start").click(timeout=WAIT)
        coach.wait_for("The camera of Mira gives no picture.", ".notice")
        sitter.wait_for("You are not seen: your camera gives no picture.", ".who")
        coach.page.locator(".own-words input").fill("Plug a camera in")
        coach.page.locator(".own-words input").press("Enter")
        sitter.wait_for("Plug a camera in", ".say")


def test_a_seventh_person_reads_that_the_room_is_full(with_person: "Browser", guide: str) -> None:
    with (
        opened(with_person, guide) as (coach, link, watch),
        visit(with_person, guide) as host,
        visit(with_person, watch) as seventh,
    ):
        Sitter(host.page, link, video=False)
        admit(coach.page, "Mira")
        for _ in range(4):
            host.page.evaluate(JON, watch)
            admit(coach.page, "Jon")
            host.page.wait_for_function("() => jon.heard.some(({ kind }) => kind === 'welcome')", timeout=WAIT)
        comes_in(seventh.page, "Eve")
        seventh.wait_for("The room is full", ".waits")
