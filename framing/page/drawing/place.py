"""Where the sitter's parts lie in the frame: one table for the figure that is drawn and the guides that point at it.

Head units: the origin is the top of the hair, 1 is the chin, + x is the sitter's left, as in a picture not mirrored.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

from framing.page.drawing.shapes import Point
from framing.page.drawing.value import HEIGHT, Drawing

EYE_LINE = 0.535  # hair reaches 1.15 face heights above the eyes (docs/measures.md, "Hair and crown")
EYE_GAP = 0.145  # from the middle to each eye
NECK = (0.0, 1.0)  # the head rolls about it
COLLAR = (0.0, 1.3)  # the shoulders tilt about it

# Heads below the crown: the artists' canon (docs/practice.md, "Crop ladder").
JOINTS: dict[str, Point] = {
    "shoulder": (0.82, 1.52), "elbow": (1.0, 2.8), "wrist": (0.98, 3.95),
    "hip": (0.36, 4.0), "knee": (0.36, 5.5), "ankle": (0.36, 7.0),
}  # fmt: skip


class Place(NamedTuple):
    """The main sitter's place: the top of the hair and the head's height, in drawing units."""

    x: float
    y: float
    head: float

    def at(self, point: Point) -> Point:
        """A point of head units in drawing units."""
        return self.x + point[0] * self.head, self.y + point[1] * self.head


def place(drawing: Drawing) -> Place:
    """Where the main sitter is."""
    return Place(drawing.width * (0.5 + drawing.x), drawing.top * HEIGHT, drawing.head * HEIGHT)


def turned(point: Point, about: Point, degrees: float) -> Point:
    """The point turned about another, clockwise as seen (y points down)."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    x, y = point[0] - about[0], point[1] - about[1]
    return about[0] + c * x - s * y, about[1] + s * x + c * y


def eyes(drawing: Drawing) -> tuple[Point, Point]:
    """The sitter's right and left eye, in drawing units."""
    shift = face_shift(drawing.yaw)
    gap = EYE_GAP * cos(radians(drawing.yaw))
    both = (turned((shift + side * gap, EYE_LINE), NECK, -drawing.roll) for side in (-1, 1))
    right, left = (place(drawing).at(eye) for eye in both)
    return right, left


def joint(drawing: Drawing, name: str, side: int) -> Point:
    """A joint of the sitter's right (-1) or left (1), in drawing units."""
    x, y = JOINTS[name]
    tilt = -drawing.shoulder_tilt if name == "shoulder" else 0.0
    return place(drawing).at(turned((side * x, y), COLLAR, tilt))


def face_shift(yaw: float) -> float:
    """How far the features move across the head for a turn, in heads."""
    return 0.24 * sin(radians(yaw))
