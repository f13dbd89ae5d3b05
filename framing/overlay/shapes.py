"""The display list: what is to be drawn, by meaning. How it looks is theme.py's; the pixels are paint.py's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from framing.types import Direction, Point

Shade = Literal["none", "rectangle", "circle"]


class Role(StrEnum):
    """What a line stands for."""

    EYE_LINE = "eye_line"  # where the eyes should be
    HEAD = "head"  # where the head should be
    LEVEL = "level"  # how the eyes stand now
    STEADY = "steady"  # the shoulders, as they should be
    ASKEW = "askew"  # the shoulders, not yet
    MESH = "mesh"  # the face's contours


class Status(StrEnum):
    """How things stand: each has its own sign as well as its own colour."""

    GOOD = "good"  # a tick
    CARE = "care"  # a triangle
    PLAIN = "plain"  # a circle


class Spot(StrEnum):
    """Which edge of the screen a caption would rather lie at."""

    LOW = "low"
    TOP_LEFT = "top_left"
    TOP_RIGHT = "top_right"


class Box(NamedTuple):
    """A rectangle, in the unit of its surroundings."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through two places or more."""

    points: tuple[Point, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Label:
    """A few small words at a height of the picture, at the viewfinder's left edge on the screen."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on a panel, with a sign before them: an arrow where there is a way to go, else the status."""

    text: str
    spot: Spot
    status: Status
    detail: str = ""  # less prominent, after the text
    direction: Direction = Direction.NONE  # on the screen
    # One that must be read is moved and made smaller, but shown; another is left out where it would cover a face.
    must_show: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """All that is to be drawn over one picture; places in viewfinder heights of the unmirrored picture.

    `clear` are the heads: the strokes keep off them, and labels and captions must be laid off them; only `over_face`,
    which was asked for, and the shade, which shows the crop, may change a pixel there. Captions are in the order in
    which they choose their places.
    """

    shade: Shade = "none"
    strokes: tuple[Stroke, ...] = ()
    labels: tuple[Label, ...] = ()
    over_face: tuple[Stroke, ...] = ()
    captions: tuple[Caption, ...] = ()
    clear: tuple[Box, ...] = ()
    mirrored: bool = False

    @property
    def bare(self) -> Marks:
        """The viewfinder and where heads are, and nothing else: for a page that is told no guidance."""
        return Marks(shade=self.shade, clear=self.clear)
