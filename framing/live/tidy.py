"""Giving memory back when pages have gone."""

from __future__ import annotations

import ctypes
import gc
import sys


def tidy() -> None:
    """Collect what only its own circles hold, event loops with their descriptors among it, and return free memory.

    The collector that Streamlit runs after every script is off, for it stops the picture (.streamlit/config.toml); once
    for pages that have gone it does not matter.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc only
        if trim is not None:
            trim(0)
