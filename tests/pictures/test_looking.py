"""The eyes for pictures: one look at a time, shared by all who ask for it, and closed when nobody does."""

from __future__ import annotations

import threading

import pytest

from framing.errors import PhotoError
from framing.perceive import Eyes
from framing.perceive.fixed import FixedEyes, sitter
from framing.pictures.looked import Looked
from framing.pictures.looking import Looking
from tests.pictures.making import looked
from tests.session.stage import PATIENCE, wait_for


class Room:
    """Eyes that remember how many there were."""

    def __init__(self, warm: float = PATIENCE) -> None:
        self.opened: list[FixedEyes] = []
        self.looking = Looking(self._open, warm)

    def _open(self) -> Eyes:
        self.opened.append(FixedEyes([sitter()]))
        return self.opened[-1]


def test_looks_come_one_after_the_other_with_the_same_eyes() -> None:
    room, found, at_once, most = Room(), looked(), 0, 0

    def look(_: Eyes) -> Looked:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        at_once -= 1
        return found

    futures = [room.looking.ask(number, look) for number in range(8)]
    assert [future.result(PATIENCE) for future in futures] == [found] * 8
    room.looking.close()
    assert (most, len(room.opened)) == (1, 1)
    assert room.opened[0].closed


def test_who_asks_for_a_look_that_is_under_way_shares_it() -> None:
    room, go_on, found = Room(), threading.Event(), looked()

    def look(_: Eyes) -> Looked:
        go_on.wait(PATIENCE)
        return found

    first, second, other = (room.looking.ask(what, look) for what in ("a", "a", "b"))
    assert first is second
    assert first is not other
    go_on.set()
    assert other.result(PATIENCE) is found
    room.looking.close()


def test_a_picture_that_cannot_be_read_costs_no_eyes_and_eyes_that_fail_are_closed() -> None:
    room, found = Room(), looked()

    def unreadable(_: Eyes) -> Looked:
        raise PhotoError("a photograph", "none", "send another one")

    def broken(_: Eyes) -> Looked:
        raise RuntimeError("oh")

    with pytest.raises(PhotoError):
        room.looking.ask("a", unreadable).result(PATIENCE)
    assert not room.opened[0].closed
    with pytest.raises(RuntimeError):
        room.looking.ask("a", broken).result(PATIENCE)
    assert room.opened[0].closed
    assert room.looking.ask("a", lambda _: found).result(PATIENCE) is found
    assert len(room.opened) == 2
    room.looking.close()


def test_eyes_that_nobody_needs_any_more_are_closed_and_opened_again_for_the_next_picture() -> None:
    room, found = Room(warm=0.01), looked()
    room.looking.ask("a", lambda _: found).result(PATIENCE)
    wait_for(lambda: room.opened[0].closed)
    assert room.looking.ask("b", lambda _: found).result(PATIENCE) is found
    wait_for(lambda: all(eyes.closed for eyes in room.opened))
