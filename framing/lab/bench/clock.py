"""Times of many passes, and the two figures reported of them."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np


class Clock:
    """Milliseconds by step, as they come."""

    def __init__(self) -> None:
        """Begin with none."""
        self._times: dict[str, list[float]] = defaultdict(list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        began = time.perf_counter()
        yield
        self._times[name].append((time.perf_counter() - began) * 1000)

    def median(self, name: str) -> float:
        """The middle time of a step, milliseconds."""
        return float(np.median(self._times[name]))

    def total(self, name: str) -> float:
        """All times of a step together, milliseconds."""
        return sum(self._times[name])

    def table(self) -> dict[str, dict[str, float]]:
        """Median and 95th percentile of every step, milliseconds."""
        return {
            name: {"median_ms": round(float(np.median(t)), 3), "p95_ms": round(float(np.percentile(t, 95)), 3)}
            for name, t in self._times.items()
        }
