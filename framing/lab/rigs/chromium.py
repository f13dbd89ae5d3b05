"""A running guide with a real Chromium before it and a file for a webcam, for the browser tests and the bench.

Playwright is imported only when a browser is wanted: it comes with the tests, not with the guide.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).parents[3]
PATIENCE = 60.0  # seconds to wait for what should take one or two: other programs may keep the processor busy
BASE = "STREAMLIT_SERVER_BASE_URL_PATH"  # the path below which the page is served
SYSTEM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# The deck's elements stand in its shadow root.
DECK = """[...document.querySelectorAll('[data-testid=stBidiComponentIsolated]')].map((host) => host.shadowRoot)
    .find((root) => root?.querySelector('.deck'))"""
PLAYS = f"() => {{ const v = {DECK}?.querySelector('video'); return v && v.videoWidth > 0 && v.currentTime > 0.2; }}"


@contextlib.contextmanager
def server(
    log: Path,
    environment: Mapping[str, str] | None = None,
    script: str = "app.py",
    port: int | None = None,
    under: Sequence[str] = (),
) -> Iterator[str]:
    """The address of a guide started for the purpose; it is asked to end afterwards and must do so by itself.

    `under` is put before its command, for a tracer.
    """
    with serving(log, environment, script, port, under) as (address, _):
        yield address


@contextlib.contextmanager
def serving(
    log: Path,
    environment: Mapping[str, str] | None = None,
    script: str = "app.py",
    port: int | None = None,
    under: Sequence[str] = (),
) -> Iterator[tuple[str, int]]:
    """The same with the number of its process, to watch what it holds."""
    port = port or _free_port()
    base = (environment or {}).get(BASE, "")
    address = f"http://localhost:{port}/{base}".rstrip("/")
    command = [*under, sys.executable, "-m", "streamlit", "run", script]
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - the command is written above
            [*command, *options],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(process, address, log)
            yield address, process.pid
        finally:
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                raise


@contextlib.contextmanager
def playwright() -> Iterator[Playwright]:
    """The driver of browsers; one at a time in a thread."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@contextlib.contextmanager
def browser(driver: Playwright, webcam: Path | None, *, allow: bool = True) -> Iterator[Browser]:
    """A headless Chromium whose webcam plays that file over and over; without one it has no webcam.

    `allow` answers the question about the camera, yes or no. Raises FileNotFoundError when there is no Chromium.
    """
    arguments = ["--no-sandbox", "--use-fake-ui-for-media-stream" if allow else "--deny-permission-prompts"]
    if webcam is not None:
        arguments += ["--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={webcam.resolve()}"]
    chromium = driver.chromium.launch(executable_path=executable(driver), headless=True, args=arguments)
    try:
        yield chromium
    finally:
        chromium.close()


def executable(driver: Playwright) -> str:
    """Where Chromium is: the system's own or Playwright's. Raises FileNotFoundError when there is neither."""
    found = next((path for name in SYSTEM_NAMES if (path := shutil.which(name))), None)
    path = found or driver.chromium.executable_path
    if not Path(path).exists():
        raise FileNotFoundError(f"no Chromium: neither {', '.join(SYSTEM_NAMES)} nor Playwright's own at {path}")
    return path


def press_start(page: Page) -> None:
    """Press Start, once it is there."""
    page.get_by_role("button", name="Start the camera").click(timeout=PATIENCE * 1000)


def wait_for_picture(page: Page) -> None:
    """Wait until the camera's picture plays. Raises TimeoutError when it does not."""
    page.wait_for_function(PLAYS, timeout=PATIENCE * 1000)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=5):  # noqa: S310 - this machine's own
                return
        except OSError:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"The guide did not start: {log.read_text(errors='replace')}") from None
            time.sleep(0.1)
