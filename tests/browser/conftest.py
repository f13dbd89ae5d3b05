import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import skimage.data
from axe_playwright_python.sync_playwright import Axe
from PIL import Image as Pillow

from framing.lab.rigs import chromium, fake_camera
from framing.types import Message

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright, ViewportSize

SCREENSHOTS = "FRAMING_SCREENSHOTS"
DESKTOP: "ViewportSize" = {"width": 1280, "height": 800}
PHONE: "ViewportSize" = {"width": 390, "height": 844}


class Visit:
    """One open page."""

    def __init__(self, page: "Page") -> None:
        self.page = page

    def ready(self) -> None:
        """Until Start can be pressed."""
        self.page.get_by_role("button", name="Start the camera").wait_for(timeout=chromium.PATIENCE * 1000)

    def start(self) -> None:
        chromium.press_start(self.page)

    def play(self) -> None:
        self.start()
        chromium.wait_for_picture(self.page)

    def wait_for(self, words: Message, within: str = "body") -> None:
        """Until these words are on the page, in English."""
        found = self.page.locator(within).filter(has_text=str(words)).first
        found.wait_for(timeout=chromium.PATIENCE * 1000)

    def looks(self) -> int:
        """How often the guide has looked, as the page knows it."""
        return int(self.page.locator(".state").get_attribute("data-looks") or 0)

    def wait_for_looks(self, holds: Callable[[int], bool]) -> None:
        """Until a condition on the number of looks holds."""
        deadline = time.monotonic() + chromium.PATIENCE
        while not holds(self.looks()):
            assert time.monotonic() < deadline, f"{self.looks()} looks"
            self.page.wait_for_timeout(100)  # not time.sleep, in which Playwright handles no events

    def wait_for_state(self, state: str) -> None:
        """Until the deck says that the camera is in this state."""
        self.page.locator(f'.state[data-state="{state}"]').wait_for(timeout=chromium.PATIENCE * 1000)

    def shot(self, folder: Path, name: str) -> None:
        """A screenshot to open and judge."""
        self.page.screenshot(path=folder / f"{name}.png")

    def seconds_played(self) -> float:
        return float(self.page.locator(".stage video").evaluate("video => video.currentTime"))

    def wait_for_more_video(self) -> None:
        more = f"now => {chromium.DECK}.querySelector('video').currentTime > now + 0.5"
        self.page.wait_for_function(more, arg=self.seconds_played(), timeout=chromium.PATIENCE * 1000)


@contextmanager
def visit(
    browser: "Browser",
    address: str,
    before: "Callable[[Page], object]" = lambda _: None,
    size: "ViewportSize" = DESKTOP,
) -> Iterator[Visit]:
    """A page of its own at that address, closed afterwards; `before` prepares it. It must keep to its own policy."""
    context = browser.new_context(viewport=size)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text[:500]) if "Content Security Policy" in said.text else None)
    before(page)
    page.goto(address)
    try:
        yield Visit(page)
    finally:
        context.close()
    assert refused == []


def serious(page: "Page") -> list[str]:
    """What of the page keeps people out, by axe-core: serious and critical findings."""
    # While its script runs, Streamlit dims what may change, too dark to be read: that is over in a moment.
    page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")
    found = Axe().run(page).response["violations"]
    return [
        f"{v['id']}: {node['html'][:120]}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for node in v["nodes"]
    ]


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of that picture file."""
    with Pillow.open(path) as picture:
        return picture.size


# Not the whole session: Playwright keeps an event loop running in this thread, and other tests run one of their own.
@pytest.fixture(scope="package")
def driver() -> Iterator["Playwright"]:
    with chromium.playwright() as driver:
        try:
            chromium.executable(driver)
        except FileNotFoundError as missing:
            pytest.skip(str(missing))
        yield driver


@pytest.fixture(scope="package")
def person(tmp_path_factory: pytest.TempPathFactory) -> Path:
    picture = fake_camera.sitting(np.asarray(skimage.data.astronaut()[..., :3], np.uint8))
    return fake_camera.write(tmp_path_factory.mktemp("camera") / "person.mjpeg", [picture] * 4)


@pytest.fixture(scope="package")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fake_camera.write(tmp_path_factory.mktemp("camera") / "room.mjpeg", [fake_camera.empty_room()] * 4)


@pytest.fixture(scope="package")
def guide(driver: "Playwright", tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running guide; when it ends, it must have done so by itself, and no error may have passed through its code."""
    log = tmp_path_factory.mktemp("guide") / "log.txt"
    with chromium.server(log) as address:
        yield address
    assert not [line for line in log.read_text().splitlines() if "/framing/" in line or "framing." in line]


@pytest.fixture(scope="package")
def with_person(driver: "Playwright", person: Path) -> Iterator["Browser"]:
    with chromium.browser(driver, person) as browser:
        yield browser


@pytest.fixture(scope="package")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the screenshots go: a folder of the caller's, to open and judge them, or a forgotten one."""
    named = os.environ.get(SCREENSHOTS)
    folder = Path(named) if named else tmp_path_factory.mktemp("screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
