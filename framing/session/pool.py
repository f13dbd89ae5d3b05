"""Eyes that one sitter after the other uses: opening models again for each is what makes a process grow."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

import numpy as np

from framing.perceive import Eyes
from framing.types import Frame, Image, Scene, Viewfinder

_BLANK: Image = np.zeros((64, 64, 3), np.uint8)


class ForgetfulEyes(Eyes, Protocol):
    """Eyes that can be used for another sitter."""

    def forget(self) -> None:
        """Be as if nothing had been seen yet."""


class Pool:
    """Opens eyes, or hands out ones that are free; those given back have forgotten their sitter before anybody waits.

    It holds no more than were ever in use at once, so the seats are its limit.
    """

    def __init__(self, open_eyes: Callable[[], ForgetfulEyes]) -> None:
        self._open_eyes = open_eyes
        self._free: list[ForgetfulEyes] = []
        self._opened = False
        self._lock, self._warming = threading.Lock(), threading.Lock()

    def warm(self) -> None:
        """Have eyes ready for who comes next: opening them takes seconds. Returns at once."""
        threading.Thread(target=self._warm, name="framing warm-up", daemon=True).start()

    def _warm(self) -> None:
        with self._warming:
            if not self._opened:
                eyes = self.open()
                eyes.see(Frame(_BLANK, Viewfinder.whole(_BLANK)))  # the models are loaded when first needed
                eyes.close()

    def open(self) -> Eyes:
        """Eyes for one sitter; closing them gives them back."""
        with self._lock:
            eyes = self._free.pop() if self._free else None
            self._opened = True
        return _Lent(eyes or self._open_eyes(), self)

    def give_back(self, eyes: ForgetfulEyes) -> None:
        """Make them ready for the next sitter; eyes that cannot forget are closed for good, and the failure raised."""
        try:
            eyes.forget()
        except Exception:
            eyes.close()
            raise
        with self._lock:
            self._free.append(eyes)

    def close(self) -> None:
        """Close the eyes that are not in use: left to the end of the process, they would fail loudly."""
        with self._lock:
            free, self._free = self._free, []
        for eyes in free:
            eyes.close()


class _Lent:
    """Eyes of the pool in the hands of one analyser; ones that failed are closed, for they may fail again."""

    def __init__(self, eyes: ForgetfulEyes, pool: Pool) -> None:
        self._eyes, self._pool, self._failed = eyes, pool, False

    def see(self, frame: Frame) -> Scene:
        """What the eyes see."""
        try:
            return self._eyes.see(frame)
        except Exception:
            self._failed = True
            raise

    def close(self) -> None:
        """Back into the pool, or closed for good."""
        if self._failed:
            self._eyes.close()
        else:
            self._pool.give_back(self._eyes)


def _live_eyes() -> ForgetfulEyes:
    """The models; importing them takes a second, so it is done in the thread that first needs them."""
    from framing.perceive.live_eyes import LiveEyes

    return LiveEyes()


POOL = Pool(_live_eyes)
"""The eyes of this process."""
