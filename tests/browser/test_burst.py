"""A burst from the release to the person's own disk: taken, sent, judged, compared, kept, downloaded, erased."""

import hashlib
import io
import json
import re
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import skimage.data
from PIL import Image as Pillow

from framing.lab.rigs import chromium, fake_camera
from tests.browser.conftest import DESKTOP, PHONE, Visit, serious, size_of, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request, Route, ViewportSize

pytestmark = pytest.mark.browser

PATIENCE = chromium.PATIENCE * 1000
ASIDE: "ViewportSize" = {"width": 844, "height": 390}  # a phone on its side
SIZES = {"desktop": DESKTOP, "phone": PHONE, "aside": ASIDE}
AT_ONCE = """localStorage.getItem('framing-guide')
    ?? localStorage.setItem('framing-guide', '{"toured": true, "timer": 0}')"""
WRONG = (Path(__file__).parent / "words.js").read_text("utf-8")
ROLL = "const { roll } = await import(new URL('guide/scripts/roll.js', document.baseURI));"
REVIEW = "dialog.burst[open]"
TRAY = "dialog.roll[open]"

# A camera of noise, whose pictures take several pieces each; nobody's webcam is needed for how they are sent.
TAKE_NOISE = f"""async () => {{
    {ROLL}
    const canvas = new OffscreenCanvas(1000, 600), pen = canvas.getContext('2d');
    const noise = pen.createImageData(1000, 600);
    const frame = () => {{
        for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : 256 * Math.random();
        pen.putImageData(noise, 0, 0);
        return createImageBitmap(canvas);
    }};
    const jpeg = (image) => {{
        const drawn = new OffscreenCanvas(1000, 600);
        drawn.getContext('bitmaprenderer').transferFromImageBitmap(image);
        return drawn.convertToBlob({{ type: 'image/jpeg', quality: .95 }});
    }};
    const eye = {{ frame, jpeg, photo: async () => null, wait: async () => {{}} }};
    const window = {{ left: 0, top: 0, width: 480, height: 600 }};
    const sight = {{ use: 'headshot', viewer: 'front', window }};
    await roll.take(eye, sight, (first) => roll.show(first.burst), () => {{}});
}}"""


def roll(page: "Page") -> list[dict[str, Any]]:
    """The pictures that the page knows of."""
    of = "({ blob, ...rest }) => ({ ...rest, size: blob.size })"
    found: list[dict[str, Any]] = page.evaluate(f"async () => {{ {ROLL} return roll.pictures.map({of}); }}")
    return found


def until(page: "Page", holds: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
    """The pictures once that holds of them."""
    deadline = time.monotonic() + 2 * chromium.PATIENCE  # a look at a picture takes two cores for a second or two
    while not holds(found := roll(page)):
        assert time.monotonic() < deadline, [(one["state"], one["sent"]) for one in found]
        page.wait_for_timeout(100)
    return found


def taken(opened: Visit) -> None:
    """A burst that was taken, and ranked."""
    page = opened.page
    page.evaluate("() => document.activeElement?.blur()")
    page.keyboard.press("Space")
    page.locator(REVIEW).wait_for(timeout=PATIENCE)
    page.locator(f"{REVIEW} .lead svg:not(.wait)").wait_for(timeout=2 * PATIENCE)
    page.locator(".cuts .list li").first.wait_for(timeout=PATIENCE)


def status(page: "Page", path: str, session: str) -> int:
    """What the server answers to this page, or to another token."""
    how = "{ method: 'POST', headers: { 'x-framing-session': session } }"
    return int(
        page.evaluate(f"async ([path, session]) => (await fetch('guide/' + path, {how})).status", [path, session])
    )


def session(page: "Page") -> str:
    return str(page.evaluate(f"async () => {{ {ROLL} return roll.server.session; }}"))


def test_a_burst_is_judged_compared_kept_and_downloaded_as_the_camera_gave_it_and_goes_with_erase(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(AT_ONCE)) as opened:
        page = opened.page
        opened.play()
        opened.wait_for("Because", ".why")
        # By itself it counts while all holds, and not beyond the look in which it does not: this sitter is too far.
        shutter = f"{chromium.DECK}.deck.shutter"
        assert page.evaluate(f"() => {{ {shutter}.watch(true, true); return {shutter}.known.left; }}") > 0
        page.wait_for_function(f"() => {shutter}.known.left === 0", timeout=PATIENCE)
        assert roll(page) == []
        taken(opened)
        burst = until(page, lambda found: all(one["judged"] for one in found))
        assert {(one["width"], one["height"]) for one in burst} == {(fake_camera.WIDTH, fake_camera.HEIGHT)}
        assert [one["source"] for one in burst][:5] == ["frame"] * 5
        for name, size in SIZES.items():
            page.set_viewport_size(size)
            opened.shot(pictures, f"burst-{name}")
            width, room = page.locator(REVIEW).evaluate("e => [e.scrollWidth, e.clientWidth]")
            assert width <= room
            keep = page.locator(".decide .keep").bounding_box()
            assert keep
            assert keep["y"] + keep["height"] <= size["height"], "Keep is on the first screen"
        page.set_viewport_size(DESKTOP)
        assert serious(page) == []

        # By keyboard alone: the next picture, beside the best one; the loupe; then Keep.
        page.keyboard.press("ArrowRight")
        page.locator('.shot[data-place="first"] .n', has_text="2").wait_for()
        page.locator('.shot[data-place="second"] .n', has_text="1").wait_for()
        first, second = (page.locator(f".loupe.{which} img") for which in ("first", "second"))
        before = [one.evaluate("e => e.style.transform") for one in (first, second)]
        page.locator(".loupe.first").focus()
        page.keyboard.press("ArrowDown")
        after = [one.evaluate("e => e.style.transform") for one in (first, second)]
        assert all(one != other for one, other in zip(before, after, strict=True)), "both are moved"
        page.keyboard.press("k")
        page.locator(REVIEW).wait_for(state="detached")
        opened.wait_for("Kept: 1", ".tray")
        kept = until(page, lambda found: len(found) == 1)
        dropped = next(one for one in burst if one["id"] != kept[0]["id"])
        page.wait_for_function("id => fetch('guide/pictures/' + id).then(() => true)", arg=dropped["id"])
        assert status(page, f"pictures/{dropped['id']}/judge", session(page)) == 404

        page.locator("button.tray").click()
        opened.wait_for("in this browser", f"{TRAY} .where")
        with page.expect_download() as one:
            page.locator(".shelf .row button", has_text="Download").click()
        assert "_headshot" in one.value.suggested_filename
        width, height = size_of(one.value.path())
        assert abs(width - 0.8 * height) <= 1.0
        with page.expect_download() as everything:
            page.locator(f"{TRAY} .zip").click()
        opened.shot(pictures, "tray")
        assert serious(page) == []
        with zipfile.ZipFile(everything.value.path()) as archive:
            whole = next(name for name in archive.namelist() if "whole" in name)
            pixels = np.asarray(Pillow.open(io.BytesIO(archive.read(whole))))
        camera = fake_camera.sitting(np.asarray(skimage.data.astronaut()[..., :3], np.uint8))
        assert pixels.shape == camera.shape, "in the camera's own size"
        assert height <= len(pixels), "never enlarged"

        def apart(one: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> float:
            return float(np.abs(one.astype(float) - camera).mean())

        assert apart(pixels) < 8.0, "bare, and not a video's remains"
        assert apart(pixels) < 0.5 * apart(pixels[:, ::-1]), "unmirrored"

        own, last = session(page), kept[0]["id"]
        assert status(page, f"pictures/{last}/judge", own) == 200
        assert status(page, f"pictures/{last}/judge", "0" * 32) == 404, "nobody else's"
        page.locator(".all .erase").click()  # it was downloaded: nothing is asked
        page.locator(TRAY).wait_for(state="detached")
        page.locator("button.tray").wait_for(state="hidden")
        page.wait_for_function(
            "([id, token]) => fetch(`guide/pictures/${id}/judge`, { method: 'POST',"
            " headers: { 'x-framing-session': token } }).then((answer) => answer.status === 404)",
            arg=[last, own],
            timeout=PATIENCE,
        )
        page.reload()
        opened.ready()
        assert roll(page) == []


class Sent:
    """What the server has taken of each picture, put together from the pieces as they went by."""

    def __init__(self, page: "Page") -> None:
        self.announced: dict[str, str] = {}  # SHA-256 by name
        self.bytes: dict[str, bytearray] = defaultdict(bytearray)
        self.began: list[str] = []  # each time a picture was begun from its first byte
        self.cut = 0  # byte from which nothing passes any more
        page.route(re.compile("/guide/pictures/"), self._pass)
        page.on("requestfinished", self._finished)

    def _place(self, request: "Request") -> tuple[str, int]:
        url = urlsplit(request.url)
        return url.path.split("/")[-1], int(parse_qs(url.query)["at"][0])

    def _pass(self, route: "Route") -> None:
        request = route.request
        if self.cut and request.method == "PUT" and self._place(request)[1] >= self.cut:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    def _finished(self, request: "Request") -> None:
        if request.method == "POST" and "/pictures/" in request.url and request.post_data:
            told = json.loads(request.post_data)
            if "sha256" in told:
                self.announced[urlsplit(request.url).path.split("/")[-1]] = told["sha256"]
        if request.method == "PUT":
            name, at = self._place(request)
            if at == 0:
                self.began.append(name)
                self.bytes[name].clear()
            assert at == len(self.bytes[name])
            self.bytes[name] += request.post_data_buffer or b""


def test_a_burst_that_was_cut_off_waits_goes_on_where_it_was_and_arrives_whole_after_a_reload(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(AT_ONCE)) as opened:
        page, piece = opened.page, 256 * 1024
        opened.ready()
        sent = Sent(page)
        sent.cut = piece
        page.evaluate(TAKE_NOISE)
        opened.wait_for("Waiting for the guide", f"{REVIEW} h2")
        until(page, lambda found: [one["sent"] for one in found].count(piece) >= 2)
        opened.shot(pictures, "burst-cut")

        sent.cut = 2 * piece  # the network is there again, and goes once more
        until(page, lambda found: [one["sent"] for one in found].count(2 * piece) >= 2)
        assert len(sent.began) == len(set(sent.began)), "no picture was begun twice"

        before = {one["id"]: one["sha256"] for one in roll(page)}
        assert len(before) == 5
        page.reload()
        sent.cut = 0
        page.locator(REVIEW).wait_for(timeout=PATIENCE)  # by itself: nobody has decided yet
        until(page, lambda found: sum(one["sent"] == one["size"] for one in found) == len(before))
        assert {one["id"]: one["sha256"] for one in roll(page)} == before == sent.announced
        assert {name: hashlib.sha256(data).hexdigest() for name, data in sent.bytes.items()} == before

        own, one = session(page), next(iter(before))
        page.keyboard.press("a")
        page.locator(REVIEW).wait_for(state="detached")
        page.locator("button.tray").wait_for(state="hidden")
        assert roll(page) == []
        page.wait_for_function(
            "([id, token]) => fetch(`guide/pictures/${id}/judge`, { method: 'POST',"
            " headers: { 'x-framing-session': token } }).then((answer) => answer.status === 404)",
            arg=[one, own],
            timeout=PATIENCE,
        )


def test_every_text_of_review_and_tray_is_translated_and_none_is_cut(
    with_person: "Browser", guide: str, pictures: Path
) -> None:
    with visit(with_person, f"{guide}/?lang=qps", lambda page: page.add_init_script(AT_ONCE)) as opened:
        page = opened.page
        page.locator(".start").wait_for(timeout=PATIENCE)
        page.evaluate(TAKE_NOISE)
        page.locator(REVIEW).wait_for()
        behind = "document.querySelector('.st-key-deck').style.visibility = 'hidden'"
        page.evaluate(f"() => {{ {behind} }}")  # a text there that is cut is another test's
        page.locator(".burst .more").click()
        seen: dict[str, list[str]] = {}
        for what in ("review", "tray"):
            for name, size in SIZES.items():
                page.set_viewport_size(size)
                opened.shot(pictures, f"{what}-qps-{name}")
                seen[f"{what} {name}"] = page.evaluate(WRONG)
            if what == "review":
                page.locator(".burst .keep").click()
                page.evaluate(f"async () => {{ {ROLL} roll.show('tray'); }}")
                page.locator(TRAY).wait_for()
                page.locator(".all .erase").click()
        assert {where: texts for where, texts in seen.items() if texts} == {}
