"""The last minutes of a session, as ids and numbers: no picture, no sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from framing.session.look import Look
from framing.types import Absent, Direction, Guidance

BACK = 180.0  # seconds that are kept
_MOST = 2400  # looks that are kept, whatever the pace: 3 minutes of ten looks a second, and a third more


class Past(NamedTuple):
    """What one look said."""

    moment: float
    reads_as: str
    probability: float | None  # of a headshot
    asked: tuple[str, Direction] | None  # the measure and the way of the one thing to change
    ready: bool
    numbers: tuple[float | None, ...]  # of the measures in `framing.measures.MEASURES`, None where one is absent


class History:
    """The looks of the last 3 minutes, the oldest first; one writer, any number of readers."""

    def __init__(self) -> None:
        self._past: deque[Past] = deque(maxlen=_MOST)

    def __len__(self) -> int:
        return len(self._past)

    def __iter__(self) -> Iterator[Past]:
        return iter(tuple(self._past))

    def add(self, look: Look) -> None:
        """Note a look; one without guidance says nothing that is kept."""
        if not isinstance(look.guidance, Guidance):
            return
        while self._past and self._past[0].moment <= look.moment - BACK:
            self._past.popleft()
        self._past.append(_past(look.moment, look.guidance))

    def clear(self) -> None:
        """Forget them all: the sitter has gone."""
        self._past.clear()


def _past(moment: float, guidance: Guidance) -> Past:
    verdict, first = guidance.verdict, next(iter(guidance.cues), None)
    return Past(
        moment,
        verdict.reads_as,
        verdict.probability,
        None if first is None else (first.measure, first.direction),
        guidance.ready,
        tuple(None if isinstance(j.value, Absent) else j.value for j in guidance.judgements),
    )
