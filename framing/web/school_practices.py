"""The pages of the school: each with a session of its own, which is given up when its line is gone for a while."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from framing.session.house import by_the_house
from framing.session.pool import POOL
from framing.session.registry import REGISTRY, Page, Registry
from framing.session.seats import shared_seats
from framing.session.session import Session
from framing.session.settings import Settings
from framing.web.school_keep import keep
from framing.web.school_practice import Practice

WAITED_FOR = 120.0  # seconds for which a page that lost its line finds all as it was
MOST = 200  # pages at the same time


class Practices:
    """Those of this process, by the token of their session."""

    def __init__(
        self, opened: Callable[[], Session], registry: Registry = REGISTRY, *, waited_for: float = WAITED_FOR
    ) -> None:
        self._opened, self._registry, self._waited_for = opened, registry, waited_for
        self._all: dict[str, Practice] = {}

    def __len__(self) -> int:
        return len(self._all)

    def open(self) -> Practice | None:
        """A new one; None where there are too many."""
        if len(self._all) >= MOST:
            return None
        practice = Practice(self._opened())
        practice.scored = keep
        self._all[practice.session.token] = practice
        # No page of Streamlit stands behind it: its name is one that no script session has.
        self._registry.enter(practice.session, Page(secrets.token_urlsafe(), ""))
        self._wait(practice)
        return practice

    def find(self, token: str) -> Practice | None:
        """The one with that token; None for a wrong one, and once it is given up."""
        session = self._registry.find(token)
        return None if session is None else self._all.get(session.token)

    @contextmanager
    def joined(self, practice: Practice) -> Iterator[None]:
        """A line to it is open inside; after the last one it is waited for, and then given up."""
        practice.lines += 1
        try:
            yield
        finally:
            practice.lines -= 1
            if not practice.lines:
                practice.session.rest()
                self._wait(practice)

    def _wait(self, practice: Practice) -> None:
        asyncio.get_running_loop().call_later(self._waited_for, self._give_up, practice)

    def _give_up(self, practice: Practice) -> None:
        if not practice.lines and practice.session.token in self._all:
            del self._all[practice.session.token]
            practice.close()


def _session() -> Session:
    POOL.warm()  # while the list is read, so that the first cue comes at once
    return Session(POOL.open, shared_seats(), by_the_house(Settings(), os.environ))


PRACTICES = Practices(_session)
"""The pages of the school that this process serves."""
