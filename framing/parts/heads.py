"""The heads of all subjects, also where no face can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from framing.parts.figure import figure
from framing.types import Absent, Point, Scene

LEFT_EYE, RIGHT_EYE = 2, 5
_HEAD, _APART = 2.15, 0.53  # hair to chin and eye to eye, in face heights T (docs/measures.md, "The canonical face")


class Head(NamedTuple):
    """Where a subject's eyes and crown are, also where no face can be read; T and the eyes' distance as in Face."""

    right_eye: Point
    left_eye: Point
    eye_distance: float
    height: float
    crown: Point

    @property
    def eye_line(self) -> float:
        """The middle of the eyes from the top edge, viewfinder heights."""
        return (self.right_eye.y + self.left_eye.y) / 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The heads of all subjects, the main one first, with the width of the viewfinder."""

    all: tuple[Head, ...]
    aspect: float


def heads(scene: Scene) -> Heads | Absent:
    """The heads of all subjects; without a readable face, where the body has its own, though outside the picture.

    A joint outside is a guess (docs/measures.md), but one that tells on which side somebody has gone out.
    """
    if scene.faces:
        found = (Head(f.right_eye, f.left_eye, f.eye_distance, f.height, f.crown) for f in scene.faces)
        return Heads(tuple(found), scene.aspect)
    seen = figure(scene)
    if isinstance(seen, Absent) or isinstance(seen.body, Absent):
        return Absent("no one is in view")
    right, left = (Point(*map(float, seen.body.joints[j, :2])) for j in (RIGHT_EYE, LEFT_EYE))
    height = seen.head_height / _HEAD
    crown = Point((right.x + left.x) / 2.0, (right.y + left.y) / 2.0 - height)
    return Heads((Head(right, left, _APART * height, height, crown),), scene.aspect)
