"""A room in two real browsers: how late what the coach does and is told comes, and how the picture plays there."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.lab.rigs import chromium, fake_camera
from framing.types import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SECONDS = 12.0  # that the picture and the guidance are counted
WARM = 6.0  # until the picture has grown to its size
POINTS = 60  # places of the pointer
PICTURES = 5  # of a burst
PROBE = Path(__file__).with_name("room.js")
_ME = "localStorage.setItem('framing-guide', '{\"toured\": true, \"link\": \"websocket\"}')"
_WAIT = chromium.PATIENCE * 1000


@dataclass(frozen=True, slots=True)
class Room:
    """Medians in milliseconds; pictures a second and their height; seconds."""

    pointer_ms: float  # from the coach's hand until it is on the sitter's screen
    guidance_ms: float  # from a look's coming to the sitter's page until it is with the coach
    coach_fps: float
    coach_height: int
    join_s: float  # from the sitter's yes until their picture plays at the coach's
    preview_s: float  # from the end of a burst until all of its previews are with the coach


def measured(pictures: Sequence[Image]) -> Room | None:
    """The figures; None where Playwright or Chromium is missing."""
    if find_spec("playwright") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        webcam = fake_camera.write(home / "webcam.mjpeg", pictures)
        try:
            with (
                chromium.server(home / "log.txt") as address,
                chromium.playwright() as driver,
                chromium.browser(driver, webcam) as there,
                chromium.browser(driver, webcam) as here,
            ):
                return _in_two(address, there, here)
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - whatever a browser may do, the other figures are kept
            print(f"The browsers' part failed: {error}", file=sys.stderr)
            return None


def _in_two(address: str, there: Browser, here: Browser) -> Room:
    coach, sitter = _page(there), _page(here)
    coach.goto(f"{address}/room")
    coach.locator(".opens .room-name").fill("Bench")
    coach.locator(".opens .your-name").fill("Ana")
    coach.locator(".opens .gold").click()
    coach.wait_for_function("() => document.querySelector('.link input')?.value")
    sitter.goto(coach.locator(".link input").input_value())
    sitter.locator("dialog.invited input").fill("Mira")
    sitter.locator("dialog.invited .yes").click()
    coach.locator(".door .admit").click()
    yes = sitter.locator("dialog.asked .yes")
    yes.wait_for()
    began = time.monotonic()
    yes.click()
    coach.wait_for_function("() => { const v = document.querySelector('.session video'); return v?.currentTime > 0; }")
    joined = time.monotonic() - began
    coach.wait_for_timeout(WARM * 1000)
    coach.evaluate("() => { roomProbe.watch(document.querySelector('.session video')); roomProbe.looks.clear(); }")
    sitter.evaluate("() => roomProbe.looks.clear()")
    coach.wait_for_timeout(SECONDS * 1000)
    frames, height = coach.evaluate("() => [roomProbe.frames, roomProbe.height]")
    told, seen = (page.evaluate("() => [...roomProbe.looks]") for page in (coach, sitter))
    pointer = _pointed(coach, sitter)
    return Room(
        pointer_ms=_middle(pointer),
        guidance_ms=_middle(_late(seen, told)),
        coach_fps=frames / SECONDS,
        coach_height=height,
        join_s=joined,
        preview_s=_burst(coach, sitter),
    )


def _page(browser: Browser) -> Page:
    page = browser.new_context(permissions=["camera", "microphone"], viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(_WAIT)
    page.add_init_script(path=PROBE)
    page.add_init_script(_ME)
    return page


def _pointed(coach: Page, sitter: Page) -> list[float]:
    """Milliseconds from each move of the coach's hand until the sitter's screen shows it."""
    box = coach.locator(".pad").bounding_box()
    if box is None:
        return []
    for number in range(POINTS):
        share = 0.2 + 0.6 * number / POINTS
        coach.mouse.move(box["x"] + share * box["width"], box["y"] + 0.5 * box["height"])
        coach.wait_for_timeout(60)
    coach.wait_for_timeout(1000)
    return _late(coach.evaluate("() => roomProbe.points"), sitter.evaluate("() => roomProbe.drawn"))


def _burst(coach: Page, sitter: Page) -> float:
    """Seconds from the end of a burst until the coach has its last preview."""
    before = coach.evaluate("() => roomProbe.pictures.length")
    coach.locator(".after button").first.click()  # now
    coach.locator(".shoot").click()
    coach.wait_for_function("wanted => roomProbe.pictures.length >= wanted", arg=before + PICTURES)
    done, came = sitter.evaluate("() => roomProbe.done"), coach.evaluate("() => roomProbe.pictures.at(-1)")
    return float(came - done) / 1000.0


def _late(sent: Sequence[Sequence[Any]], came: Sequence[Sequence[Any]]) -> list[float]:
    """Milliseconds between the moments of what is in both, by its key."""
    then: dict[Any, float] = dict(sent)  # type: ignore[arg-type]
    return [at - then[key] for key, at in came if key in then]


def _middle(delays: Sequence[float]) -> float:
    """The median; minus one where nothing came."""
    return statistics.median(delays) if delays else -1.0
