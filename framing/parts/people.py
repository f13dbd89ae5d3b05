"""Who is there, and the main subject's face."""

from __future__ import annotations

from dataclasses import dataclass

from framing.types import Absent, Baseline, Face, Scene


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Something together with the width of the viewfinder it stands in."""

    face: Face
    aspect: float


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The main face beside what is known of this sitter's own."""

    face: Face
    baseline: Baseline


@dataclass(frozen=True, slots=True, eq=False)
class Everyone:
    """All subjects' faces, the main one first, with the width of the viewfinder."""

    faces: tuple[Face, ...]
    aspect: float


def people(scene: Scene) -> Scene:
    """The whole scene, also of an empty room; always there."""
    return scene


def somebody(scene: Scene) -> Scene | Absent:
    """The whole scene, if anybody is in it."""
    return scene if scene.people else Absent("no one is in view")


def face(scene: Scene) -> Face | Absent:
    """The main subject's face."""
    if scene.faces:
        return scene.faces[0]
    return Absent("no one is in view" if scene.people == 0 else "no readable face in view")


def placed_face(scene: Scene) -> Placed | Absent:
    """The main face with the viewfinder's aspect, for measures across the picture."""
    found = face(scene)
    return found if isinstance(found, Absent) else Placed(found, scene.aspect)


def known_face(scene: Scene) -> Known | Absent:
    """The main face with the sitter's baseline, for measures whose zero differs from person to person."""
    found = face(scene)
    return found if isinstance(found, Absent) else Known(found, scene.baseline)


def expression(scene: Scene) -> float | Absent:
    """What the main face shows beyond rest and a smile, 0..1, where it was read."""
    found = face(scene)
    return found if isinstance(found, Absent) else found.expressive


def everyone(scene: Scene) -> Everyone | Absent:
    """All subjects' faces: an edge may cut none of them."""
    found = face(scene)
    return found if isinstance(found, Absent) else Everyone(scene.faces, scene.aspect)
