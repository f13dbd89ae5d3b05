"""The display list of a small drawing beside the picture, by meaning: the page draws it as SVG, a still as pixels.

Places are in heights of the drawing: y runs 0..1 downward, x 0..aspect. Left and right are already the viewer's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin
from typing import NamedTuple

from framing.types import Message, Point


class Ink(StrEnum):
    """What a shape stands for; theme.py has its colour."""

    SITTER = "sitter"
    SHADE = "shade"  # what the light leaves dark
    STAGE = "stage"  # what is always there: camera, shoulders, the way round the sitter
    LIGHT = "light"  # the lamp as it stands
    WANTED = "wanted"  # where it should stand
    HEAT = "heat"  # what disturbs
    WORDS = "words"
    NUMBER = "number"


class Blot(NamedTuple):
    """A filled polygon, so far as it is there: 0 not at all .. 1 all of it."""

    points: tuple[Point, ...]
    ink: Ink
    cover: float = 1.0


class Trace(NamedTuple):
    """An open line."""

    points: tuple[Point, ...]
    ink: Ink
    cover: float = 1.0


class Word(NamedTuple):
    """Words with their middle, or their left end, at a place; letters as high as `size` says."""

    text: Message
    at: Point
    size: float
    ink: Ink = Ink.WORDS
    centred: bool = True


class Turned(NamedTuple):
    """Shapes that move as one: turned about a place, degrees, + clockwise on the screen."""

    about: Point
    degrees: float
    shapes: tuple[Blot | Trace, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """One drawing, and the same in a sentence for those who cannot see it.

    The same subject always has the same shapes in the same order: what is not there has no cover. So one drawing can
    follow another by moving.
    """

    aspect: float
    shapes: tuple[Blot | Trace | Word | Turned, ...]
    says: Message

    def flat(self) -> Iterator[Blot | Trace | Word]:
        """The shapes that are there, where they end up: nothing is left to be turned."""
        for shape in self.shapes:
            if isinstance(shape, Word):
                yield shape
                continue
            for inner in shape.shapes if isinstance(shape, Turned) else (shape,):
                about, degrees = (shape.about, shape.degrees) if isinstance(shape, Turned) else (inner.points[0], 0.0)
                if inner.cover > 0.0:
                    yield inner._replace(points=tuple(turned(point, about, degrees) for point in inner.points))


def turned(point: Point, about: Point, degrees: float) -> Point:
    """The point turned about another, + clockwise on the screen."""
    c, s, x, y = cos(radians(degrees)), sin(radians(degrees)), point.x - about.x, point.y - about.y
    return Point(about.x + c * x - s * y, about.y + s * x + c * y)


def arc(middle: Point, across: float, down: float, start: float = 0.0, end: float = 360.0) -> tuple[Point, ...]:
    """25 points of an ellipse from one angle to another, degrees from 3 o'clock, + clockwise on the screen."""
    angles = [radians(start + (end - start) * i / 24.0) for i in range(25)]
    return tuple(Point(middle.x + across * cos(a), middle.y + down * sin(a)) for a in angles)


def box(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """A rectangle's corners."""
    return Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom)
