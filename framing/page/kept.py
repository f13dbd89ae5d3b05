"""The pictures of every open page, in memory only, each behind the page's own token."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

WAIT = 600.0  # seconds for which a page that lost its connection is waited for
GRACE = 10.0  # seconds in which a page that said goodbye may turn out to have been reloaded


class Heir(Protocol):
    """What one page has kept, and the same page takes over when it is loaded again."""

    def take_over(self, other: Any) -> None:
        """Have what the other had, before one's own; both are of the same kind."""


T = TypeVar("T", bound=Heir)


@dataclass(frozen=True, slots=True)
class File:
    """A file for the browser: its name, its type, and what makes its bytes when it is asked for."""

    name: str
    media_type: str
    make: Callable[[], bytes]


@dataclass(slots=True)
class _Page:
    held: Any  # an Heir, or None before the page has asked
    opened: float
    files: dict[str, File] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # the files that this run of the page shows
    until: float | None = None  # when it is forgotten; None while its connection stands
    goodbye: float | None = None  # when it was said


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

    def open(self, token: str, empty: Callable[[], T]) -> T:
        """What that page holds, `empty` at first; its connection stands."""
        with self._lock:
            page = self._page(token)
            if page is None:
                page = self._pages[token] = _Page(None, self._clock())
            page.until = page.goodbye = None
            if page.held is None:
                page.held = empty()
            held: T = page.held
            return held

    def claim(self, token: str, before: str) -> None:
        """Take over what this page held before it was loaded again, if it may.

        It may after a lost connection, for 10 minutes, and for 10 s after a goodbye, when it was opened after that: a
        reload says goodbye too. What another page still shows is that page's.
        """
        with self._lock:
            mine, old = self._page(token), self._page(before)
            if mine is None or old is None or old is mine or old.until is None or old.held is None:
                return
            if old.goodbye is not None and mine.opened < old.goodbye:
                return
            mine.held.take_over(old.held)
            del self._pages[before]

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
            return None if page is None or page.goodbye is not None else page.files.get(name)

    def erase(self, token: str) -> None:
        """Forget what that page holds; it starts empty."""
        with self._lock:
            if token in self._pages:
                self._pages[token] = _Page(None, self._clock())

    def lost(self, token: str) -> None:
        """The connection was lost without a goodbye: wait 10 minutes for the page."""
        with self._lock:
            page = self._page(token)
            if page is not None and page.until is None:
                page.until = self._clock() + WAIT

    def goodbye(self, token: str) -> None:
        """The page is closed or loaded again: at once no file can be had, and in 10 s all is forgotten."""
        with self._lock:
            if page := self._page(token):
                page.goodbye = self._clock()
                page.until = page.goodbye + GRACE
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
"""What the pages of this process have kept."""
