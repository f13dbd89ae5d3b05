"""The page under its policy and under watch: nothing is fetched from elsewhere, and nothing leaves the machine."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import skimage.data
from PIL import Image as Pillow

from framing.lab.rigs import chromium
from tests.browser.conftest import Visit, visit
from tests.watch import Watch, around, outside, programs, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

pytestmark = pytest.mark.browser

DIRECT = """() => new Promise(done => {
    const report = event => done(event.violatedDirective);
    document.addEventListener('securitypolicyviolation', report);
    const image = new Image();
    image.src = 'http://203.0.113.9/pixel.png';
})"""

SHOWN = """address => new Promise(done => {
    const image = new Image();
    image.onload = () => done(true);
    image.onerror = () => done(false);
    image.src = address;
})"""


def photograph(pixels: int) -> bytes:
    """A noisy PNG of the astronaut, as many pixels high: noise keeps it large."""
    picture = Pillow.fromarray(skimage.data.astronaut()[..., :3]).resize((pixels, pixels))
    noise = np.random.default_rng(1).integers(0, 12, (pixels, pixels, 3), dtype=np.uint8)
    data = io.BytesIO()
    Pillow.fromarray(np.minimum(np.asarray(picture), 243) + noise).save(data, "PNG")
    return data.getvalue()


def judge(opened: Visit, data: bytes) -> None:
    """Drop a photograph on the page and wait for its verdict."""
    opened.page.locator('.modes [data-mode="photos"]').click()
    dropped = {"name": "astronaut.png", "mimeType": "image/png", "buffer": data}
    opened.page.locator('.st-key-photos input[type="file"]').set_input_files(dropped)  # type: ignore[arg-type]
    opened.wait_for("", ".st-key-judged .reads")


def test_a_session_with_camera_sample_and_photograph_reaches_only_this_machine_and_leaves_nothing_on_disk(
    driver: "Playwright", person: Path, tmp_path: Path
) -> None:
    watch = Watch(tmp_path)
    large = photograph(900)
    assert len(large) > 1.25 * 2**20, "servers keep the first megabyte in memory"
    with (
        chromium.server(tmp_path / "log.txt", {"PYTHONDONTWRITEBYTECODE": "1"}, under=watch.before) as address,
        chromium.browser(driver, person) as browser,
    ):
        with visit(browser, address) as opened:  # without a camera's permission Chromium hides its addresses
            opened.page.locator(".try").click()
            opened.wait_for_state("live")
            opened.wait_for("Because", ".why")
        with visit(browser, address) as opened:
            opened.play()
            opened.wait_for("Because", ".why")
        with visit(browser, address) as opened:
            opened.ready()
            judge(opened, large)
    calls = watch.calls()
    assert any("SOCK_DGRAM" in line for line in calls), "the video was watched"
    assert outside(calls) == [], around(calls)
    # ldconfig: ifaddr, which lists this machine's addresses for WebRTC, finds the C library with it.
    assert {name for name in programs(calls) if not name.startswith("python")} <= {"ldconfig"}
    assert written(calls) == set()


def test_a_chart_stands_under_the_pages_policy(driver: "Playwright", tmp_path: Path) -> None:
    with (
        chromium.server(tmp_path / "log.txt", script="tests/browser/chart_app.py") as address,
        chromium.browser(driver, None) as browser,
        visit(browser, address) as opened,
    ):
        opened.page.locator('[data-testid="stVegaLiteChart"] :is(canvas, svg)').first.wait_for()
        opened.page.locator('[data-testid="stImage"] img').wait_for()
        assert opened.page.locator('[data-testid="stException"]').count() == 0


def test_the_policy_keeps_the_page_from_what_is_elsewhere(with_person: "Browser", guide: str) -> None:
    context = with_person.new_context()
    page = context.new_page()
    page.goto(guide)
    assert page.evaluate(DIRECT) == "img-src"
    context.close()


def test_the_cameras_frame_carries_the_policy_too(with_person: "Browser", guide: str) -> None:
    answers: dict[str, dict[str, str]] = {}

    def listen(page: "Page") -> None:
        page.on("response", lambda answer: answers.update({answer.url: answer.headers}))

    with visit(with_person, guide, listen) as opened:
        opened.ready()
    assert any("streamlit_webrtc" in url for url in answers)
    own = {url: said for url, said in answers.items() if url.startswith("http")}
    assert [url for url, said in own.items() if "frame-ancestors 'self'" not in said["content-security-policy"]] == []


def test_a_page_elsewhere_neither_shows_nor_reads_the_guide(with_person: "Browser", guide: str) -> None:
    # The same machine under its other name is another origin to the browser.
    elsewhere = guide.replace("localhost", "127.0.0.1")
    context = with_person.new_context()
    page = context.new_page()
    page.goto(f"{elsewhere}/_stcore/health")
    read = "address => fetch(address).then(answer => answer.text(), () => 'kept from it')"
    assert page.evaluate(read, f"{guide}/_stcore/health") == "kept from it"
    assert not page.evaluate(SHOWN, f"{guide}/favicon.png")
    assert page.evaluate(SHOWN, f"{elsewhere}/favicon.png"), "its own it shows"
    context.close()
