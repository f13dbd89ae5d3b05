"""Many tabs, one after the other: what each leaves behind in the server once it is closed."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from framing.lab.rigs import chromium
from tests.browser.conftest import visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SETTLED = 10.0  # seconds of silence after which everything of a page must have gone
LOOKS = 10  # the guide has looked so often: body, mask and further windows had their turn


@dataclass(frozen=True, slots=True)
class Left:
    """What the server holds: memory in MB, open descriptors and threads."""

    mb: float
    descriptors: int
    threads: int

    def __str__(self) -> str:
        return f"{self.mb:>8.1f} MB{self.descriptors:>5} descriptors{self.threads:>5} threads"


def one_after_the_other(tabs: int, browser: "Browser", log: Path) -> Iterator[Left]:
    """What the server holds before the first tab, then 10 s after each was closed: Start, picture, looks, close."""
    with chromium.serving(log) as (address, number):
        server = psutil.Process(number)
        yield left(server)
        for _ in range(tabs):
            with visit(browser, address) as opened:
                opened.play()
                opened.wait_for_looks(lambda looks: looks >= LOOKS)
            time.sleep(SETTLED)
            yield left(server)


def left(server: psutil.Process) -> Left:
    """What that process holds just now."""
    return Left(server.memory_info().rss / 1e6, server.num_fds(), server.num_threads())
