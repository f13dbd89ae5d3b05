"""What of the face can be seen: an eye or a mouth that something lies over has no reading."""

from __future__ import annotations

from framing.parts.light import lit_face
from framing.parts.people import Known, face, known_face
from framing.types import Absent, Face, Hidden, Scene, Shown


def shown(scene: Scene) -> Shown | Absent:
    """What can be seen of the main face's eyes and mouth."""
    lit = lit_face(scene)
    return lit if isinstance(lit, Absent) else lit.shown


def seen_eyes(scene: Scene) -> Known | Absent:
    """The main face with the sitter's baseline, unless something lies over an eye."""
    return known_face(scene) if (covered := covered_eye(scene)) is None else covered


def seen_mouth(scene: Scene) -> Face | Absent:
    """The main face, unless something lies over its mouth."""
    found = shown(scene)
    return Absent("the mouth is covered") if isinstance(found, Shown) and not found.mouth else face(scene)


def covered_eye(scene: Scene) -> Absent | None:
    """Which eye is covered; None where both show, or where that cannot be told."""
    found = shown(scene)
    if isinstance(found, Absent) or found.eyes == (Hidden.NOTHING, Hidden.NOTHING):
        return None
    right, left = (over is not Hidden.NOTHING for over in found.eyes)
    if right and left:
        return Absent("both eyes are covered")
    return Absent("the right eye is covered" if right else "the left eye is covered")
