"""Head and body together, joint by joint, as far as each is really seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from framing.parts.age import STALE
from framing.parts.people import face
from framing.types import Absent, Body, Point, Points, Scene

VISIBLE = 0.66  # a joint the pose model is this sure of; below, it is guessing (docs/measures.md, "Body and joints")
SURE = 0.9  # for angles between shoulders: bulky clothes err by 9 degrees (docs/measures.md, "Body and joints")

LEFT_SHOULDER, RIGHT_SHOULDER = 11, 12
HANDS = (15, 16, 17, 18, 19, 20, 21, 22)  # wrists and fingers
# Heads from the crown at which a knee or an ankle can be at the highest, on somebody seated on the ground. Where the
# picture ends above, the pose model likes to fold the legs into it, and is sure of them.
_LEAST_BELOW = {25: 2.6, 26: 2.6, 27: 3.3, 28: 3.3}


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


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What a circular picture must hold: hair, chin and the middle of each shoulder."""

    points: tuple[Point, ...]
    aspect: float


def body(scene: Scene) -> Body | Absent:
    """The main subject's body, unless it was seen too long ago."""
    found = scene.body
    if isinstance(found, Body) and found.age > STALE:
        return Absent("the body was last seen too long ago")
    return found


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
    # Shoulders are some 1.5 heads wide and the trunk some 2 heads long (docs/measures.md, "Proportions of the body").
    head = max(across / 1.5, trunk / 2.0, 1e-3)
    nose = found.joints[0]
    return Figure(Point(float(nose[0]), float(nose[1]) - 0.6 * head), head, found, scene.aspect)


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


def bare_shoulders(scene: Scene) -> float | Absent:
    """The share of skin on the main subject's shoulders, 0..1, where it was read."""
    found = body(scene)
    if isinstance(found, Absent):
        return found
    return Absent("the shoulders were last looked at too long ago") if scene.pixels_age > STALE else found.bare


def outline(scene: Scene) -> Outline | Absent:
    """Hair and chin of the main subject, and what lies half way from between their shoulder joints out to each."""
    main, found = face(scene), body(scene)
    if isinstance(main, Absent):
        return main
    if isinstance(found, Absent):
        return found
    joints = found.joints[[RIGHT_SHOULDER, LEFT_SHOULDER], :2]
    middles = [Point(float(x), float(y)) for x, y in (joints + joints.mean(axis=0)) / 2.0]
    return Outline((main.hair_top, main.chin, *middles), scene.aspect)


def joint_in_view(body: Body, joint: int, aspect: float, sure: float = VISIBLE) -> bool:
    """Whether a joint is inside the picture and visible: pose models invent the unseen ones with confidence."""
    return inside(body, joint, aspect) and bool(body.visibility[joint] >= sure)


def inside(body: Body, joint: int, aspect: float) -> bool:
    """Whether a joint lies inside the picture, seen or not."""
    x, y = body.joints[joint, :2]
    return bool(0.0 <= x <= aspect and 0.0 <= y <= 1.0)
