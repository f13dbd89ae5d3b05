"""The stage: one capture, the camera's own picture, small copies by either carrier, and marks on the sitter's head."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from framing.lab.rigs import chromium
from tests.browser.conftest import DESKTOP, PHONE, Visit, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

pytestmark = pytest.mark.browser

ASIDE: "ViewportSize" = {"width": 844, "height": 390}  # a phone on its side
ZOOMED: "ViewportSize" = {"width": 640, "height": 400}  # a small laptop's window at 200%
DECK = f"{chromium.DECK}.deck"
# Every capture that any page or frame asks for, in the top page's own list.
COUNTED = """
const devices = navigator.mediaDevices, ask = devices.getUserMedia.bind(devices);
devices.getUserMedia = (wanted) => { (top.captures ??= []).push(JSON.stringify(wanted)); return ask(wanted); };
"""
NO_WEBRTC = "RTCPeerConnection.prototype.setRemoteDescription = () => Promise.reject(new Error('no way through'));"
# The astronaut's eyes in the fake webcam's picture, shares of its width and height: as the eyes for stills see it.
EYES = (0.467, 0.202)
FACE = 0.145  # from the eyes to the chin, shares of the picture's height


def choose(page: "Page", **choices: str) -> None:
    told = ", ".join(f'"{name}": "{value}"' for name, value in choices.items())
    page.add_init_script(f"localStorage.setItem('framing-guide', '{{\"toured\": true, {told}}}')")


def carrier(opened: Visit, name: str) -> None:
    opened.page.locator(f'.state[data-carrier="{name}"]').wait_for(timeout=chromium.PATIENCE * 1000)


def head(opened: Visit) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the head that the marks keep off, shares of the picture on the screen."""
    script = f"""() => {{
        const deck = {DECK}, stage = deck.stage.ease.at(performance.now());
        const [left, top, , tall] = stage.window, [x0, y0, x1, y1] = stage.clear[0];
        const plain = (x) => (left + x * tall) / stage.aspect;
        const across = (x) => deck.settings.mirrored ? 1 - plain(x) : plain(x);
        return [Math.min(across(x0), across(x1)), top + y0 * tall, Math.max(across(x0), across(x1)), top + y1 * tall];
    }}"""
    found: Any = opened.page.evaluate(script)
    return tuple(found)


@pytest.fixture(scope="module")
def playing(with_person: "Browser", guide: str) -> Iterator[Visit]:
    """A page on which the camera plays, its pictures going over the WebSocket; tests leave it so."""
    with visit(with_person, guide, lambda page: choose(page, link="websocket")) as opened:
        opened.play()
        opened.wait_for("Because", ".why")
        opened.wait_for_looks(lambda looks: looks > 10)
        yield opened


@pytest.mark.parametrize("link", ["webrtc", "websocket"])
def test_one_capture_serves_picture_and_guide_by_either_carrier(
    with_person: "Browser", guide: str, link: str
) -> None:
    def before(page: "Page") -> None:
        choose(page, link=link)
        page.add_init_script(COUNTED)

    with visit(with_person, guide, before) as opened:
        opened.play()
        opened.wait_for_state("live")
        carrier(opened, link)
        opened.wait_for_looks(lambda looks: looks > 5)
        captures = opened.page.evaluate("() => window.captures")
        assert len(captures) == 1
        assert '"ideal":1920' in captures[0]
        assert "audio" not in captures[0] or '"audio":false' in captures[0]
        size = opened.page.evaluate(f"() => {DECK}.live.size")
        assert size == [1280, 720], "what counts is the camera's own size, whatever the link made of it"


def test_where_webrtc_does_not_connect_the_websocket_goes_on_and_it_is_said(
    with_person: "Browser", guide: str
) -> None:
    with visit(with_person, guide, lambda page: page.add_init_script(NO_WEBRTC)) as opened:
        opened.play()
        carrier(opened, "websocket")
        opened.wait_for("WebRTC did not connect", ".say")
        opened.wait_for("Because", ".why")
        opened.page.locator("button.camera").click()
        opened.wait_for("WebRTC did not connect", ".menu")


@pytest.mark.parametrize("mirrored", [True, False], ids=["mirrored", "not"])
def test_marks_stand_on_the_sitters_head_mirrored_and_not(playing: Visit, mirrored: bool) -> None:
    viewer = playing.page.locator(".menu .viewer")
    playing.page.locator("button.camera").click()
    while playing.page.evaluate(f"() => {DECK}.settings.mirrored") != mirrored:
        viewer.click()
        playing.page.wait_for_timeout(300)
    playing.page.keyboard.press("Escape")
    playing.wait_for_state("live")  # another side may be another camera
    playing.page.wait_for_function(f"() => {DECK}.stage.ease.stage && {DECK}.stage.ease.still(performance.now())")
    left, top, right, bottom = head(playing)
    assert (left + right) / 2.0 == pytest.approx(1.0 - EYES[0] if mirrored else EYES[0], abs=0.03)
    assert bottom == pytest.approx(EYES[1] + FACE, abs=0.03)
    assert top < EYES[1]
    turned = playing.page.locator(".stage video").evaluate("v => getComputedStyle(v).transform")
    assert (turned != "none") == mirrored


def test_only_lines_asked_for_lie_over_the_face(playing: Visit) -> None:
    def drawn(opened: Visit) -> float:
        """Share of the face on which the overlay has drawn anything."""
        script = f"""([left, top, right, bottom]) => {{
            const deck = {DECK}, canvas = deck.stage.canvas, picture = deck.stage.picture(), scale = devicePixelRatio;
            const x = (picture.x + left * picture.width) * scale, y = (picture.y + top * picture.height) * scale;
            const across = (right - left) * picture.width * scale, down = (bottom - top) * picture.height * scale;
            const {{ data }} = canvas.getContext('2d').getImageData(x, y, across, down);
            return data.filter((_, i) => i % 4 === 3 && data[i] > 0).length / (data.length / 4);
        }}"""
        left, top, right, bottom = head(opened)
        across, down = 0.1 * (right - left), 0.1 * (bottom - top)
        return float(opened.page.evaluate(script, [left + across, top + down, right - across, bottom - down]))

    assert drawn(playing) == 0.0
    playing.page.locator("button.camera").click()
    playing.page.locator(".menu .marks").click()
    playing.page.wait_for_function(f"() => {DECK}.stage.ease.stage?.over_face.length > 0")
    playing.page.wait_for_function(f"() => {DECK}.stage.ease.still(performance.now())")
    assert drawn(playing) > 0.005
    playing.page.keyboard.press("Escape")


@pytest.mark.parametrize("size", [PHONE, ASIDE, ZOOMED, DESKTOP], ids=["phone", "aside", "zoomed", "desktop"])
def test_picture_cue_and_release_stand_on_the_first_screen(
    playing: Visit, size: "ViewportSize", pictures: Path
) -> None:
    page = playing.page
    page.set_viewport_size(size)
    before = playing.looks()
    playing.wait_for_looks(lambda looks: looks > before + 2)
    playing.shot(pictures, f"stage-{size['width']}x{size['height']}")
    for selector in (".stage", ".say b", ".shoot"):
        box = page.locator(selector).first.bounding_box()
        assert box
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= size["height"], selector
        assert box["x"] + box["width"] <= size["width"] + 1, selector
    letters = page.locator(".say b").evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert letters >= (54 if size is DESKTOP else 28)


def test_cuts_of_other_uses_are_outlined_at_once_and_listed_with_their_pixels(playing: Visit) -> None:
    page = playing.page
    page.locator("button.use").click()
    for use in ("LinkedIn or profile", "US passport"):
        page.get_by_role("button", name=f"Show the cut of {use} as well").click()
    page.wait_for_function(f"() => {DECK}.stage.ease.stage?.cuts.length === 2")
    drawn = page.evaluate(f"() => {DECK}.stage.ease.stage.cuts.map(cut => [cut.shape, cut.window !== null])")
    assert drawn == [["circle", True], ["rectangle", True]]
    lines = page.locator(".cut")
    assert lines.count() == 2
    assert all("×" in line for line in lines.locator("i").all_inner_texts())
    for use in ("LinkedIn or profile", "US passport"):
        page.get_by_role("button", name=f"Show the cut of {use} as well").click()
    page.keyboard.press("Escape")
    page.locator(".delivers").wait_for(state="hidden")


def test_the_menu_names_the_camera(playing: Visit) -> None:
    playing.page.locator("button.camera").click()
    playing.page.wait_for_function(f"() => {DECK}.menu.devices.length > 0")
    names = playing.page.locator(".menu .device option").all_inner_texts()
    assert len(names) >= 2
    assert all(names)
    playing.page.keyboard.press("Escape")


def test_a_longer_cue_never_gets_smaller_letters(playing: Visit) -> None:
    size, fits = playing.page.evaluate(
        f"""words => {{
            const bar = {chromium.DECK}.querySelector('.say'), b = bar.querySelector('b');
            bar.dataset.kind = 'must';
            b.textContent = words;
            return [parseFloat(getComputedStyle(b).fontSize), b.scrollWidth <= b.clientWidth + 1];
        }}""",
        "Set the camera to more pixels: too few for this use",
    )
    assert size >= 54
    assert fits


def test_the_picture_plays_on_while_the_guide_is_away(with_person: "Browser", guide: str) -> None:
    def away(page: "Page") -> None:
        page.route_web_socket(re.compile("/guide/live$"), lambda _: None)

    with visit(with_person, guide, away) as opened:
        opened.play()
        opened.page.locator('.state[data-state="connecting"]').wait_for()
        opened.wait_for_more_video()


def test_a_system_that_blurs_the_background_is_noticed_and_said(with_person: "Browser", guide: str) -> None:
    blurs = """const own = MediaStreamTrack.prototype.getSettings;
        MediaStreamTrack.prototype.getSettings = function () { return { ...own.call(this), backgroundBlur: true }; };"""
    with visit(with_person, guide, lambda page: page.add_init_script(blurs)) as opened:
        opened.play()
        opened.wait_for("Your system blurs the background", ".say")
