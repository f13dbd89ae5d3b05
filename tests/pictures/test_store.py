"""Pictures on their way in: in pieces, with checksums, within limits, and forgotten with their session."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from framing.errors import DamagedPiece, GonePicture, LargePicture, MisplacedPiece, NoRoom, UnknownPicture
from framing.page.lifespan import _sweeps
from framing.pictures.announced import Announced
from framing.pictures.store import MANY, PICTURES, STALE, Store
from framing.pictures.upload import MOST, PIECE, Upload
from framing.types import Viewer

DATA = bytes(range(256)) * 4


@dataclass(eq=False)
class Owner:
    closed: bool = False


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def announced(data: bytes = DATA, size: int | None = None) -> Announced:
    said = hashlib.sha256(data).hexdigest()
    taken = datetime(2026, 11, 26, 15, 4, 9, tzinfo=UTC)
    return Announced(len(data) if size is None else size, said, 64, 48, "", None, taken, "frame", Viewer.FRONT)


def add(store: Store, owner: Owner, name: str, data: bytes, at: int = 0) -> int:
    return store.add(owner, name, at, data, hashlib.sha256(data).hexdigest())


def sent(store: Store, owner: Owner, name: str, data: bytes = DATA, looked: Any = None) -> None:
    """All of a picture, and what was seen in it where it was judged."""
    store.open(owner, name, announced(data))
    add(store, owner, name, data)
    if looked is not None:
        store.note(owner, name, looked)


@given(cuts=some.lists(some.integers(1, len(DATA) - 1), max_size=6))
def test_a_picture_that_comes_in_any_pieces_is_whole_at_the_end_and_not_before(cuts: list[int]) -> None:
    store, owner = Store(), Owner()
    edges = sorted({0, *cuts, len(DATA)})
    assert store.open(owner, "a", announced()) == 0
    for start, end in pairwise(edges):
        with pytest.raises(MisplacedPiece):
            store.data(owner, "a")
        assert store.have(owner, "a") == start
        assert add(store, owner, "a", DATA[start:end], start) == end
    assert store.data(owner, "a") == DATA


def test_an_upload_that_was_interrupted_goes_on_where_it_was() -> None:
    store, owner = Store(), Owner()
    store.open(owner, "a", announced())
    add(store, owner, "a", DATA[:300])
    assert store.open(owner, "a", announced()) == 300
    add(store, owner, "a", DATA[300:], 300)
    assert store.open(owner, "a", announced()) == len(DATA)


@pytest.mark.parametrize("at", [1, 299, 301, 10_000])
def test_a_piece_that_does_not_follow_on_what_is_there_changes_nothing(at: int) -> None:
    store, owner = Store(), Owner()
    store.open(owner, "a", announced())
    add(store, owner, "a", DATA[:300])
    with pytest.raises((MisplacedPiece, LargePicture)):
        add(store, owner, "a", DATA[300:400], at)
    assert store.have(owner, "a") == 300
    add(store, owner, "a", DATA[300:], 300)
    assert store.data(owner, "a") == DATA


def test_a_damaged_piece_changes_nothing_and_can_be_sent_again() -> None:
    store, owner = Store(), Owner()
    store.open(owner, "a", announced())
    with pytest.raises(DamagedPiece):
        store.add(owner, "a", 0, DATA[:300], hashlib.sha256(b"other").hexdigest())
    assert store.have(owner, "a") == 0
    assert add(store, owner, "a", DATA[:300]) == 300


def test_a_whole_that_is_not_what_was_announced_begins_from_nothing() -> None:
    store, owner = Store(), Owner()
    store.open(owner, "a", announced())
    wrong = DATA[::-1]
    with pytest.raises(DamagedPiece):
        add(store, owner, "a", wrong)
    assert store.have(owner, "a") == 0
    add(store, owner, "a", DATA)
    assert store.data(owner, "a") == DATA


def test_a_piece_is_neither_empty_nor_longer_than_allowed_nor_past_the_end() -> None:
    long = bytes(PIECE + 1)
    upload = Upload(announced(long), 0.0)
    for at, piece in ((0, b""), (0, long), (len(long) - 1, b"ab")):
        with pytest.raises(LargePicture):
            upload.add(at, piece, hashlib.sha256(piece).hexdigest())
    assert upload.have == 0


def test_a_picture_belongs_to_its_session_alone() -> None:
    store, mine, other = Store(), Owner(), Owner()
    sent(store, mine, "a")
    asks: list[Any] = [store.have, store.data, store.announced, store.looked, store.drop]
    for ask in asks:
        with pytest.raises(UnknownPicture):
            ask(other, "a")
    with pytest.raises(UnknownPicture):
        add(store, other, "a", DATA)
    assert store.open(other, "a", announced()) == 0
    assert store.data(mine, "a") == DATA


def test_one_name_stands_for_one_picture() -> None:
    store, owner = Store(), Owner()
    sent(store, owner, "a")
    with pytest.raises(DamagedPiece):
        store.open(owner, "a", announced(DATA[::-1]))
    assert store.data(owner, "a") == DATA


def test_pictures_are_forgotten_with_their_session_and_none_before() -> None:
    store, stays, goes = Store(), Owner(), Owner()
    sent(store, stays, "a")
    sent(store, goes, "a")
    assert not store.sweep()
    goes.closed = True
    with pytest.raises(UnknownPicture):
        store.data(goes, "a")
    with pytest.raises(UnknownPicture):
        store.open(goes, "b", announced())
    assert store.sweep()
    assert store.held == len(DATA)
    assert store.data(stays, "a") == DATA


def test_what_is_dropped_is_gone() -> None:
    store, owner = Store(), Owner()
    sent(store, owner, "a")
    store.drop(owner, "a")
    assert store.held == 0
    with pytest.raises(UnknownPicture):
        store.have(owner, "a")


def test_where_there_is_no_room_the_oldest_judged_picture_goes_and_can_be_sent_again() -> None:
    clock, owner = Clock(), Owner()
    store = Store(clock, each=3 * len(DATA))
    for name in "abc":
        sent(store, owner, name, looked=None if name == "a" else object())
        clock.now += 1.0
    sent(store, owner, "d")
    with pytest.raises(GonePicture):
        store.data(owner, "b")
    for name in "acd":
        assert store.data(owner, name) == DATA
    assert store.looked(owner, "b") is not None
    assert store.held == 3 * len(DATA)
    with pytest.raises(GonePicture):
        add(store, owner, "b", DATA)
    assert store.open(owner, "b", announced()) == 0
    add(store, owner, "b", DATA)
    assert store.data(owner, "b") == DATA


def test_a_picture_that_waits_to_be_judged_is_not_forgotten_for_a_newer_one_unless_nothing_is_heard_of_it() -> None:
    clock, owner = Clock(), Owner()
    store = Store(clock, each=len(DATA))
    sent(store, owner, "a")
    with pytest.raises(NoRoom):
        store.open(owner, "b", announced())
    assert store.data(owner, "a") == DATA
    clock.now += STALE + 1.0
    assert store.open(owner, "b", announced()) == 0


def test_all_sessions_together_keep_to_the_limit_of_the_process_and_one_makes_room_for_another() -> None:
    store, one, other = Store(all_together=2 * len(DATA)), Owner(), Owner()
    sent(store, one, "a", looked=object())
    sent(store, one, "b")
    sent(store, other, "a")
    assert store.held == 2 * len(DATA)
    with pytest.raises(GonePicture):
        store.data(one, "a")
    with pytest.raises(NoRoom):
        store.open(other, "b", announced())


def test_room_is_kept_for_what_is_announced_before_its_bytes_come() -> None:
    store, owner = Store(each=100), Owner()
    store.open(owner, "a", announced(size=90))
    with pytest.raises(NoRoom):
        store.open(owner, "b", announced(size=11))
    assert store.open(owner, "b", announced(size=10)) == 0


def test_a_picture_that_is_too_large_and_one_too_many_are_refused() -> None:
    store, owner = Store(), Owner()
    with pytest.raises(LargePicture):
        store.open(owner, "a", replace(announced(), size=MOST + 1))
    for number in range(MANY):
        store.open(owner, str(number), announced())
    with pytest.raises(NoRoom):
        store.open(owner, "one more", announced())
    assert store.open(owner, "0", announced()) == 0


def test_the_servers_timer_forgets_the_pictures_of_sessions_that_are_over() -> None:
    owner, before = Owner(), PICTURES.held
    sent(PICTURES, owner, "a")
    assert PICTURES.held == before + len(DATA)
    owner.closed = True
    _sweeps()()
    assert PICTURES.held == before
