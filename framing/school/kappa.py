"""How far two people agree about the same pictures, and how much of that is more than chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from framing.types import Absent

_FEWEST = 2  # answers of each below which agreement beyond chance means nothing


def agreement(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The share that is the same, 0..1; 0 for none."""
    return sum(a == b for a, b in zip(ours, theirs, strict=True)) / max(len(ours), 1)


def kappa(ours: Sequence[str], theirs: Sequence[str]) -> float | Absent:
    """Cohen's kappa, -1..1: agreement beyond what the two would reach by chance; Absent where that is not defined.

    1 for the same answers, about 0 for answers that have nothing to do with each other, below 0 for less than chance.
    Where both only ever said one and the same thing, chance alone would agree as well. Cohen, A coefficient of
    agreement for nominal scales, 1960.
    """
    n = len(ours)
    if n < _FEWEST:
        return Absent("two answers at least are needed")
    one, other = Counter(ours), Counter(theirs)
    chance = sum(one[name] * other[name] for name in one) / n**2
    if chance == 1.0:
        return Absent("both only ever gave one and the same answer, as chance would")
    return (agreement(ours, theirs) - chance) / (1.0 - chance)
