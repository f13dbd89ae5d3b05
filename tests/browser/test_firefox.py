"""The guide in Firefox: live by either carrier, a burst, and a photograph that falls on the page."""

import base64
import io
import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skimage.data
from PIL import Image as Pillow

from framing.lab.rigs import chromium, fake_camera
from framing.types import Image
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.firefox import DECK, Firefox, firefox
from tests.browser.test_stage import EYES, FACE

pytestmark = pytest.mark.browser

SIZE = {"width": fake_camera.WIDTH, "height": fake_camera.HEIGHT}
ROLL = "const { roll } = await import(new URL('guide/scripts/roll.js', document.baseURI));"
REVIEW = "dialog.burst[open]"
TRAY = "dialog.roll[open]"
# What each frame sends by WebRTC, in the top page's own list.
WATCHED = """
const add = RTCPeerConnection.prototype.addTrack;
RTCPeerConnection.prototype.addTrack = function (track, ...streams) {
    (top.sent ??= []).push(track);
    return add.call(this, track, ...streams);
};
"""
# Firefox plays no file as a webcam: a picture on a canvas takes its place, and counts who asks for it.
WEBCAM = """
const bytes = Uint8Array.from(atob("BYTES"), (one) => one.charCodeAt(0));
const coming = createImageBitmap(new Blob([bytes]));
navigator.mediaDevices.getUserMedia = async (wanted) => {
    (top.captures ??= []).push(wanted);
    const picture = await coming, canvas = document.createElement("canvas");
    const { width, height } = Object.assign(canvas, { width: picture.width, height: picture.height });
    const pen = canvas.getContext("2d"), [track] = canvas.captureStream().getVideoTracks();
    const draw = () => pen.drawImage(picture, 0, 0, width, height);
    setInterval(() => { if (track.readyState === "live") draw(); }, 33);
    return new MediaStream([track]);
};
"""


def sitter() -> Image:
    return fake_camera.sitting(np.asarray(skimage.data.astronaut()[..., :3], np.uint8))


def jpeg(picture: Image) -> bytes:
    data = io.BytesIO()
    Pillow.fromarray(picture).save(data, "JPEG", quality=95)
    return data.getvalue()


def remembered(**choices: object) -> str:
    told = {"toured": True, **choices}
    return f"localStorage.setItem('framing-guide', {json.dumps(json.dumps(told))});"


@pytest.fixture(scope="module")
def webcam() -> str:
    return WEBCAM.replace("BYTES", base64.b64encode(jpeg(sitter())).decode("ascii"))


@pytest.fixture(scope="module")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    try:
        with firefox(tmp_path_factory.mktemp("downloads")) as opened:
            yield opened
    except FileNotFoundError as missing:
        pytest.skip(str(missing))


@pytest.fixture(autouse=True)
def _without_errors(fox: Firefox) -> Iterator[None]:
    """No error of the page's own scripts goes by unseen."""
    yield
    own = [line for line in fox.said() if line.startswith("error") and "/guide/scripts/" in line]
    assert own == []


def wait_for_verdict(fox: Firefox) -> None:
    fox.click(".start")
    fox.until(chromium.PLAYS)
    fox.until(f"() => {DECK}.camera.state === 'live' && {DECK}.camera.looks > 10 && {DECK}.live.cue")
    fox.shown(".why")


def shots(fox: Firefox, folder: Path, name: str) -> None:
    for where, size in {"desktop": DESKTOP, "phone": PHONE}.items():
        fox.resize(**size)
        fox.shot(folder / f"firefox-{name}-{where}.png")
        assert fox.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), where
    fox.resize(**DESKTOP)


def head(fox: Firefox) -> Any:
    """The middle and the bottom of the head that the marks keep off, shares of the picture on the screen."""
    return fox.evaluate(
        f"""() => {{
            const {{ stage }} = {DECK}.stage.ease, [left, top, , tall] = stage.window, [x0, , x1, y1] = stage.clear[0];
            return [1 - (left + (x0 + x1) / 2 * tall) / stage.aspect, top + y1 * tall];
        }}"""
    )


@pytest.mark.parametrize("link", ["webrtc", "websocket"])
def test_the_cameras_own_picture_plays_and_the_guide_judges_it_by_either_carrier(
    fox: Firefox, guide: str, webcam: str, pictures: Path, link: str
) -> None:
    fox.open(guide, WATCHED + webcam + remembered(link=link))
    wait_for_verdict(fox)
    assert len(fox.evaluate("() => window.captures")) == 1
    assert fox.evaluate(f"() => {DECK}.camera.capture.size") == SIZE
    assert fox.evaluate(f"() => {DECK}.live.size") == [*SIZE.values()], "whatever the link made of it"
    assert fox.evaluate(f"() => {DECK}.link.carrier") == link
    sent = fox.evaluate("() => (window.sent ?? []).map((track) => track.getSettings().width)")
    assert sent == ([640] if link == "webrtc" else []), "a small copy goes up, and not the camera's whole picture"

    if link == "websocket":
        assert head(fox) == pytest.approx([1.0 - EYES[0], EYES[1] + FACE], abs=0.03), "mirrored, on the sitter's head"
        shots(fox, pictures, "live")


def test_a_camera_of_firefoxs_own_keeps_its_size_while_a_small_copy_goes_up(fox: Firefox, guide: str) -> None:
    fox.open(guide, WATCHED + remembered(link="webrtc"))
    fox.click(".start")
    fox.until(f"() => {DECK}?.camera.state === 'live' && {DECK}.camera.looks > 5")
    assert fox.evaluate(f"() => {DECK}.camera.capture.size") == SIZE
    assert fox.evaluate("() => window.sent.map((track) => track.getSettings().width)") == [640]


@pytest.mark.long
def test_a_burst_is_judged_kept_and_downloaded_in_the_cameras_own_size(
    fox: Firefox, guide: str, webcam: str, pictures: Path
) -> None:
    fox.open(guide, webcam + remembered(link="websocket", timer=0))
    wait_for_verdict(fox)
    fox.evaluate("() => document.activeElement?.blur()")
    fox.press(" ")
    fox.shown(f"{REVIEW} .lead svg:not(.wait)")
    fox.shown(f"{REVIEW} .cuts .list li")
    taken: Any = fox.evaluate(f"async () => {{ {ROLL} return roll.pictures.map(({{ blob, ...rest }}) => rest); }}")
    assert [one["source"] for one in taken] == ["frame"] * 5, "Firefox takes no photograph of its own"
    assert {(one["width"], one["height"]) for one in taken} == {tuple(SIZE.values())}
    assert all(one["judged"] for one in taken)
    shots(fox, pictures, "burst")

    fox.click(f"{REVIEW} .decide .keep")
    fox.click("button.tray")
    fox.shown(f"{TRAY} .where")
    shots(fox, pictures, "tray")
    fox.click(f"{TRAY} .all .zip")
    with zipfile.ZipFile(downloaded(fox, ".zip")) as archive:
        whole = next(name for name in archive.namelist() if "whole" in name)
        pixels = np.asarray(Pillow.open(io.BytesIO(archive.read(whole)))).astype(float)
    assert pixels.shape == sitter().shape
    assert np.abs(pixels - sitter()).mean() < 8.0, "bare and unmirrored"


def test_a_photograph_that_falls_on_the_page_is_judged(fox: Firefox, guide: str, pictures: Path) -> None:
    fox.open(guide, remembered())
    fox.shown(".start")
    fox.evaluate(
        """encoded => {
            const carried = new DataTransfer(), bytes = Uint8Array.from(atob(encoded), (one) => one.charCodeAt(0));
            carried.items.add(new File([bytes], "dropped.jpg", { type: "image/jpeg" }));
            const over = { bubbles: true, cancelable: true, composed: true, dataTransfer: carried };
            document.querySelector(".st-key-stage").dispatchEvent(new DragEvent("drop", over));
        }""",
        base64.b64encode(jpeg(np.asarray(skimage.data.astronaut()[..., :3], np.uint8))).decode("ascii"),
    )
    fox.until("() => document.querySelector('.st-key-judged')?.innerText.includes('dropped.jpg')")
    fox.shown(".st-key-judged >>> .reads")
    fox.shown(".st-key-judged >>> .own img:not([hidden])")
    shots(fox, pictures, "photographs")
    fox.click(".st-key-judged >>> .own button:not([hidden])")
    with Pillow.open(downloaded(fox, "_headshot.jpg")) as crop:
        width, height = crop.size
    assert abs(width - 0.8 * height) <= 1.0
    assert height <= 512, "never enlarged"


def downloaded(fox: Firefox, ending: str) -> Path:
    """The file that was downloaded, once all of it is there."""
    deadline = time.monotonic() + chromium.PATIENCE
    while True:
        found = [path for path in fox.downloads.glob(f"*{ending}") if path.stat().st_size]
        if found and not [*fox.downloads.glob("*.part")]:
            return found[0]
        assert time.monotonic() < deadline, [path.name for path in fox.downloads.iterdir()]
        time.sleep(0.1)


@pytest.mark.long
def test_a_drill_of_the_school_is_done_and_scored(fox: Firefox, guide: str, webcam: str, pictures: Path) -> None:
    fox.open(f"{guide}/school#drill=headroom", WATCHED + webcam)
    main = ".drill .main:not([aria-disabled=true])"
    fox.click(main)  # the camera
    fox.shown("header .state[data-state=live]")
    fox.click(main)  # begin
    fox.shown(".say:is([data-kind=must], [data-kind=ok], [data-kind=hold])")
    fox.shot(pictures / "school-firefox.png")
    fox.click(main)
    fox.shown("[data-shown=score] .axes li")
