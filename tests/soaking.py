"""How long the long runs are: short among the other tests, long by `make soak`."""

from __future__ import annotations

import os


def times(few: int, many: int) -> int:
    """`few` in `make test`, `many` in `make soak`."""
    return many if os.environ.get("FRAMING_SOAK") else few
