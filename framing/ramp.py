"""A straight slope between two plateaus, the one shape that weights use."""

from __future__ import annotations


def ramp(value: float, low: float, high: float) -> float:
    """0 at `low` and below, 1 at `high` and above, straight between."""
    return min(max((value - low) / (high - low), 0.0), 1.0)
