"""The pictures that open sessions have sent, in memory only, each session's own behind its token."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from framing.errors import DamagedPiece, LargePicture, NoRoom, UnknownPicture
from framing.pictures.announced import Announced
from framing.pictures.looked import Looked
from framing.pictures.upload import MOST, Upload
from framing.types import filled

EACH = 200_000_000  # bytes of one session's pictures
ALL = 1_000_000_000  # and of the whole process
MANY = 500  # of one session, forgotten ones that are still known by name among them
STALE = 120.0  # seconds without a word after which even a picture that was not judged may be forgotten


class Owner(Protocol):
    """The session whose pictures they are."""

    @property
    def closed(self) -> bool:
        """Whether it is over: then its pictures are forgotten."""


class Store:
    """What each open session has sent.

    Where there is no room for one more, the oldest pictures that were judged are forgotten first, for the browser has
    them and can send them again; then those of which nothing was heard for long. Of the others none is.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, each: int = EACH, all_together: int = ALL) -> None:
        self._clock, self._each, self._all = clock, each, all_together
        self._pictures: dict[Owner, dict[str, Upload]] = {}
        self._lock = threading.RLock()

    @property
    def held(self) -> int:
        """The bytes that are held or kept free for what is announced."""
        with self._lock:
            return sum(upload.claimed for pictures in self._pictures.values() for upload in pictures.values())

    def open(self, owner: Owner, name: str, announced: Announced) -> int:
        """The bytes that are here of that picture, 0 for a new one.

        Raises LargePicture or NoRoom for one that there can be no room for, and DamagedPiece where another picture
        has that name.
        """
        if announced.size > MOST:
            most = filled("a picture of {most:.0f} MB at most", most=MOST / 1e6)
            found = filled("one of {size:.0f} MB", size=announced.size / 1e6)
            raise LargePicture(most, found, filled("save it and open it under Photographs"))
        with self._lock:
            if owner.closed:
                raise _unknown()
            mine = self._pictures.setdefault(owner, {})
            known = mine.get(name)
            if known is None:
                if len(mine) >= MANY:
                    many = filled("{most:d} pictures of one page at most", most=MANY)
                    raise NoRoom(many, "one more", "drop some that you do not want")
                self._make_room(owner, announced.size)
                known = mine[name] = Upload(announced, self._clock())
            elif (known.announced.size, known.announced.sha256) != (announced.size, announced.sha256):
                raise DamagedPiece("the picture that this name stands for", "another one", "give each its own name")
            elif known.gone:
                self._make_room(owner, announced.size)
                known.begin_again()
            known.touched = self._clock()
            return known.have

    def add(self, owner: Owner, name: str, at: int, piece: bytes, checksum: str) -> int:
        """Take one piece; the bytes that are here then. Raises UnknownPicture and what `Upload.add` does."""
        with self._found(owner, name) as upload:
            if upload.gone:
                upload.data()
            upload.add(at, piece, checksum)
            return upload.have

    def have(self, owner: Owner, name: str) -> int:
        """The bytes that are here of that picture. Raises UnknownPicture."""
        with self._found(owner, name) as upload:
            return upload.have

    def announced(self, owner: Owner, name: str) -> Announced:
        """What was said of that picture. Raises UnknownPicture."""
        with self._found(owner, name) as upload:
            return upload.announced

    def data(self, owner: Owner, name: str) -> bytes:
        """All bytes of that picture. Raises UnknownPicture and what `Upload.data` does."""
        with self._found(owner, name) as upload:
            return upload.data()

    def looked(self, owner: Owner, name: str) -> Looked | None:
        """What was seen in that picture; None before it was looked at. Raises UnknownPicture."""
        with self._found(owner, name) as upload:
            return upload.looked

    def note(self, owner: Owner, name: str, looked: Looked) -> None:
        """The picture was looked at, and may be forgotten before those that were not. Raises UnknownPicture."""
        with self._found(owner, name) as upload:
            upload.looked = looked

    def drop(self, owner: Owner, name: str) -> None:
        """Forget that picture altogether. Raises UnknownPicture."""
        with self._found(owner, name):
            del self._pictures[owner][name]

    def sweep(self) -> bool:
        """Forget the pictures of sessions that are over; whether there were any."""
        with self._lock:
            over = [owner for owner in self._pictures if owner.closed]
            for owner in over:
                del self._pictures[owner]
            return bool(over)

    @contextmanager
    def _found(self, owner: Owner, name: str) -> Iterator[Upload]:
        with self._lock:
            upload = None if owner.closed else self._pictures.get(owner, {}).get(name)
            if upload is None:
                raise _unknown()
            upload.touched = self._clock()
            yield upload

    def _make_room(self, owner: Owner, size: int) -> None:
        """Forget what may be, first of this session and then of all, until so many bytes more are within the limits."""
        mine = list(self._pictures.get(owner, {}).values())
        everybodys = [upload for pictures in self._pictures.values() for upload in pictures.values()]
        for uploads, most in ((mine, self._each), (everybodys, self._all)):
            going = iter(sorted(filter(self._may_go, uploads), key=lambda one: (one.looked is None, one.touched)))
            while sum(upload.claimed for upload in uploads) + size > most:
                oldest = next(going, None)
                if oldest is None:
                    found = "more pictures that wait than there is room for"
                    raise NoRoom("room in the guide's memory for one more picture", found, "try again in some minutes")
                oldest.forget()

    def _may_go(self, upload: Upload) -> bool:
        silent = self._clock() - upload.touched > STALE
        return not upload.gone and ((upload.looked is not None and upload.whole) or silent)


def _unknown() -> UnknownPicture:
    return UnknownPicture("a picture that this page has sent", "none of that name", "send it first")


PICTURES = Store()
"""The pictures of this process."""
