"""The changes whose cure is known: each makes one copy of a framed photograph, and its docstring says the cure."""

from __future__ import annotations

import cv2
import numpy as np

from framing.judge import asked
from framing.measures import MEASURES
from framing.prove import geometry, relight
from framing.prove.base import Base
from framing.types import Band, Image, Point

_ASIDE = 0.2  # of the picture's width
_BEYOND = 0.2  # of a band's end: how far outside a size is
_LOW = 0.12  # of the picture's height more than the headroom may be
_HAIRLINE, _FOREHEAD = 0.9, 0.6  # face heights above the eyes at which the top edge cuts
_LEANING = 20.0  # degrees
_SHADE, _UNDER = 4.0, -4.0  # stops per unit of the normal's tilt: a hard lamp from one side, a lamp on the desk
_SOFT = 0.04  # distances between the eyes


def shifted_left(base: Base) -> Image:
    """The sitter a fifth of the width further to the picture's left, their own right. The cure: to their left."""
    return _moved(base, right=_ASIDE * base.scene.aspect)


def shifted_right(base: Base) -> Image:
    """The sitter a fifth of the width further to the picture's right, their own left. The cure: to their right."""
    return _moved(base, right=-_ASIDE * base.scene.aspect)


def shifted_up(base: Base) -> Image:
    """The sitter so high that the top edge runs along the hairline. The cure: tilt the camera up."""
    return _moved(base, down=base.face.eyes.y - _HAIRLINE * base.face.height)


def head_cut(base: Base) -> Image:
    """The sitter so high that the top edge runs through the forehead. The cure: tilt the camera up."""
    return _moved(base, down=base.face.eyes.y - _FOREHEAD * base.face.height)


def shifted_down(base: Base) -> Image:
    """The sitter so low that there is far too much room above. The cure: tilt the camera down."""
    return _moved(base, down=base.face.hair_top.y - _band("headroom", base).high - _LOW)


def zoomed_out(base: Base) -> Image:
    """The sitter from too far away for the use. The cure: come closer."""
    return _sized(base, _band("face_height", base).low * (1.0 - _BEYOND))


def zoomed_in(base: Base) -> Image:
    """The sitter from too near for the use. The cure: move back."""
    return _sized(base, _band("face_height", base).high * (1.0 + _BEYOND))


def rolled_left(base: Base) -> Image:
    """The picture turned until the head leans to the sitter's left shoulder. The cure: tilt it to their right."""
    return _leaning(base, -_LEANING)


def rolled_right(base: Base) -> Image:
    """The picture turned until the head leans to the sitter's right shoulder. The cure: tilt it to their left."""
    return _leaning(base, _LEANING)


def left_darkened(base: Base) -> Image:
    """The sitter's left side in the shade. The cure: turn toward the light on their right."""
    return _shaded(base, -_SHADE)


def right_darkened(base: Base) -> Image:
    """The sitter's right side in the shade. The cure: turn toward the light on their left."""
    return _shaded(base, _SHADE)


def blurred(base: Base) -> Image:
    """The picture out of focus. The cure: hold still and let the camera focus."""
    return np.asarray(cv2.GaussianBlur(base.picture, (0, 0), _SOFT * base.face.eye_pixels), np.uint8)


def second_face(base: Base) -> Image:
    """The sitter with their mirror image beside them, as two people. The cure: only one person in the picture."""
    return np.hstack([base.picture, base.picture[:, ::-1]])


def _moved(base: Base, right: float = 0.0, down: float = 0.0) -> Image:
    return geometry.through(base.photograph, geometry.moved(base.window, right, down))


def _sized(base: Base, face_height: float) -> Image:
    """With the face that high, the middle of the head where it was."""
    top, chin = base.face.hair_top, base.face.chin
    head = base.in_photograph(Point((top.x + chin.x) / 2.0, (top.y + chin.y) / 2.0))
    return geometry.through(
        base.photograph, geometry.scaled(base.window, base.face.height / face_height, head)
    )


def _leaning(base: Base, degrees: float) -> Image:
    """With the head leaning that far to the sitter's right shoulder: counter-clockwise."""
    eyes = base.in_photograph(base.face.eyes)
    return geometry.turned(base.photograph, base.window, degrees - base.face.turn.roll, eyes)


def _shaded(base: Base, across: float) -> Image:
    """Under a lamp that far to the sitter's left, but nowhere brighter than it was."""
    return np.minimum(base.picture, relight.relit(base.picture, base.mesh, base.person, across, 0.0))


def _band(name: str, base: Base) -> Band:
    return asked(MEASURES[name], base.preset)[0] or Band(-np.inf, np.inf)
