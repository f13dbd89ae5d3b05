"""How often the eyes for a stream look at what moves more slowly than a face.

A beat is a time, for a machine that keeps up. On one that does not, each beat is as much longer as the looks come more
seldom, so that a look costs no more there: otherwise everything would be due in every look, and looks would come more
seldom still.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, inf

from framing.types import Face, Point

PACE = 0.125  # seconds from look to look: a machine that takes no longer keeps up
SLOWEST = 3.0  # times as long, at most: what is older would be told too late
BODY = 0.3  # seconds between looks at the body: shoulders move slowly
AT_EASE = 2.0  # times that, while the head stays where it was at the last look at the body
WINDOW = 0.3  # seconds between looks at one more window, where somebody else may be
MASK = 0.4  # seconds between looks at the mask: the backdrop moves more slowly still
HEADS = 1.0  # seconds between looks for a face from the side or from afar, only while no face is found
SHOWN = 1.0  # seconds between looks at what covers eyes and mouth: nobody takes glasses on and off in less
EXPRESSION = 1.0  # seconds between looks at the expression: what counts of it is the calmer half of seven seconds
_HARDLY = 0.04  # face heights, and share of the face's size, by which a head that stays may move


@dataclass(frozen=True, slots=True)
class Pace:
    """When the last look was, and how seldom looks come."""

    now: float = -inf
    gap: float = PACE  # seconds since the look before
    slower: float = 1.0  # times as long as a beat takes, 1 to `SLOWEST`

    def at(self, now: float) -> Pace:
        """The pace with a look at that moment; a single long gap, as of somebody who comes back, slows nothing down."""
        gap = now - self.now
        return Pace(now, gap, min(max(min(gap, self.gap) / PACE, 1.0), SLOWEST))

    def due(self, last: float, beat: float) -> bool:
        """Whether what was looked at at that moment is due again."""
        return self.now - last >= beat * self.slower


START = Pace()
"""Before the first look."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the main subject's head is, in viewfinder heights."""

    eyes: Point
    height: float

    @classmethod
    def of(cls, face: Face) -> Head:
        """That of this face."""
        return cls(face.eyes, face.height)

    def stays(self, before: Head | None) -> bool:
        """Whether it has hardly moved since, neither across nor nearer."""
        if before is None:
            return False
        moved = hypot(self.eyes.x - before.eyes.x, self.eyes.y - before.eyes.y)
        return max(moved, abs(self.height - before.height)) <= _HARDLY * before.height
