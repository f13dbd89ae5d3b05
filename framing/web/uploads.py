"""Photographs that are dropped on the page stay in memory on their way in."""

from __future__ import annotations

import sys

from starlette.formparsers import MultiPartParser


def keep_in_memory() -> None:
    """Write no upload to a temporary file on its way to Streamlit, which holds all of it in memory anyway."""
    MultiPartParser.spool_max_size = sys.maxsize
