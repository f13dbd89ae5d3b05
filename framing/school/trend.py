"""Whether a trainee gets better: the slope over their last runs of one drill, never their best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from statistics import median
from typing import NamedTuple

LAST = 10  # runs that a trend is told of: what was long ago says nothing of today
_LEAST = 3  # runs; two points always lie on a line


class Trend(NamedTuple):
    """A line through the last runs: at run number i, from 0, it is at `level` + `slope` i."""

    slope: float  # points a run, + for better
    level: float  # points at the first of those runs
    runs: int  # how many it is told of


def trend(points: Sequence[float]) -> Trend | None:
    """The trend of these scores, the newest last; None of fewer than three runs.

    Theil and Sen's estimate, the median of the slopes between all pairs (Sen, Estimates of the regression coefficient
    based on Kendall's tau, 1968): up to three in ten runs may be anything at all, and it stays.
    """
    last = points[-LAST:]
    if len(last) < _LEAST:
        return None
    slope = median((b - a) / (j - i) for (i, a), (j, b) in combinations(enumerate(last), 2))
    level = median(value - slope * number for number, value in enumerate(last))
    return Trend(slope, level, len(last))
