"""Giving memory back when pages have gone."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Any

ARENAS = 2
_M_ARENA_MAX = -8  # glibc's number for it


def _allocator(function: str) -> Any:
    """That function of glibc's allocator; None on any other system."""
    return getattr(ctypes.CDLL(None), function, None) if sys.platform == "linux" else None


def few_arenas() -> None:
    """Keep memory in few pools, before many threads are there.

    By default there are 8 for each core, threads take whichever is free, and each pool keeps the most that it ever
    held: with five or more threads to a page the process grows with each page (docs/pages.md).
    """
    if set_option := _allocator("mallopt"):
        set_option(_M_ARENA_MAX, ARENAS)


def tidy() -> None:
    """Collect what only its own circles hold, event loops with their descriptors among it, and return free memory.

    The collector that Streamlit runs after every script is off, for it stops the picture (.streamlit/config.toml); once
    for pages that have gone it does not matter.
    """
    gc.collect()
    if trim := _allocator("malloc_trim"):
        trim(0)
