"""Whether the eyes meet the lens."""

from __future__ import annotations

from framing import parts
from framing.types import Absent, Face, Measure, Message, Points, Remedy, Scene, too_few_between_the_eyes

_TURNED = 20.0  # degrees of yaw beyond which the far eye can no longer be read (docs/measures.md, "Eye contact")
_PIXELS = 40.0  # between the eyes, below which the iris is a dot or two
_TURN = 137.0  # degrees that the eyeball turns while the iris crosses the eye's whole width
_EYES = ((468, 33, 133), (473, 362, 263))  # iris, the corner to the sitter's right and the one to their left


def gaze(scene: Scene) -> Face | Absent:
    """The main face, where its irises can be read."""
    face = parts.face(scene)
    if isinstance(face, Absent):
        return face
    if abs(face.turn.yaw) > _TURNED:
        return Absent("the face is turned too far to tell where the eyes look")
    if (covered := parts.covered_eye(scene)) is not None:
        return covered
    if face.eye_pixels < _PIXELS:
        return too_few_between_the_eyes(face.eye_pixels, _PIXELS)
    return face


def eye_contact(face: Face) -> float:
    """Degrees by which face and eyes together look sideways past the lens, + to the sitter's left; 0 is toward it.

    A turned face whose eyes turn back meets the lens too. Looking into it, people read 0 with a scatter of 7.
    """
    points = face.points[:, :2]
    shifts = [_shift(points[iris], points[one], points[other]) for iris, one, other in _EYES]
    return face.turn.yaw + _TURN * (shifts[0] + shifts[1]) / 2


def _shift(iris: Points, one: Points, other: Points) -> float:
    """The iris off the middle between the eye's corners, in eye widths, + from `one` toward `other`."""
    across = other - one
    return float((iris - (one + other) / 2) @ across) / max(float(across @ across), 1e-12)


def words(value: float) -> Message:
    """Straight ahead, or past the lens to which side of the sitter's own; how high the eyes look is not read."""
    if abs(value) < 12:
        return "straight ahead"
    return "past the lens, to the sitter's left" if value > 0 else "past the lens, to the sitter's right"


MEASURE = Measure(
    name="eye_contact",
    label="Eye contact",
    unit="degrees",
    of=gaze,
    take=eye_contact,
    rank=81,
    when_low=Remedy("Look into the lens", fault="Eyes beside the lens"),
    when_high=Remedy("Look into the lens", fault="Eyes beside the lens"),
    words=words,
)
