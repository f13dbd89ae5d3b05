"""Eyes that see what they are told, and scenes made by hand: for tests, and for trying the guide without a camera."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from framing.parts import FINE_EYES
from framing.perceive.canonical import canonical
from framing.perceive.patches import PATCHES
from framing.types import (
    EVERYTHING,
    Absent,
    Backdrop,
    Body,
    Cheeks,
    Face,
    Frame,
    HeadTurn,
    Light,
    LitFace,
    Point,
    Points,
    Scene,
    Sclera,
    Tint,
    Tones,
)

_CALM: Mapping[str, float] = MappingProxyType({"mouthSmileLeft": 0.2, "mouthSmileRight": 0.2})
_COMPOSED = 0.05
_PIXELS = 720  # camera pixels that stand for one viewfinder height
_FACE_METRES = 0.12  # T of the canonical face
_FOCAL = 1.27  # viewfinder heights: a webcam that sees 43 degrees upward
# Where a standing sitter's joints lie, in face heights T from the middle of the eyes: across (+ their left) and down.
_JOINTS = {
    0: (0.0, 0.35), 2: (0.25, 0.0), 5: (-0.25, 0.0), 7: (0.6, 0.15), 8: (-0.6, 0.15), 9: (0.2, 0.65), 10: (-0.2, 0.65),
    11: (1.5, 1.8), 12: (-1.5, 1.8), 13: (1.9, 4.4), 14: (-1.9, 4.4), 15: (2.0, 6.6), 16: (-2.0, 6.6),
    23: (0.9, 6.4), 24: (-0.9, 6.4), 25: (0.9, 10.2), 26: (-0.9, 10.2), 27: (0.9, 14.0), 28: (-0.9, 14.0),
}  # fmt: skip


class FixedEyes:
    """Eyes that give the scenes in turn and then keep to the last, stamped with each frame's own time."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        """Keep the scenes, at least one."""
        self._scenes = list(scenes)
        self.closed = False

    def see(self, frame: Frame) -> Scene:
        """The next scene, whatever the frame shows."""
        scene = self._scenes.pop(0) if len(self._scenes) > 1 else self._scenes[0]
        return replace(scene, time=frame.time)

    def close(self) -> None:
        """Remember that somebody closed them."""
        self.closed = True


def face(
    eyes: Point,
    height: float,
    *,
    yaw: float = 0.0,
    pitch: float = 0.0,
    roll: float = 0.0,
    hair: float = 1.15,
    expression: Mapping[str, float] = _CALM,
) -> Face:
    """The canonical face with its eyes there, `height` (T, viewfinder heights) large, turned by degrees as HeadTurn."""
    model = np.vstack([canonical().points, _irises()])
    turned = model @ _rotation(yaw, pitch, roll).T * np.array([1.0, -1.0, -1.0])
    scale = height / float(np.hypot(*(model[152] - model[[33, 133, 362, 263]].mean(axis=0))[:2]))
    turned = (turned - turned[[33, 133, 362, 263]].mean(axis=0)) * scale + np.array([eyes.x, eyes.y, 0.0])
    made = Face(turned, expression, HeadTurn(yaw, pitch, roll), eye_pixels=0.0, hair=hair, expressive=_COMPOSED)
    return replace(made, eye_pixels=made.eye_distance * _PIXELS)


def sitter(
    *,
    x: float | None = None,
    eye_line: float = 0.38,
    face_height: float = 0.24,
    aspect: float = 0.8,
    yaw: float = 0.0,
    pitch: float = 0.0,
    roll: float = 0.0,
    shoulder_tilt: float = 0.0,
    body_yaw: float = 0.0,
    hair: float = 1.15,
    expression: Mapping[str, float] = _CALM,
    people: int = 1,
    time: float = 0.0,
) -> Scene:
    """A calm, evenly lit person before a plain backdrop; `x` is the eyes' place (the middle if None), 0..aspect."""
    eyes = Point(aspect / 2 if x is None else x, eye_line)
    main = face(eyes, face_height, yaw=yaw, pitch=pitch, roll=roll, hair=hair, expression=expression)
    return Scene(
        aspect=aspect,
        faces=(main,) * people,
        body=_body(eyes, face_height, aspect, shoulder_tilt, body_yaw),
        people=people,
        lit_face=_even_light(main),
        backdrop=_plain(main, aspect),
        time=time,
        focal=_FOCAL,
    )


def empty_room(aspect: float = 0.8, time: float = 0.0) -> Scene:
    """Nobody there."""
    nobody = Absent("no one is in view")
    return Scene(aspect, faces=(), body=nobody, people=0, lit_face=nobody, backdrop=nobody, time=time)


def _irises() -> Points:
    """The ten iris points that the landmarker appends to the canonical 468."""
    points = canonical().points
    ring = np.array([[0.0, 0.0, 0.0], [0.58, 0, 0], [0, 0.58, 0], [-0.58, 0, 0], [0, -0.58, 0]])
    return np.vstack([points[[33, 133]].mean(axis=0) + ring, points[[362, 263]].mean(axis=0) + ring])


def _rotation(yaw: float, pitch: float, roll: float) -> NDArray[np.float64]:
    """The rotation that head_turn reads back, with the axes of the canonical face."""
    y, p, r = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return np.asarray(about_y @ about_x @ about_z, dtype=np.float64)


def _body(eyes: Point, height: float, aspect: float, shoulder_tilt: float, body_yaw: float) -> Body:
    joints = np.zeros((33, 3))
    joints[:, :2] = eyes
    slope = np.tan(np.radians(shoulder_tilt))
    for joint, (across, down) in _JOINTS.items():
        lean = across * slope if joint in (11, 12) else 0.0
        joints[joint, :2] = eyes.x + across * height, eyes.y + (down - lean) * height
    known = np.isin(np.arange(33), list(_JOINTS))
    inside = known & (joints[:, 0] >= 0) & (joints[:, 0] <= aspect) & (joints[:, 1] >= 0) & (joints[:, 1] <= 1)
    yaw = np.radians(body_yaw)
    hips = joints[[23, 24]].mean(axis=0)
    # The joints lie in one plane, turned about the upright: + brings the sitter's left side farther from the camera.
    flat = (joints - hips) * (_FACE_METRES / height)
    world = np.column_stack([flat[:, 0] * np.cos(yaw), flat[:, 1], flat[:, 0] * np.sin(yaw)])
    return Body(joints, np.where(inside, 0.99, 0.1), world, bare=0.0)


def _even_light(main: Face) -> LitFace:
    rng = np.random.default_rng(0)
    skin = (150 + rng.integers(-3, 4, (1000, 3))).astype(np.uint8)
    fine = (140 + rng.integers(-20, 21, (64, 64))).astype(np.uint8)
    if main.eye_pixels < FINE_EYES:
        fine = np.empty((0, 0), np.uint8)
    return LitFace(
        skin=skin,
        cheeks=Cheeks(0.3, 0.3),
        eye_pixels=main.eye_pixels,
        fine=fine,
        light=Light(across=0.0, above=0.4, fit=0.9),  # a large soft lamp over the camera
        patches=dict.fromkeys(PATCHES, 0.3),
        tint=Tint(10.0, 14.0),
        sclera=Sclera(0.5, Tint(1.0, 3.0), pixels=200),
        tones=Tones(white=0.9, burnt=0.0),
        catchlights=(0.0, 0.0),
        shown=EVERYTHING,
    )


def _plain(main: Face, aspect: float) -> Backdrop:
    unit = 40.0 / max(main.eye_distance, 1e-6)
    unit = min(unit, 160.0 / max(aspect, 1.0))
    h, w = max(8, round(unit)), max(8, round(unit * aspect))
    rows, columns = np.mgrid[0:h, 0:w] / unit
    middle = (main.hair_top.y + main.chin.y) / 2
    head = np.hypot((columns - main.eyes.x) / 0.75, rows - middle) < main.head_height / 2
    trunk = (np.abs(columns - main.eyes.x) < 1.6 * main.height) & (rows > main.chin.y + 0.3 * main.height)
    person = (head | trunk).astype(np.float32)
    lightness = np.where(person > 0, 45.0, 75.0).astype(np.float32)
    return Backdrop(
        lightness,
        person,
        main.eye_distance * unit,
        main.chin.y * unit,
        Point(main.eyes.x * unit, main.eyes.y * unit),
    )
