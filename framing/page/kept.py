"""The files of photographs that were dropped on an open page, in memory only, each behind the page's own token."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

WAIT = 600.0  # seconds for which a page that lost its connection is waited for
GRACE = 10.0  # seconds until a page that said goodbye is forgotten: its script may still be running


@dataclass(frozen=True, slots=True)
class File:
    """A file for the browser: its name, its type, and what makes its bytes when it is asked for."""

    name: str
    media_type: str
    make: Callable[[], bytes]


@dataclass(slots=True)
class _Page:
    files: dict[str, File] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # the files that this run of the page shows
    until: float | None = None  # when it is forgotten; None while its connection stands
    goodbye: bool = False  # it was said


class Kept:
    """What each page holds, by the page's token: nothing is given to another token, and every refusal is the same."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pages: dict[str, _Page] = {}
        self._lock = threading.Lock()

    @staticmethod
    def token() -> str:
        """A new page's token: 128 bits that nobody can guess."""
        return secrets.token_hex(16)

    def open(self, token: str) -> None:
        """The connection of that page stands: what it shows is held from now on."""
        with self._lock:
            page = self._page(token)
            if page is None:
                page = self._pages[token] = _Page()
            page.until, page.goodbye = None, False

    def put(self, token: str, name: str, file: File) -> None:
        """Have the file ready for that page under this name, until a run of the page shows it no more."""
        with self._lock:
            if page := self._page(token):
                page.files[name] = file
                page.fresh.add(name)

    def drawn(self, token: str) -> None:
        """The page has been drawn whole: forget the files that it no longer shows."""
        with self._lock:
            if page := self._page(token):
                page.files = {name: file for name, file in page.files.items() if name in page.fresh}
                page.fresh = set()

    def file(self, token: str, name: str) -> File | None:
        """The file; None for another's token, a name that is not there, and a page that has gone, all alike."""
        with self._lock:
            page = self._page(token)
            return None if page is None or page.goodbye else page.files.get(name)

    def lost(self, token: str) -> None:
        """The connection was lost without a goodbye: wait 10 minutes for the page."""
        with self._lock:
            page = self._page(token)
            if page is not None and page.until is None:
                page.until = self._clock() + WAIT

    def goodbye(self, token: str) -> None:
        """The page is closed: at once no file can be had, and in 10 s the page is forgotten."""
        with self._lock:
            if page := self._page(token):
                page.goodbye = True
                page.until = self._clock() + GRACE
                page.files.clear()

    def sweep(self) -> bool:
        """Forget the pages whose time is over; whether there were any."""
        with self._lock:
            before = len(self._pages)
            self._pages = {token: page for token, page in self._pages.items() if not self._over(page)}
            return len(self._pages) < before

    def _page(self, token: str) -> _Page | None:
        page = self._pages.get(token)
        return None if page is None or self._over(page) else page

    def _over(self, page: _Page) -> bool:
        return page.until is not None and page.until <= self._clock()


KEPT = Kept()
"""The pages of this process."""
