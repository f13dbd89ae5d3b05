"""Several sitters' pages at once, more than there are seats: who is guided, how often, and who is told why not."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.live import chromium
from framing.live.environment import MAX_SESSIONS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SETTLE = 15.0  # seconds in which encoders, models and the pages' first words come to rest
SECONDS = 20.0  # measured


@dataclass(frozen=True, slots=True)
class Sitter:
    """What one page saw of the guide: looks and frames a second, and the sentences it was told instead or besides."""

    looks: float
    frames: float
    told: str
    hint: str

    @property
    def guided(self) -> bool:
        """Whether it was looked at at all."""
        return self.looks > 0

    def __str__(self) -> str:
        return f"{self.looks:5.1f} looks/s{self.frames:6.1f} frames/s  {self.told} {self.hint}".rstrip()


def at_once(pages: int, seats: int, browser: "Browser", log: Path, seconds: float = SECONDS) -> list[Sitter]:
    """What each page saw; all press Start as soon as they can."""
    with chromium.server(log, {MAX_SESSIONS: str(seats)}) as address:
        opened = [browser.new_context(viewport={"width": 1280, "height": 800}).new_page() for _ in range(pages)]
        for page in opened:
            page.goto(address)
        for page in opened:
            page.frame_locator(".st-key-camera iframe").get_by_role("button", name="Start the camera").wait_for(
                timeout=chromium.PATIENCE * 1000
            )
        for page in opened:
            if page.locator(".st-key-camera iframe").count():  # who is too late no longer has a Start
                chromium.press_start(page)
        opened[0].wait_for_timeout(SETTLE * 1000)
        before, began = [_counts(page) for page in opened], time.monotonic()
        opened[0].wait_for_timeout(seconds * 1000)
        took = time.monotonic() - began
        return [_sitter(page, start, took) for page, start in zip(opened, before, strict=True)]


def _sitter(page: "Page", before: Sequence[int], took: float) -> Sitter:
    looks, frames = ((now - then) / took for now, then in zip(_counts(page), before, strict=True))
    return Sitter(looks, frames, _words(page, ".trouble"), _words(page, ".hint"))


def _counts(page: "Page") -> tuple[int, int]:
    state = page.locator(".state")
    return int(state.get_attribute("data-looks") or 0), int(state.get_attribute("data-frames") or 0)


def _words(page: "Page", place: str) -> str:
    found = page.locator(f"{place}:visible")
    return " ".join(found.first.inner_text().split()) if found.count() else ""
