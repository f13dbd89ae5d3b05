"""The stage in a real Chromium: how the picture plays, how far the overlay is behind, and what the server spends."""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import cv2
import numpy as np

from framing.lab.rigs import chromium, fake_camera
from framing.types import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

Carrier = Literal["webrtc", "websocket"]
CARRIERS: tuple[Carrier, ...] = ("webrtc", "websocket")
SECONDS = 12  # measured each time
WARM = 6  # the rates have settled by then
FULL_HD = (1920, 1080)
PROBE = Path(__file__).with_name("stage.js")
NUMBERED = "framing/lab/rigs/numbered_app.py"
_NEVER = 5000.0  # ms


@dataclass(frozen=True, slots=True)
class Figures:
    """One carrier: pictures shown and looks drawn a second, milliseconds, and cores of the server process."""

    preview_fps: float
    overlay_hz: float
    overlay_latency_ms: float  # median, from a picture on the screen to the overlay that belongs to it
    panel_ms: float  # median, from the end of a look until the panel shows it
    server_cpu: float | None  # processor seconds a second; None without psutil
    size: tuple[int, int]  # of the camera's picture


@dataclass(frozen=True, slots=True)
class Stage:
    """Both carriers at 1280x720, what a 1920x1080 camera gives, and the wait for the first cue."""

    webrtc: Figures
    websocket: Figures
    full_hd: Figures
    first_cue_s: float  # from pressing Start


def measured(pictures: Sequence[Image]) -> Stage | None:
    """The figures; None where Playwright or Chromium is missing."""
    if find_spec("playwright") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        small = _webcam(home / "small.mjpeg", pictures, (fake_camera.WIDTH, fake_camera.HEIGHT))
        large = _webcam(home / "large.mjpeg", pictures, FULL_HD)
        try:
            found = {carrier: _through(small, home / f"{carrier}.log", carrier) for carrier in CARRIERS}
            full, _ = _through(large, home / "large.log", "websocket")
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - whatever a browser may do, the other figures are kept
            print(f"The browser's part failed: {error}", file=sys.stderr)
            return None
    return Stage(found["webrtc"][0], found["websocket"][0], full, found["webrtc"][1])


def _webcam(path: Path, pictures: Sequence[Image], size: tuple[int, int]) -> Path:
    # Number 0 would read as none, so they begin with 1.
    numbered = (fake_camera.numbered(pictures[i % len(pictures)], i) for i in range(1, 2 * len(pictures)))
    scaled = (np.asarray(cv2.resize(picture, size), np.uint8) for picture in numbered)
    return fake_camera.write(path, scaled, size=size)


def _through(webcam: Path, log: Path, carrier: Carrier) -> tuple[Figures, float]:
    with (
        chromium.serving(log, script=NUMBERED if carrier == "webrtc" else "app.py") as (address, process),
        chromium.playwright() as driver,
        chromium.browser(driver, webcam) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(path=PROBE)
        chosen = f'{{"toured": true, "link": "{carrier}"}}'
        page.add_init_script(f"localStorage.setItem('framing-guide', '{chosen}')")
        page.goto(address)
        page.get_by_role("button", name="Start the camera").wait_for(timeout=chromium.PATIENCE * 1000)
        page.wait_for_timeout(WARM * 1000)  # a person reads before pressing Start
        first = _first_cue(page)
        page.wait_for_timeout(WARM * 1000)
        spent = _spent(process)
        page.evaluate("barcode => window.stageReset(barcode)", carrier == "webrtc")
        page.wait_for_timeout(SECONDS * 1000)
        cores = None if spent is None else ((_spent(process) or spent) - spent) / SECONDS
        read: dict[str, Any] = page.evaluate("() => window.stageRead()")
    if read["carrier"] != carrier:
        raise RuntimeError(f"the picture went over {read['carrier']} and not over {carrier}")
    size = read["width"], read["height"]
    return Figures(read["fps"], read["hz"], _middle(read["lags"]), _middle(read["panels"]), cores, size), first


def _first_cue(page: Page) -> float:
    begun = time.monotonic()
    chromium.press_start(page)
    page.locator('.say:not([data-kind="none"])').wait_for(timeout=chromium.PATIENCE * 1000)
    return time.monotonic() - begun


def _middle(delays: Sequence[float]) -> float:
    """The median; five seconds, the most that is measured, where nothing came at all."""
    return float(np.median(delays)) if delays else _NEVER


def _spent(process: int) -> float | None:
    """Seconds of processor time that the process has used; None without psutil."""
    try:
        times = importlib.import_module("psutil").Process(process).cpu_times()
    except ImportError:
        return None
    return float(times.user + times.system)
