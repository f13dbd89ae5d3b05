"""A room as its coach and those who watch see it, with a sitter who says and hears what a sitter's page does."""

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, serious, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, ViewportSize, WebSocketRoute

pytestmark = pytest.mark.browser

SITTER = (Path(__file__).parent / "room_sitter.js").read_text("utf-8")
WAIT = chromium.PATIENCE * 1000
SESSION = "async () => (await import(new URL('guide/scripts/feed.js', document.baseURI))).feed.session"
PLAYS = "() => document.querySelector('.session .stage video')?.currentTime > 0.2"
TOURED = "localStorage.setItem('framing-guide', JSON.stringify({ toured: true, link: 'websocket' }));"
ALL = {"see": True, "pictures": True, "camera": True}
CAMERA = {
    "kind": "abilities", "facing": "user", "facings": 2,
    "list": [
        {"name": "zoom", "min": 1, "max": 4, "step": 0.1, "value": 1.2},
        {"name": "torch", "min": 0, "max": 1, "step": 1, "value": 0},
    ],
}  # fmt: skip


class Sitter:
    """Sits in a page of the guide, by a script."""

    def __init__(self, page: "Page", link: str, *, video: bool, session: str | None = None) -> None:
        self.page = page
        page.evaluate(f"() => {{ {SITTER}; window.sit = sit; }}")
        how = {"link": link, "name": "Mira", "session": session, "video": video, "yes": ALL}
        page.evaluate("async (how) => { window.sitter = await sit(how); }", how)

    def send(self, **message: Any) -> None:
        self.page.evaluate("(message) => sitter.send(message)", message)

    def hears(self, condition: str) -> None:
        """Until a message came of which this holds."""
        self.page.wait_for_function(f"() => sitter.heard.some((m) => {condition})", timeout=WAIT)

    def sees(self, condition: str) -> None:
        """Until the pen has told this of its newest place."""
        self.page.wait_for_function(
            f"() => sitter.pens.length && ((p) => {condition})(sitter.pens.at(-1))", timeout=WAIT
        )


@contextmanager
def opened(
    browser: "Browser", guide: str, query: str = "", size: "ViewportSize" = DESKTOP, **prepared: Any
) -> Iterator[tuple[Visit, str, str]]:
    """A coach's page with its room, and the links for a sitter and for a watcher."""
    with visit(browser, f"{guide}/room{query}", size=size, **prepared) as coach:
        page = coach.page
        page.locator(".opens .room-name").fill("<b>Mira</b>, new picture")
        page.locator(".opens .your-name").fill("Ana")
        page.locator(".opens .your-name").press("Enter")
        links = []
        for whose in ("sitter", "watcher"):
            page.locator(f".for-{whose}").click(timeout=WAIT)
            link = page.locator(".link input")
            page.wait_for_function(
                "(is) => document.querySelector('.link input').value.includes(is)",
                arg={"sitter": "/#room=", "watcher": "/room#"}[whose], timeout=WAIT,
            )  # fmt: skip
            links.append(link.input_value())
        page.locator(".for-sitter").click()
        assert page.locator(".called input").input_value() == "<b>Mira</b>, new picture"
        yield coach, links[0], links[1]


def toured(page: "Page") -> None:
    """No first visit, and pictures go up as they are: less for two cores to do."""
    page.add_init_script(TOURED)


def fits(page: "Page") -> bool:
    """Whether nothing runs over the side of the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def comes_in(page: "Page", name: str) -> None:
    """Say one's name at the door."""
    page.locator(".names input").fill(name)
    page.locator(".names input").press("Enter")


def admit(coach: "Page", name: str) -> None:
    coach.get_by_role("button", name=f"Admit {name}").press("Enter", timeout=WAIT)


@pytest.mark.long
def test_a_coach_sees_and_guides_somebody_far_away_and_a_watcher_touches_nothing(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with opened(with_person, guide) as (coach, link, watch), visit(with_person, guide, toured) as host:
        page = coach.page
        page.context.grant_permissions(["camera", "microphone", "clipboard-read", "clipboard-write"])
        page.locator(".qr svg[role=img]").wait_for()
        page.get_by_role("button", name="Copy").click()
        coach.wait_for("The link is copied.")
        assert page.evaluate("navigator.clipboard.readText()") == link
        host.play()
        sitter = Sitter(host.page, link, video=True, session=host.page.evaluate(SESSION))
        page.locator(".called input").fill("Mira\u200f, new picture")
        page.locator(".called input").press("Enter")
        coach.wait_for("Mira is at the door", ".door")
        coach.wait_for("heard", ".heard")
        assert serious(page) == []
        assert fits(page)
        coach.shot(pictures, "room-lobby")
        admit(page, "Mira")

        # The picture, not mirrored, with what the guide sees and says of it.
        page.wait_for_function(PLAYS, timeout=WAIT)
        assert page.locator(".stage video").evaluate("video => getComputedStyle(video).transform") == "none"
        coach.wait_for("Live · ", ".state")
        page.locator(".reads b").wait_for(timeout=WAIT)
        page.locator(".ranked li").first.wait_for(timeout=WAIT)
        page.locator(".light svg").wait_for(timeout=WAIT)
        page.locator(".past .line").first.wait_for(state="attached", timeout=WAIT)

        # What the sitter is told.
        first = page.locator(".ranked li").first
        first.get_by_role("button").press("Enter")
        sitter.hears("m.room?.pinned?.cue")
        page.get_by_role("button", name="Unpin").click()
        page.locator(".own-words input").fill("<i>Chin</i> up")
        page.locator(".own-words input").press("Enter")
        sitter.hears("m.room?.pinned?.words === '<i>Chin</i> up'")
        coach.wait_for("<i>Chin</i> up", ".told b")
        page.get_by_role("button", name="Pause the guide").click()
        sitter.hears("m.room?.paused")
        page.get_by_role("button", name="Lock", exact=True).click()
        sitter.hears("m.room?.use_locked")

        sitter.hears("m.room?.name === 'Mira , new picture'")

        # The pen: by mouse and by keys, in shares of the picture.
        pad = page.locator(".pad")
        box = pad.bounding_box()
        assert box is not None
        left, right, top, bottom = (float(page.locator(".stage").evaluate(
            "(stage, name) => parseFloat(stage.style.getPropertyValue(name))", f"--{side}"
        )) for side in ("left", "right", "top", "bottom"))  # fmt: skip
        wide, tall = box["width"] - left - right, box["height"] - top - bottom

        def to(x: float, y: float) -> None:
            page.mouse.move(box["x"] + left + x * wide, box["y"] + top + y * tall)

        to(0.5, 0.5)
        to(0.25, 0.75)
        sitter.sees("p.kind === 'point' && Math.hypot(p.place[0] - 0.25, p.place[1] - 0.75) < 0.005")
        page.get_by_role("button", name="Draw").click()
        to(0.6, 0.4)
        page.mouse.down()
        to(0.7, 0.6)
        page.mouse.up()
        sitter.sees("p.kind === 'stroke' && !p.more")
        pad.focus()
        page.keyboard.press("ArrowLeft")
        sitter.sees("p.kind === 'point' && p.place[0] < 0.5")
        coach.shot(pictures, "room-coach-draws")
        page.get_by_role("button", name="Wipe").click()
        sitter.sees("p.kind === 'wipe'")

        # Their camera, and the release.
        sitter.send(**CAMERA)
        page.get_by_role("slider", name=re.compile("Zoom")).press("ArrowRight", timeout=WAIT)
        sitter.hears("m.what?.kind === 'operate' && m.what.name === 'zoom' && m.what.value > 1.2")
        page.get_by_role("button", name="Rear").click()
        sitter.hears("m.what?.kind === 'facing' && m.what.to === 'environment'")
        page.get_by_role("button", name="5 s", exact=True).click()
        page.get_by_role("button", name="5 s", exact=True).press(" ")
        assert not host.page.evaluate("sitter.heard.some((m) => m.what?.kind === 'take')"), (
            "on a button, space is its own"
        )
        pad.press(" ")
        sitter.hears("m.what?.kind === 'take' && m.what.after === 5")
        sitter.send(kind="doing", countdown=4, taking=False, asleep=False, playing=True)
        page.get_by_role("button", name="Stop").click(timeout=WAIT)
        sitter.hears("m.what?.kind === 'stop'")
        sitter.send(kind="doing", countdown=None, taking=False, asleep=False, playing=True)

        # What was taken.
        host.page.evaluate("async () => { for (const number of [1, 2, 3, 4]) await sitter.take(number); }")
        page.locator(".film img:not([hidden])").nth(3).wait_for(timeout=WAIT)
        sitter.page.evaluate("() => sitter.send({ kind: 'hold', id: sitter.id(4), held: true })")
        coach.wait_for("Mira keeps it", ".film")
        for at in (0, 2):
            page.locator(".film .pick").nth(at).press("Enter")
        page.locator(".film .star").nth(2).click()
        page.locator(".film .star[aria-pressed=true]").wait_for(timeout=WAIT)
        page.locator(".acts .ask").click()
        sitter.hears("m.room?.pictures.find((one) => one.id === sitter.id(3))?.asked")
        assert not sitter.page.evaluate(
            "sitter.heard.findLast((m) => m.room).room.pictures.some((p) => p.id !== sitter.id(3) && p.asked)"
        )
        page.locator(".acts .compare").click()
        assert page.locator("dialog.both figure").count() == 2
        coach.shot(pictures, "room-compare")
        page.keyboard.press("Escape")
        coach.shot(pictures, "room-coach")
        assert serious(page) == []
        assert fits(page)
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight"), "all of it without scrolling"

        with visit(with_person, watch) as watcher:
            comes_in(watcher.page, "Jon")
            watcher.wait_for("You are at the door", ".waits")
            admit(page, "Jon")
            watcher.page.wait_for_function(PLAYS, timeout=WAIT)
            watcher.page.locator(".reads b").wait_for(timeout=WAIT)
            watcher.page.locator(".list li").first.wait_for(timeout=WAIT)
            watcher.page.locator("video.coach-small:not([hidden])").wait_for(timeout=WAIT)
            assert watcher.page.locator(".voices audio").count() == 2, "the sitter's voice and the coach's"
            touching = (
                ".pad, .foot, .own-words, .ranked button, .pause, .unpin, .lock-room, .end, .use, .cam, .out, .lobby"
            )
            assert watcher.page.locator(touching).count() == 0
            assert serious(watcher.page) == []
            watcher.shot(pictures, "room-watcher")

        # A reload comes back by itself, with the pictures; from right to left and on a phone as well.
        page.set_viewport_size(PHONE)
        coach.shot(pictures, "room-coach-phone")
        assert fits(page)
        page.set_viewport_size(DESKTOP)
        page.evaluate("location.search = '?lang=ar'")
        page.locator(".film img:not([hidden])").nth(2).wait_for(timeout=WAIT)
        assert page.evaluate("document.dir") == "rtl"
        page.wait_for_function(PLAYS, timeout=WAIT)
        sides = page.evaluate(
            "['.their-right', '.their-left'].map((one) => document.querySelector(one).getBoundingClientRect().x)"
        )
        assert sides[0] < sides[1], "the picture's sides stay"
        coach.shot(pictures, "room-coach-ar")
        page.set_viewport_size(PHONE)
        assert fits(page)
        assert serious(page) == []
        coach.shot(pictures, "room-coach-ar-phone")
        page.locator("header .end").click()
        page.locator("dialog.sure .really").click()
        sitter.hears("m.kind === 'over' && m.why === 'closed'")
        page.locator(".waits").wait_for(timeout=WAIT)


@pytest.mark.long
def test_what_the_coach_takes_at_the_sitters_is_seen_fetched_and_saved_with_its_notes(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    """Both pages as they are, from the link to the zip."""
    with (
        opened(with_person, guide) as (coach, link, _),
        visit(with_person, link, toured) as sitter,
    ):
        page = coach.page
        sitter.page.get_by_label("Your name").fill("Mira")
        sitter.page.get_by_role("button", name="Come in").click()
        admit(page, "Mira")
        coach.wait_for("Mira has not said yes yet.", ".notice")
        assert not page.evaluate(PLAYS)
        sitter.page.get_by_role("button", name="Yes, start").click(timeout=WAIT)
        page.wait_for_function(PLAYS, timeout=WAIT)
        page.locator(".ranked li").first.wait_for(timeout=WAIT)
        page.locator(".own-words input").fill("Drop your left shoulder")
        page.locator(".own-words input").press("Enter")
        sitter.wait_for("Drop your left shoulder", ".say")
        page.locator(".after button").first.click()
        page.get_by_role("button", name="Take 5").click()
        page.locator(".film img:not([hidden])").nth(4).wait_for(timeout=WAIT)
        page.locator(".film .pick").nth(0).click()
        page.locator(".film .pick").nth(1).click()
        for at in (0, 1):
            page.locator(".film .star").nth(at).click()
        page.locator(".film .star[aria-pressed=true]").nth(1).wait_for(timeout=WAIT)
        page.locator(".acts .ask").click()
        page.locator(".film [data-state=here]").nth(1).wait_for(timeout=WAIT)
        assert page.locator(".film [data-state=here]").count() == 2, "those with a star, and no others"
        coach.shot(pictures, "room-both-coach")
        sitter.shot(pictures, "room-both-sitter")
        with page.expect_download(timeout=WAIT) as saved:
            page.locator(".acts .zip").click()
        with zipfile.ZipFile(saved.value.path()) as files:
            assert sum(name.endswith(".jpg") for name in files.namelist()) == 2
            assert not all(name.endswith(".jpg") for name in files.namelist()), "the notes lie beside them"
        page.locator(".acts .compare").click()
        page.locator("dialog.both img[src^=blob]").nth(1).wait_for(timeout=WAIT)
        coach.shot(pictures, "room-originals")
        page.keyboard.press("Escape")
        sitter.page.locator("button.leave").click()
        coach.wait_for("Mira is not connected.", ".notice")
        assert page.locator(".film [data-state=here]").count() == 2, "nothing that was taken is lost"


@pytest.mark.long
def test_what_goes_wrong_is_said_and_the_coach_guides_on(
    driver: "Playwright", guide: str, pictures: Path, with_person: "Browser"
) -> None:
    lines: list[WebSocketRoute] = []
    cut = False

    def line(route: "WebSocketRoute") -> None:
        if cut:
            route.close(code=1012)
            return
        lines.append(route)
        route.connect_to_server()

    with (
        chromium.browser(driver, None) as bare,
        opened(bare, guide, before=lambda page: page.route_web_socket("**/guide/room", line)) as (coach, link, watch),
        visit(with_person, guide) as host,
    ):
        page = coach.page
        coach.wait_for("This page has no camera and no microphone.", ".self")
        coach.shot(pictures, "room-nothing-of-ones-own")
        sitter = Sitter(host.page, link, video=False)
        admit(page, "Mira")

        # No way for the picture: it is said, and what needs none goes on.
        coach.wait_for("There is no way for the picture between you and Mira.", ".notice")
        page.locator(".own-words input").fill("Turn to the window")
        page.locator(".own-words input").press("Enter")
        sitter.hears("m.room?.pinned?.words === 'Turn to the window'")
        page.locator(".pad").focus()
        page.keyboard.press("ArrowDown")
        sitter.sees("p.kind === 'point' && p.place[1] > 0.5")
        coach.shot(pictures, "room-no-direct-way")

        # The line breaks, and comes back by itself.
        cut = True
        lines[-1].close(code=1012)
        coach.wait_for("The connection to the room is lost.", ".notice")
        cut = False
        page.locator(".notice").filter(has_text="is lost").wait_for(state="hidden", timeout=WAIT)
        coach.wait_for("Turn to the window", ".told b")

        # Others at the door.
        with visit(with_person, page.url) as second:
            comes_in(second.page, "Eve")
            second.wait_for("Another coach is already in this room.", ".waits")
            second.shot(pictures, "room-second-coach")
        with visit(with_person, watch) as watcher:
            comes_in(watcher.page, "Jon")
            page.get_by_role("button", name="Not now").click(timeout=WAIT)
            watcher.wait_for("The coach has not let you in.", ".waits")
        page.get_by_role("button", name="Invite").click()
        page.get_by_role("button", name="Lock the room").click()
        page.get_by_role("button", name="Unlock the room").wait_for(timeout=WAIT)
        with visit(with_person, watch) as watcher:
            comes_in(watcher.page, "Jon")
            watcher.wait_for("The coach has locked this room.", ".waits")

        host.page.evaluate("() => sitter.close()")
        page.get_by_role("button", name="Back to the picture").click()
        coach.wait_for("Mira is not connected.", ".notice")
        coach.shot(pictures, "room-sitter-gone")

    with visit(with_person, f"{guide}/room#{'A' * 22}.{'B' * 40}") as stale:
        comes_in(stale.page, "Jon")
        stale.wait_for("This link opens no room", ".waits")
        assert serious(stale.page) == []
    with visit(with_person, f"{guide}/room#half") as half:
        half.wait_for("This link is not complete.", ".waits")
