"""The open pages of this process, and the timer that frees what closed pages held.

Streamlit cleans up when the next visitor comes, and WebRTC notices a browser that left without a goodbye after half
a minute; until then models, seat, sockets and threads would stay in use.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hmac import compare_digest
from typing import NamedTuple, Protocol

from framing.session.log_once import LogOnce
from framing.session.session import Session

EVERY = 1.0  # seconds
WAITED_FOR = 120.0  # seconds for which a page that lost its connection finds all as it was


class Line(Protocol):
    """The connection to a browser's camera."""

    def stop(self) -> None:
        """Hang up; may take a second, so never on the event loop."""


class Page(NamedTuple):
    """An open page by the two names it has: its own token, and that of the script session behind it."""

    token: str
    script: str


class Registry:
    """Which pages are open: the session of each and the line to its camera; and which have left, for a while."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`end`, which the server sets, is called with the script session of a page that will not come back."""
        self.end: Callable[[str], None] = lambda _: None
        self._clock = clock
        self._pages: dict[Session, Page] = {}
        self._lines: dict[Session, Line] = {}
        self._left: dict[Page, float] = {}  # pages without a connection, and when each is given up
        self._lock = threading.Lock()

    @property
    def held(self) -> tuple[int, int, int]:
        """How many pages are open, how many lines are, and how many pages are waited for."""
        return len(self._pages), len(self._lines), len(self._left)

    def enter(self, session: Session, page: Page) -> None:
        """Watch over this session of that page until it is closed; a page that comes back has another session."""
        with self._lock:
            self._pages[session] = page
            self._left.pop(page, None)

    def find(self, token: str) -> Session | None:
        """The open session with that token of its own; None for a wrong one, and once it is closed."""
        with self._lock:
            sessions = list(self._pages)
        asked = token.encode("ascii", "replace")
        return next((s for s in sessions if compare_digest(s.token.encode("ascii"), asked) and not s.closed), None)

    def connect(self, session: Session, line: Line | None) -> None:
        """The line that carries this session's frames now, if any does; after a lost connection it was another's."""
        with self._lock:
            self._lines = {s: at for s, at in self._lines.items() if s is not session and at is not line}
            if line is not None:
                self._lines[session] = line

    def goodbye(self, token: str) -> None:
        """The page has been closed: it is not waited for."""
        with self._lock:
            for page in {*self._pages.values(), *self._left}:
                if page.token == token:
                    self._left[page] = self._clock()

    def sweep(self) -> bool:
        """Free what has gone silent; whether there was anything to free."""
        now = self._clock()
        with self._lock:
            pages, lines = dict(self._pages), dict(self._lines)
        silent = [session for session in pages if session.rest_if_silent()]
        closed = {session: page for session, page in pages.items() if session.closed}
        with self._lock:
            for session, page in closed.items():
                del self._pages[session]
                if page not in self._pages.values():
                    self._left.setdefault(page, now + WAITED_FOR)
            over = [page for page, until in self._left.items() if until <= now]
            for page in over:
                del self._left[page]
            gone = [session for session in lines if session.gone or pages.get(session) in over]
            hung_up = [self._lines.pop(session) for session in gone if session in self._lines]
        for line in hung_up:
            line.stop()
        for page in over:
            self.end(page.script)
        return bool(silent or closed or over or hung_up)


@contextmanager
def sweeping(sweeps: Callable[[], None], every: float = EVERY) -> Iterator[None]:
    """Sweep each second in a thread of its own for as long as the server runs."""
    over, report = threading.Event(), LogOnce(logging.getLogger(__name__))

    def run() -> None:
        while not over.wait(every):
            try:
                sweeps()
            except Exception as error:  # noqa: BLE001 - a page that cannot be freed must not keep the others
                report(error)

    thread = threading.Thread(target=run, name="framing timer", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


REGISTRY = Registry()
"""The pages of this process."""
