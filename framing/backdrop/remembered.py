"""Work on a backdrop that is asked for twice: done once, and forgotten with the backdrop."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from framing.types import Backdrop

T = TypeVar("T")


def remembered(work: Callable[[Backdrop], T]) -> Callable[[Backdrop], T]:
    """The same function, which remembers what it made of each backdrop for as long as that backdrop is held.

    Not an `lru_cache`: that would hold on to what stood behind the last few sitters after they have gone.
    """
    made: WeakKeyDictionary[Backdrop, T] = WeakKeyDictionary()

    @wraps(work)
    def kept(behind: Backdrop) -> T:
        if behind not in made:
            made[behind] = work(behind)
        return made[behind]

    return kept
