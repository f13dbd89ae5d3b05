"""What a measure can be of: each part is a function from the scene to a value, or to why it is absent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from framing.types import (
    Absent,
    Backdrop,
    Baseline,
    Body,
    Cheeks,
    Face,
    HeadTurn,
    Light,
    LitFace,
    Point,
    Points,
    Scene,
    Tint,
)

STALE = 1.0  # seconds after which what was seen on a slower beat no longer counts
VISIBLE = 0.66  # a joint the pose model is this sure of; below, it is guessing (MEASURES.md section 8e, ankles)
SURE = 0.9  # for angles between shoulders: bulky clothes already err by 9 degrees (MEASURES.md section 3, Body)
_GREY = 1.5  # a* and b* below which skin has no colour: there is none without blood

LEFT_EYE, RIGHT_EYE = 2, 5
LEFT_SHOULDER, RIGHT_SHOULDER = 11, 12
HANDS = (15, 16, 17, 18, 19, 20, 21, 22)  # wrists and fingers
_HEAD, _APART = 2.15, 0.53  # crown to chin, and between the eyes, in face heights T (MEASURES.md section 3)
# Heads from the crown at which a knee or an ankle can be at the highest, on somebody seated on the ground. Where the
# picture ends above, the pose model likes to fold the legs into it, and is sure of them.
_LEAST_BELOW = {25: 2.6, 26: 2.6, 27: 3.3, 28: 3.3}


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


class Head(NamedTuple):
    """Where a subject's eyes are, also where no face can be read; T and the distance between them as Face has them."""

    right_eye: Point
    left_eye: Point
    eye_distance: float
    height: float

    @property
    def eye_line(self) -> float:
        """The middle of the eyes from the top edge, viewfinder heights."""
        return (self.right_eye.y + self.left_eye.y) / 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Heads:
    """The heads of all subjects, the main one first, with the width of the viewfinder."""

    all: tuple[Head, ...]
    aspect: float


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """Head and body together, as far as each is seen; places in viewfinder heights."""

    head_top: Point
    head_height: float  # top of the hair to chin
    body: Body | Absent
    aspect: float

    def in_view(self, joint: int) -> bool:
        """Whether the joint is inside the picture and really seen, and not folded up where no leg can be."""
        if isinstance(self.body, Absent) or not joint_in_view(self.body, joint, self.aspect):
            return False
        below = (float(self.body.joints[joint, 1]) - self.head_top.y) / max(self.head_height, 1e-6)
        return below >= _LEAST_BELOW.get(joint, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Shoulders:
    """Both shoulder joints, in the picture and seen."""

    right: Point
    left: Point
    yaw: float  # degrees that they are turned, + toward the sitter's left


class Tints(NamedTuple):
    """What the colour of the light is judged by: skin, and the whites of the eyes as a second witness."""

    cheeks: Tint
    sclera: Tint | Absent


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What a circular picture must hold: hair, chin and shoulder joints."""

    points: tuple[Point, ...]
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


def everyone(scene: Scene) -> Everyone | Absent:
    """All subjects' faces: an edge may cut none of them."""
    found = face(scene)
    return found if isinstance(found, Absent) else Everyone(scene.faces, scene.aspect)


def heads(scene: Scene) -> Heads | Absent:
    """The heads of all subjects; without a readable face, where the body has its own, though outside the picture.

    A joint outside is a guess (MEASURES.md section 3, Body), but one that tells on which side somebody has gone out.
    """
    if scene.faces:
        found = (Head(f.right_eye, f.left_eye, f.eye_distance, f.height) for f in scene.faces)
        return Heads(tuple(found), scene.aspect)
    seen = figure(scene)
    if isinstance(seen, Absent) or isinstance(seen.body, Absent):
        return Absent("no one is in view")
    right, left = (Point(*map(float, seen.body.joints[j, :2])) for j in (RIGHT_EYE, LEFT_EYE))
    height = seen.head_height / _HEAD
    return Heads((Head(right, left, _APART * height, height),), scene.aspect)


def figure(scene: Scene) -> Figure | Absent:
    """The main subject from head to foot; the head's size comes from the body where no face can be read."""
    if scene.faces:
        main = scene.faces[0]
        return Figure(main.hair_top, main.head_height, body(scene), scene.aspect)
    found = body(scene)
    if isinstance(found, Absent):
        return Absent("no one is in view")
    shoulders = found.joints[[LEFT_SHOULDER, RIGHT_SHOULDER], :2]
    hips = found.joints[[23, 24], :2]
    across = float(np.hypot(*(shoulders[0] - shoulders[1])))
    trunk = float(np.hypot(*(shoulders.mean(axis=0) - hips.mean(axis=0))))
    # Shoulders are some 1.5 heads wide and the trunk some 2 heads long (MEASURES.md section 3, canonical face).
    head = max(across / 1.5, trunk / 2.0, 1e-3)
    nose = found.joints[0]
    return Figure(Point(float(nose[0]), float(nose[1]) - 0.6 * head), head, found, scene.aspect)


def body(scene: Scene) -> Body | Absent:
    """The main subject's body, unless it was seen too long ago."""
    found = scene.body
    if isinstance(found, Body) and found.age > STALE:
        return Absent("the body was last seen too long ago")
    return found


def whole_figure(scene: Scene) -> Figure | Absent:
    """Head and body, only where there is a body to count joints on."""
    found = body(scene)
    return found if isinstance(found, Absent) else figure(scene)


def hands_in_view(figure: Figure) -> Points:
    """The wrist and finger joints inside the picture and seen, (n, 2), n 0..8, viewfinder heights."""
    joints = [figure.body.joints[j, :2] for j in HANDS if figure.in_view(j)] if isinstance(figure.body, Body) else []
    return np.array(joints, dtype=np.float64).reshape(-1, 2)


def shoulders(scene: Scene) -> Shoulders | Absent:
    """Both shoulder joints of the main subject."""
    found = body(scene)
    if isinstance(found, Absent):
        return found
    seen = [joint_in_view(found, j, scene.aspect, SURE) for j in (RIGHT_SHOULDER, LEFT_SHOULDER)]
    if not all(seen):
        return Absent("shoulders not in view")
    right, left = (Point(*map(float, found.joints[j, :2])) for j in (RIGHT_SHOULDER, LEFT_SHOULDER))
    across = found.world[LEFT_SHOULDER] - found.world[RIGHT_SHOULDER]
    return Shoulders(right, left, float(np.degrees(np.arctan2(across[2], across[0]))))


def outline(scene: Scene) -> Outline | Absent:
    """Hair, chin and both shoulder joints of the main subject."""
    main, found = face(scene), body(scene)
    if isinstance(main, Absent):
        return main
    if isinstance(found, Absent):
        return found
    joints = [Point(*map(float, found.joints[j, :2])) for j in (RIGHT_SHOULDER, LEFT_SHOULDER)]
    return Outline((main.hair_top, main.chin, *joints), scene.aspect)


def lit_face(scene: Scene) -> LitFace | Absent:
    """The main face's pixels, unless they were looked at too long ago."""
    return Absent("the light was last read too long ago") if scene.pixels_age > STALE else scene.lit_face


def light(scene: Scene) -> Light | Absent:
    """Where the light on the main face comes from."""
    lit = lit_face(scene)
    return lit if isinstance(lit, Absent) else lit.light


def turned_light(scene: Scene) -> tuple[Light, HeadTurn] | Absent:
    """Where the light comes from, and which way the face that it falls on is turned."""
    found, main = light(scene), face(scene)
    if isinstance(found, Absent):
        return found
    return main if isinstance(main, Absent) else (found, main.turn)


def tints(scene: Scene) -> Tints | Absent:
    """The tint of the cheeks, and of the whites of the eyes where enough of them shows."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    if isinstance(lit.tint, Absent):
        return lit.tint
    if max(abs(lit.tint.a), abs(lit.tint.b)) < _GREY:
        return Absent("a black-and-white picture has no cast")
    return Tints(lit.tint, lit.sclera if isinstance(lit.sclera, Absent) else lit.sclera.tint)


def catchlights(scene: Scene) -> tuple[float, ...] | Absent:
    """Where the eyes mirror their lamp, one each, at least one."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    return lit.catchlights or Absent("no catchlight in the eyes")


def cheeks(scene: Scene) -> Cheeks | Absent:
    """The light on both cheeks."""
    lit = lit_face(scene)
    return lit if isinstance(lit, Absent) else lit.cheeks


def detailed_face(scene: Scene) -> LitFace | Absent:
    """The main face's pixels, where there are enough of them to judge detail."""
    lit = lit_face(scene)
    if isinstance(lit, Absent):
        return lit
    return lit if lit.fine.size else Absent(f"too few pixels: {lit.eye_pixels:.0f} between the eyes, 64 needed")


def backdrop(scene: Scene) -> Backdrop | Absent:
    """What stands behind the sitter, unless it was looked at too long ago."""
    return Absent("the backdrop was last looked at too long ago") if scene.pixels_age > STALE else scene.backdrop


def lit_scene(scene: Scene) -> tuple[LitFace, Backdrop] | Absent:
    """The face's light beside the backdrop's."""
    lit, behind = lit_face(scene), backdrop(scene)
    if isinstance(lit, Absent):
        return lit
    return behind if isinstance(behind, Absent) else (lit, behind)


def joint_in_view(body: Body, joint: int, aspect: float, sure: float = VISIBLE) -> bool:
    """Whether a joint is inside the picture and visible: pose models invent the unseen ones with confidence."""
    return inside(body, joint, aspect) and bool(body.visibility[joint] >= sure)


def inside(body: Body, joint: int, aspect: float) -> bool:
    """Whether a joint lies inside the picture, seen or not."""
    x, y = body.joints[joint, :2]
    return bool(0.0 <= x <= aspect and 0.0 <= y <= 1.0)
