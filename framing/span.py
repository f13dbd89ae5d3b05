"""Short distances as one shows them with a hand: what an eye distance means to somebody who has no ruler.

Between the pupils lie 6.3 cm in the middle of adults (Dodgson, Variation and extrema of human interpupillary distance,
2004): a finger is a quarter of that across, a hand one and a half times as much.
"""

from __future__ import annotations

_SPANS = ((0.4, "a finger's width"), (0.9, "two fingers"), (1.7, "a hand's width"), (3.0, "two hands"))


def beside(value: float) -> str:
    """From the near eye to the picture's edge, `value` in eye distances: "a finger's width", say."""
    if value < 0.0:
        return "an eye is cut"
    return next((words for limit, words in _SPANS if value < limit), "plenty")
