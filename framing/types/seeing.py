"""What is seen in one frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from framing.types.baseline import EVERYBODY, NOT_CALIBRATED, Baseline
from framing.types.lit import LitFace
from framing.types.places import Absent, Point, Points, Viewfinder

_NOT_READ = Absent("the expression has not been read yet")
_NOT_LOOKED_AT = Absent("the shoulders have not been looked at yet")


class HeadTurn(NamedTuple):
    """Head pose, degrees: yaw + to the sitter's left, pitch + looking down, roll + toward their right shoulder."""

    yaw: float
    pitch: float
    roll: float


@dataclass(frozen=True, eq=False)  # without slots, so that what a dozen measures ask for is worked out once
class Face:
    """One face: its mesh, expression and pose. Heights are measured along the face's own axis."""

    points: Points  # (478, 3)
    expression: Mapping[str, float]  # blendshape name -> 0..1
    turn: HeadTurn
    eye_pixels: float  # distance between the eyes in pixels of the picture that was looked at
    scale: float = 1.0  # how many of the camera's own pixels lie along one of those
    hair: float = 1.15  # top of the hair above the eyes, face heights (docs/measures.md, "Hair and crown")
    # How much of the face speaks beyond rest and a smile, 0..1: read of the main subject only.
    expressive: float | Absent = _NOT_READ

    @cached_property
    def right_eye(self) -> Point:
        """Centre of the sitter's right eye (small x)."""
        return _middle(self.points, 33, 133)

    @cached_property
    def left_eye(self) -> Point:
        """Centre of the sitter's left eye (large x)."""
        return _middle(self.points, 362, 263)

    @cached_property
    def eyes(self) -> Point:
        """Middle between the two eyes."""
        return _middle(self.points, 33, 133, 362, 263)

    @cached_property
    def chin(self) -> Point:
        """The chin's lowest point on the face axis."""
        return _middle(self.points, 152)

    @cached_property
    def height(self) -> float:
        """T, eye middle to chin, viewfinder heights, above 0 (OFIQ's measure of head size)."""
        return hypot(self.eyes.x - self.chin.x, self.eyes.y - self.chin.y)

    @cached_property
    def eye_distance(self) -> float:
        """Between the eye centres, viewfinder heights."""
        return hypot(self.left_eye.x - self.right_eye.x, self.left_eye.y - self.right_eye.y)

    @cached_property
    def up(self) -> Point:
        """Unit vector from chin to forehead."""
        forehead, chin = _middle(self.points, 10), self.chin
        length = max(hypot(forehead.x - chin.x, forehead.y - chin.y), 1e-9)
        return Point((forehead.x - chin.x) / length, (forehead.y - chin.y) / length)

    @cached_property
    def hair_top(self) -> Point:
        """The top of the hair (or head covering) on the face axis."""
        rise = self.hair * self.height
        return Point(self.eyes.x + self.up.x * rise, self.eyes.y + self.up.y * rise)

    @cached_property
    def crown(self) -> Point:
        """The top of the head without its hair: the eyes lie half way from chin to crown (artists' canon; ISO)."""
        return Point(self.eyes.x + self.up.x * self.height, self.eyes.y + self.up.y * self.height)

    @cached_property
    def lip_gap(self) -> float:
        """The widest gap between the inner lips, viewfinder heights, 0 or more."""
        gaps = (self.points[[81, 13, 311], :2] - self.points[[178, 14, 402], :2]).tolist()
        return max(hypot(x, y) for x, y in gaps)

    @cached_property
    def head_height(self) -> float:
        """Top of the hair to chin, viewfinder heights."""
        return (1.0 + self.hair) * self.height

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the head, hair included."""
        x0, y0 = self.points[:, :2].min(axis=0)
        x1, y1 = self.points[:, :2].max(axis=0)
        return float(x0), float(min(y0, self.hair_top.y)), float(x1), float(y1)


def _middle(points: Points, *indices: int) -> Point:
    n = len(indices)
    return Point(sum(float(points[i, 0]) for i in indices) / n, sum(float(points[i, 1]) for i in indices) / n)


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """One body: 33 joints in MediaPipe's order. Unseen joints are invented: trust one only in view (`parts`)."""

    joints: Points  # (33, 3)
    visibility: NDArray[np.float64]  # (33,), 0..1
    world: Points  # (33, 3), metres from the middle of the hips: x to the sitter's left, y down, z from the camera
    age: float = 0.0  # seconds since it was seen
    bare: float | Absent = _NOT_LOOKED_AT  # share of skin on the shoulders, 0..1: of the main subject's only


class Line(NamedTuple):
    """A line of the backdrop that runs into the head; its ends in pixels of the backdrop's map."""

    near: Point  # the end at the head
    far: Point
    strength: float  # 0 not worth mentioning .. 1 long, clear and straight into the head
    side: float  # where it meets the head, eye distances from the middle of the eyes, + on the sitter's left
    level: float  # 1 level, 0 upright or slanting
    share: float  # 0..1 of its first 1.5 eye distances, or of what the picture and the sitter leave to be seen of them


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Backdrop:
    """What stands behind the sitter: L* at a scale that puts the eyes about 40 px apart, and who stands before it."""

    lightness: NDArray[np.float32]  # (h, w), L* 0..100
    person: NDArray[np.float32]  # (h, w), 0..1
    eye_distance: float  # pixels of this map
    chin: float  # row of the chin in this map
    eyes: Point  # middle of the eyes, in pixels of this map
    lines: tuple[Line, ...] = ()  # those that run into the head


class LookedAt(NamedTuple):
    """When what comes on a slower beat than faces was looked at, seconds."""

    pixels: float  # the lit face and the backdrop
    covers: float  # what lies over eyes and mouth
    expression: float
    face: float  # the main one, which a further window may have found some looks ago


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything seen in one frame. `faces` and `body` are subjects only; a smaller face behind is among `others`."""

    aspect: float
    faces: tuple[Face, ...]  # the main subject first
    body: Body | Absent
    people: int  # subjects, faces and bodies merged
    lit_face: LitFace | Absent
    backdrop: Backdrop | Absent
    time: float = 0.0
    looked_at: LookedAt | None = None  # None: at all of it at `time`
    baseline: Baseline = EVERYBODY  # the main subject's own
    focal: float | Absent = NOT_CALIBRATED  # the lens's focal length, viewfinder heights
    others: tuple[Face, ...] = ()  # further faces, of people or not, at least a fifth as wide as the main one
    quarter_turns: int = 0  # clockwise, 0..3, that would put a photograph upright
    # In pixels of the frame; None where nobody says, as of scenes made by hand.
    viewfinder: Viewfinder | None = None  # the rectangle that all places are told in
    picture: Viewfinder | None = None  # the frame without black bars: what a viewfinder may show
    bound: Viewfinder | None = None  # where a sliding viewfinder will come to rest; None at rest

    @property
    def pixels_age(self) -> float:
        """Seconds since the lit face and the backdrop were looked at, 0 or more."""
        return 0.0 if self.looked_at is None else self.time - self.looked_at.pixels
