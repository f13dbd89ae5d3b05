"""Five sitters' pages at once, one more than there are seats: who is guided, how often, and who is told why not.

`python -m framing.soak.sitters [PAGES]` prints a line for each page, and ends with 1 when one was starved or not told.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from framing.live import chromium
from framing.live.environment import MAX_SESSIONS
from framing.soak.person import person

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = 5
SEATS = 4
SETTLE = 15.0  # seconds in which encoders, models and the pages' first words come to rest
SECONDS = 20.0  # measured
LEAST_SHARE = 0.5  # of the mean looks a second that the least guided sitter must have


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


def at_once(pages: int, seats: int, browser: Browser, log: Path, seconds: float = SECONDS) -> list[Sitter]:
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


def _sitter(page: Page, before: Sequence[int], took: float) -> Sitter:
    looks, frames = ((now - then) / took for now, then in zip(_counts(page), before, strict=True))
    return Sitter(looks, frames, _words(page, ".trouble"), _words(page, ".hint"))


def _counts(page: Page) -> tuple[int, int]:
    state = page.locator(".state")
    return int(state.get_attribute("data-looks") or 0), int(state.get_attribute("data-frames") or 0)


def _words(page: Page, place: str) -> str:
    found = page.locator(f"{place}:visible")
    return " ".join(found.first.inner_text().split()) if found.count() else ""


def main(pages: int = PAGES) -> int:
    """The exit status: 0 when every seat is guided, evenly, and the others know why they are not."""
    with tempfile.TemporaryDirectory() as folder, person(Path(folder)) as browser:
        found = at_once(pages, SEATS, browser, Path(folder) / "log.txt")
    for number, one in enumerate(found, start=1):
        print(f"{number}: {one.looks:5.1f} looks/s {one.frames:5.1f} frames/s  {one.told} {one.hint}")
    guided = [one.looks for one in found if one.guided]
    told = [one for one in found if not one.guided and "every place is taken" in one.told]
    even = bool(guided) and min(guided) >= LEAST_SHARE * sum(guided) / len(guided)
    return int(not (len(guided) == min(pages, SEATS) and len(guided) + len(told) == pages and even))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
