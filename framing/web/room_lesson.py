"""What one room practises, for as long as it is the same run or the same picture."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from framing.say import Language
from framing.school.reference import DRILL
from framing.school.standard import drills
from framing.school.values import Drill
from framing.session.lent import Lent
from framing.session.session import Session
from framing.web.room_drill import RoomDrill
from framing.web.room_match import RoomMatch

SELDOM = 0.5  # seconds from one score of a match to the next: it comes with its outline

Key = int | str
"""The number of a run, or the id of a picture to match."""


def all_drills() -> Mapping[str, Drill]:
    """The drills that a room can practise: those with a sitter. A reference is pinned, and needs no drill."""
    return {name: one for name, one in drills(os.environ).drills.items() if "sitter" in one.before and name != DRILL}


@dataclass(eq=False)
class Lesson:
    """A drill or a match, the session to which something is lent for it, and what was told of it last."""

    key: Key
    drill: RoomDrill | None = None
    match: RoomMatch | None = None
    session: Session | None = None
    token: str = ""
    task: asyncio.Task[None] | None = None
    scored: bool = False
    told: dict[str, str] = field(default_factory=dict)  # by language
    who: frozenset[str] = frozenset()  # on which connections
    at: float = 0.0

    @property
    def lent(self) -> Lent | None:
        """What the sitter's session is asked."""
        if self.drill is not None:
            return self.drill.lent
        return None if self.match is None else self.match.lent

    def lend(self, session: Session | None) -> None:
        """Ask it of this session, and of no other any more."""
        if self.session is not None and self.session is not session:
            self.session.lend(None)
        self.session = session
        if session is not None and session.lent != self.lent:
            session.lend(self.lent)

    def rest(self) -> None:
        """Follow no session any more."""
        if self.task is not None:
            self.task.cancel()

    def said(
        self, languages: set[str], who: frozenset[str], now: float, spoken: Callable[[str], Language]
    ) -> tuple[tuple[str, str], ...]:
        """What is told to all, by language; nothing where nothing of it is new to them."""
        it = self.drill or self.match
        if it is None or (self.match is not None and who == self.who and now - self.at < SELDOM):
            return ()
        words = {code: it.told(spoken(code)).model_dump_json() for code in sorted(languages)}
        if (words, who) == (self.told, self.who):
            return ()
        self.told, self.who, self.at = words, who, now
        return tuple(words.items())
