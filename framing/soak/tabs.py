"""Many tabs, one after the other: what each leaves behind in the server once it is closed.

`python -m framing.soak.tabs [TABS]` prints the table and ends with 1 when more is left than may be.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.live import chromium
from framing.soak.person import person

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TABS = 20
SETTLED = 10.0  # seconds of silence after which everything of a page must have gone
LOOKS = 10  # the guide has looked so often: body, mask and further windows had their turn
FIRST = 5  # tabs in which a process grows into its work; what later ones add is counted
MOST_MB = 40.0


@dataclass(frozen=True, slots=True)
class Left:
    """What a process holds: memory in MB, open descriptors and threads."""

    mb: float
    descriptors: int
    threads: int


def left(process: Any) -> Left:
    """What that process holds just now; `process` is psutil's."""
    return Left(process.memory_info().rss / 1e6, process.num_fds(), process.num_threads())


def one_after_the_other(tabs: int, browser: Browser, log: Path) -> Iterator[Left]:
    """What the server holds before the first tab, then 10 s after each was closed: Start, picture, looks, close."""
    with chromium.serving(log) as (address, number):
        process = importlib.import_module("psutil").Process(number)
        yield left(process)
        for _ in range(tabs):
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            page.goto(address)
            chromium.wait_for_picture(page, chromium.press_start(page))
            chromium.wait_for_looks(page, LOOKS)
            context.close()
            time.sleep(SETTLED)
            yield left(process)


def main(tabs: int = TABS) -> int:
    """The exit status: 0 when the later tabs add no descriptor and at most 40 MB; prints a line for each."""
    print(f"{'closed':>6}{'MB':>10}{'descriptors':>14}{'threads':>10}")
    found = []
    with tempfile.TemporaryDirectory() as folder, person(Path(folder)) as browser:
        for number, one in enumerate(one_after_the_other(tabs, browser, Path(folder) / "log.txt")):
            found.append(one)
            print(f"{number:>6}{one.mb:>10.1f}{one.descriptors:>14}{one.threads:>10}", flush=True)
    grown, last = found[min(FIRST, tabs)], found[-1]
    more, descriptors = last.mb - grown.mb, last.descriptors - grown.descriptors
    print(f"after the first {FIRST}: {more:+.1f} MB, {descriptors:+d} descriptors")
    return int(more > MOST_MB or descriptors > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
