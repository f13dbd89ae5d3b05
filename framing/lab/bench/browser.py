"""The whole way in a real Chromium at 1280x720: frames, delays and the time of the server, guided and unguided."""

from __future__ import annotations

import importlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.lab.rigs import chromium, fake_camera
from framing.types import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECONDS = 12  # measured each time
WARM = 6  # the encoders' rates have settled by then
_NEVER = 3000.0  # ms
PROBE = Path(__file__).with_name("probe.js")
BARE = "framing/lab/rigs/unguided_page.py"


@dataclass(frozen=True, slots=True)
class Figures:
    """Frames a second that come back, delays in milliseconds, looks a second, and what one sitter costs the server."""

    identity_fps: float
    guide_fps: float
    identity_latency_ms: float
    latency_ms: float  # median, from camera to screen
    analysis_hz: float
    panel_ms: float  # median, from the end of a look until the panel shows it
    panel_p95_ms: float
    server_cores: float | None  # processor seconds a second; None without psutil

    def as_json(self) -> dict[str, float | None]:
        """Each figure by its name."""
        figures = {name: getattr(self, name) for name in self.__slots__}
        return {name: None if figure is None else round(figure, 2) for name, figure in figures.items()}

    def as_lines(self) -> Iterator[str]:
        """The same for a person to read."""
        share = self.guide_fps / max(self.identity_fps, 1e-6)
        yield f"browser: {self.guide_fps:.1f} frames/s with the guide, {self.identity_fps:.1f} without ({share:.2f})"
        yield f"         {self.latency_ms:.0f} ms behind the camera, {self.identity_latency_ms:.0f} without the guide"
        yield f"         {self.analysis_hz:.1f} looks a second, each on the panel after {self.panel_ms:.0f} ms "
        yield f"         (95 of 100 after {self.panel_p95_ms:.0f} ms)"
        if self.server_cores is not None:
            yield f"         the server: {self.server_cores:.2f} of a core for one sitter"


def measured(pictures: Sequence[Image]) -> Figures | None:
    """The figures, the camera alone first; None where Playwright or Chromium is missing."""
    if find_spec("playwright") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        numbered = (fake_camera.numbered(pictures[i % len(pictures)], i) for i in range(2 * len(pictures)))
        webcam = fake_camera.write(Path(folder) / "webcam.mjpeg", numbered)
        try:
            alone = _through(webcam, Path(folder) / "alone.log", BARE)
            guided = _through(webcam, Path(folder) / "guide.log", "app.py")
        except FileNotFoundError:
            return None
        except Exception as error:  # noqa: BLE001 - whatever a browser may do, the other figures are kept
            print(f"The browser's part failed: {error}", file=sys.stderr)
            return None
    return Figures(
        identity_fps=alone["fps"],
        guide_fps=guided["fps"],
        identity_latency_ms=_middle(alone["delays"]),
        latency_ms=_middle(guided["delays"]),
        analysis_hz=guided["looks"],
        panel_ms=_middle(guided["shown"]),
        panel_p95_ms=float(np.percentile(guided["shown"], 95)) if guided["shown"] else _NEVER,
        server_cores=guided["cores"],
    )


def _through(webcam: Path, log: Path, script: str) -> dict[str, Any]:
    with (
        chromium.serving(log, script=script) as (address, process),
        chromium.playwright() as driver,
        chromium.browser(driver, webcam) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(path=PROBE)
        page.goto(address)
        camera = chromium.press_start(page)
        chromium.wait_for_picture(page, camera)
        page.wait_for_timeout(WARM * 1000)
        looks, spent = _looks(page), _spent(process)
        camera.evaluate("() => window.probeReset()")
        page.evaluate("() => window.probeReset()")
        page.wait_for_timeout(SECONDS * 1000)
        cores = None if spent is None else ((_spent(process) or spent) - spent) / SECONDS
        read: dict[str, Any] = camera.evaluate("() => window.probeRead()")
        shown = page.evaluate("() => window.probeShown()")
        return {**read, "shown": shown, "looks": (_looks(page) - looks) / SECONDS, "cores": cores}


def _middle(delays: Sequence[float]) -> float:
    """The median; three seconds, the most that is measured, where nothing came at all."""
    return float(np.median(delays)) if delays else _NEVER


def _spent(process: int) -> float | None:
    """Seconds of processor time that the process has used; None without psutil."""
    try:
        times = importlib.import_module("psutil").Process(process).cpu_times()
    except ImportError:
        return None
    return float(times.user + times.system)


def _looks(page: Page) -> float:
    told = page.locator(".state")  # in the deck's shadow root, which locators look into
    return float(told.get_attribute("data-looks") or 0) if told.count() else 0.0
