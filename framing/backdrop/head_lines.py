"""Which lines of the backdrop run into the head, and how much each strikes the eye."""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import NamedTuple

from framing.ramp import ramp
from framing.types import Backdrop, Line

# Each condition of MEASURES.md section 8 row 25 fades out instead of ending, so that no reading jumps with noise.
_LENGTH = (14.0, 28.0)  # pixels, 0.35 to 0.7 eye distances at the map's scale: shorter ones are texture
_SHARE = (0.35, 0.9)  # of one eye distance, or of the room up to the picture's edge where that is less
_AIM = (0.8, 1.2)  # eye distances from the head's centre to the line, drawn on
_GAP = (0.3, 0.5)  # eye distances from the near end to the sitter's outline
_REACH = (2.3, 2.8)  # eye distances from the head's centre to the near end: farther, it ends on an arm
_BELOW = 0.4  # eye distances below the chin: the neck
_CONTRAST = (6.0, 16.0)  # L*
_LEVEL = (15.0, 25.0)  # degrees off level at which a line is no horizon any more
_CENTRE = 0.15  # eye distances from the eyes up to the head's centre
_LONG = 1.5  # eye distances; what is longer disturbs no more


class HeadLine(NamedTuple):
    """A line that runs into the head."""

    line: Line
    strength: float  # 0 not worth a word .. 1 clear and straight into the head
    pull: float  # the same in eye distances of line, 0..1.5
    side: float  # where it meets the head, eye distances from the middle of the eyes, + on the sitter's left
    level: float  # 1 level, 0 upright or slanting


def head_lines(behind: Backdrop) -> tuple[HeadLine, ...]:
    """The lines that run into the head with any strength, in no order; none before a plain wall."""
    found = (_head_line(line, behind) for line in behind.lines)
    return tuple(f for f in found if f.strength > 0)


def _head_line(line: Line, behind: Backdrop) -> HeadLine:
    unit, eyes = behind.eye_distance, behind.eyes
    dx, dy = line.far.x - line.near.x, line.far.y - line.near.y
    length = max(hypot(dx, dy), 1e-6)
    across, down = eyes.x - line.near.x, eyes.y - _CENTRE * unit - line.near.y
    strength = (
        ramp(length, *_LENGTH)
        * ramp(length / min(unit, _room(line, behind)), *_SHARE)
        * (1.0 - ramp(abs(dx * down - dy * across) / length / unit, *_AIM))
        * (1.0 - ramp(line.gap, *_GAP))
        * (1.0 - ramp(hypot(across, down) / unit, *_REACH))
        * (1.0 - ramp(line.near.y, behind.chin, behind.chin + _BELOW * unit))
        * ramp(line.contrast, *_CONTRAST)
    )
    level = 1.0 - ramp(degrees(atan2(abs(dy), abs(dx))), *_LEVEL)
    return HeadLine(line, strength, strength * min(length / unit, _LONG), -across / unit, level)


def _room(line: Line, behind: Backdrop) -> float:
    """From the near end along the line to the edge of the picture, pixels of the map, 1 or more."""
    height, width = behind.person.shape
    dx, dy = line.far.x - line.near.x, line.far.y - line.near.y
    length = max(hypot(dx, dy), 1e-6)
    across = (width - line.near.x if dx > 0 else line.near.x) / max(abs(dx) / length, 1e-6)
    down = (height - line.near.y if dy > 0 else line.near.y) / max(abs(dy) / length, 1e-6)
    return max(min(across, down), 1.0)
