"""A browser with a person before its webcam."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from framing.bench.run import sample
from framing.live import chromium, fake_camera

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@contextmanager
def person(folder: Path) -> Iterator[Browser]:
    """A headless Chromium whose webcam shows the packaged photograph; its file is written into the folder."""
    webcam = fake_camera.write(folder / "webcam.mjpeg", [fake_camera.sitting(sample())] * 4)
    with chromium.playwright() as driver, chromium.browser(driver, webcam) as browser:
        yield browser
