"""The values that travel along the chain, in running order, all frozen.

Places are in *viewfinder heights*: x runs 0..aspect and y 0..1 inside the viewfinder, y downward, and points outside
are kept because crop advice needs them. The picture is never mirrored here; left and right are the sitter's own, so
the sitter's right is at small x.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from math import hypot
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]  # (height, width, 3), RGB
Points = NDArray[np.float64]  # (n, 2) or (n, 3), viewfinder heights


@dataclass(frozen=True, slots=True)
class Absent:
    """Why a value is not there, worded for the page ("shoulders not in view")."""

    why: str


class Point(NamedTuple):
    """A place in viewfinder heights."""

    x: float
    y: float


# --- seeing ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Viewfinder:
    """The rectangle of a picture that will be kept, in whole pixels of that picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def aspect(self) -> float:
        """Width over height, above 0."""
        return self.width / self.height

    def to_units(self, pixels: NDArray[Any]) -> Points:
        """Places in viewfinder heights; (n, 2) or (n, 3) pixels in, the same shape out, z scaled alike."""
        origin = np.array([self.left, self.top, 0.0])[: pixels.shape[-1]]
        return np.asarray((pixels - origin) / self.height, dtype=np.float64)

    def to_pixels(self, units: NDArray[Any]) -> Points:
        """Places in picture pixels, the inverse of `to_units`."""
        origin = np.array([self.left, self.top, 0.0])[: units.shape[-1]]
        return np.asarray(units * self.height + origin, dtype=np.float64)

    @staticmethod
    def centred(width: int, height: int, aspect: float) -> Viewfinder:
        """The largest centred rectangle of that aspect ratio inside a width x height picture."""
        w, h = min(width, round(height * aspect)), min(height, round(width / aspect))
        w, h = max(1, w), max(1, h)
        return Viewfinder((width - w) // 2, (height - h) // 2, w, h)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One picture as it came, unmirrored, with the moment it was taken (seconds on a steady clock)."""

    pixels: Image
    viewfinder: Viewfinder
    time: float = 0.0


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
    eye_pixels: float  # distance between the eyes in real pixels of the camera
    hair: float = 1.15  # top of the hair above the eyes, in face heights; MEASURES.md's fallback without a mask

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
    """One body: 33 joints in MediaPipe's order. Unseen joints are invented: ask `in_view` before you trust one."""

    joints: Points  # (33, 3)
    visibility: NDArray[np.float64]  # (33,), 0..1
    world: Points  # (33, 3), metres about the hips
    age: float = 0.0  # seconds since it was seen


class Cheeks(NamedTuple):
    """Linear light, 0..1, on the sitter's own right and left cheek."""

    right: float
    left: float


@dataclass(frozen=True, slots=True, eq=False)
class LitFace:
    """The main face's own pixels, thinned but never averaged, so that clipped ones stay clipped."""

    pixels: Image
    points: Points  # (478, 2) in pixels of this crop
    skin: NDArray[np.uint8]  # (n, 3), those of the pixels that lie on the face
    cheeks: Cheeks
    eye_pixels: float  # in the camera's pixels, before thinning
    fine: NDArray[np.uint8]  # (h, w) grey face with the eyes 64 px apart, for sharpness; empty when too few pixels


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """What stands behind the sitter: L* at a scale that puts the eyes about 40 px apart, and who stands before it."""

    lightness: NDArray[np.float32]  # (h, w), L* 0..100
    person: NDArray[np.float32]  # (h, w), 0..1
    eye_distance: float  # pixels of this map
    eyes: Point  # pixels of this map
    chin: float  # row of the chin in this map
    age: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything seen in one frame. Faces and bodies are subjects only; a small face behind is counted apart."""

    aspect: float
    faces: tuple[Face, ...]  # the main subject first
    body: Body | Absent
    people: int  # subjects, faces and bodies merged
    lit_face: LitFace | Absent
    backdrop: Backdrop | Absent
    time: float = 0.0


# --- judging ---------------------------------------------------------------------------------------------------------


class Band(NamedTuple):
    """The values that are right, both ends included."""

    low: float
    high: float

    def state(self, value: float) -> State:
        """OK inside, LOW or HIGH outside."""
        return State.LOW if value < self.low else State.HIGH if value > self.high else State.OK

    def widened(self, by: float) -> Band:
        """The same band about the same middle, `by` times as wide; an open end stays open."""
        room = (self.high - self.low) * (by - 1.0) / 2.0
        if not np.isfinite(room):
            room = max(abs(e) for e in self if np.isfinite(e)) * (by - 1.0)
        return Band(self.low - room, self.high + room)


class State(StrEnum):
    """How a reading stands to its band."""

    OK = "ok"
    LOW = "low"
    HIGH = "high"
    ABSENT = "absent"


class Direction(StrEnum):
    """Where a cue points, in the sitter's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    NEARER = "nearer"
    FARTHER = "farther"
    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    TILT_LEFT = "tilt_left"
    TILT_RIGHT = "tilt_right"
    NONE = "none"


class Severity(StrEnum):
    """An error stands against the use; a style is a choice worth a word."""

    ERROR = "error"
    STYLE = "style"


class Remedy(NamedTuple):
    """What to do, in the sitter's words: `{your}` becomes your or their, `{a_little}` how much."""

    text: str
    direction: Direction = Direction.NONE


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing worth knowing about a picture: a part of the scene, a total function of it, and what to say of it."""

    name: str
    label: str  # for the checklist: "Eye line"
    unit: str
    of: Callable[[Scene], Any]  # the part, or Absent
    take: Callable[[Any], float]
    rank: int  # place in the strict order of cues; the tens are DESIGN.md's stages
    band: Band | None = None  # None: worth showing, not judging, unless a preset bands it
    when_low: Remedy | None = None
    when_high: Remedy | None = None
    severity: Severity = Severity.STYLE  # unless a preset says must
    words: Callable[[float], str] | None = None  # the value as a photographer says it
    group: str = ""  # crop, light, background, pose or expression: the folder it lies in


@dataclass(frozen=True, slots=True)
class Reading:
    """One measure's value in one frame."""

    measure: Measure
    value: float | Absent
    part: Any = field(default=None, repr=False, compare=False)  # what it was taken of, so that it need not be again


Readings = Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reading held against the band that the use asks for."""

    measure: Measure
    value: float | Absent
    band: Band | None
    state: State
    severity: Severity
    because: str


Judgements = tuple[Judgement, ...]
Lean = Literal["headshot", "portrait", "none"]
ReadsAs = Literal["headshot", "portrait", "neither"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one of the five differences says, with its number in words. Weight is in logits, + toward headshot."""

    difference: str  # subjects, crop, mood, environment, creativity
    lean: Lean
    because: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the picture reads as by itself, whatever it is meant for."""

    reads_as: ReadsAs
    probability: float | None  # that it is a headshot, 0..1; None for neither
    crop: str  # face_closeup, head_and_shoulders, bust_half, three_quarter, full_length, none
    evidence: tuple[Evidence, ...]
    boundary: str  # what would change it, in the sitter's terms


@dataclass(frozen=True, slots=True)
class Preset:
    """An intended use: what it should read as, its shape, and the bands it asks for."""

    name: str
    title: str
    aspect: float
    pixels: tuple[int, int]
    reads_as: Literal["headshot", "portrait", "either"]
    shape: Literal["rectangle", "circle"]
    source: str
    musts: Mapping[str, Band] = field(default_factory=dict)
    style: Mapping[str, Band] = field(default_factory=dict)
    shown: frozenset[str] = frozenset()  # measured and drawn, never judged for this use


# --- telling ---------------------------------------------------------------------------------------------------------


class Viewer(StrEnum):
    """Who looks: the sitter in a mirror (front camera), or somebody looking at them."""

    FRONT = "front"
    REAR = "rear"
    STILL = "still"
    OTHER = "other"

    @property
    def mirrored(self) -> bool:
        """True where the picture is shown as in a mirror: the sitter's left is screen left."""
        return self is Viewer.FRONT


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to change, said to whoever looks, with the number behind it."""

    text: str
    measure: str
    severity: Severity
    direction: Direction
    because: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that one frame leads to, short of the drawing."""

    time: float
    verdict: Verdict
    judgements: Judgements
    cues: tuple[Cue, ...]  # the first is the one to say
    ready: bool
    preset: Preset | None
