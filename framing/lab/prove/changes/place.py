"""The camera in another place: aside, higher, lower, nearer, farther or askew."""

from __future__ import annotations

import numpy as np

from framing.judge import asked
from framing.lab.prove import geometry
from framing.lab.prove.base import Base
from framing.measures import MEASURES
from framing.types import Band, Image, Point

_ASIDE = 0.2  # of the picture's width
_FARTHER, _NEARER = 0.8, 1.1  # times a band's end: how far outside a size is, but not so near that the face is cut
_LOW = 0.12  # of the picture's height more than the headroom may be
_HAIRLINE, _FOREHEAD = 0.8, 0.5  # of the way from the eyes to the top of the head: where the top edge cuts
_CROWN = 1.15  # face heights from the eyes to the top of a head with short hair; of taller hair only the head counts
_LEANING = 20.0  # degrees


def shifted_left(base: Base) -> Image:
    """The sitter a fifth of the width further to the picture's left, their own right. The cure: to their left."""
    return _moved(base, right=_ASIDE * base.scene.aspect)


def shifted_right(base: Base) -> Image:
    """The sitter a fifth of the width further to the picture's right, their own left. The cure: to their right."""
    return _moved(base, right=-_ASIDE * base.scene.aspect)


def shifted_up(base: Base) -> Image:
    """The sitter so high that the top edge runs along the hairline. The cure: tilt the camera up."""
    return _cut(base, _HAIRLINE)


def head_cut(base: Base) -> Image:
    """The sitter so high that the top edge runs through the forehead. The cure: tilt the camera up."""
    return _cut(base, _FOREHEAD)


def shifted_down(base: Base) -> Image:
    """The sitter so low that there is far too much room above. The cure: tilt the camera down."""
    return _moved(base, down=base.face.hair_top.y - _band("headroom", base).high - _LOW)


def zoomed_out(base: Base) -> Image:
    """The sitter from too far away for the use. The cure: come closer."""
    return _sized(base, _band("face_height", base).low * _FARTHER)


def zoomed_in(base: Base) -> Image:
    """The sitter from too near for the use. The cure: move back."""
    return _sized(base, _band("face_height", base).high * _NEARER)


def rolled_left(base: Base) -> Image:
    """The picture turned until the head leans to the sitter's left shoulder. The cure: tilt it to their right."""
    return _leaning(base, -_LEANING)


def rolled_right(base: Base) -> Image:
    """The picture turned until the head leans to the sitter's right shoulder. The cure: tilt it to their left."""
    return _leaning(base, _LEANING)


def _moved(base: Base, right: float = 0.0, down: float = 0.0) -> Image:
    return geometry.through(base.photograph, geometry.moved(base.window, right, down))


def _cut(base: Base, share: float) -> Image:
    rise = share * min(base.face.hair, _CROWN) * base.face.height
    return _moved(base, down=base.face.eyes.y - rise)


def _sized(base: Base, face_height: float) -> Image:
    """With the face that high, the middle of the head where it was."""
    top, chin = base.face.hair_top, base.face.chin
    head = base.in_photograph(Point((top.x + chin.x) / 2.0, (top.y + chin.y) / 2.0))
    return geometry.through(base.photograph, geometry.scaled(base.window, base.face.height / face_height, head))


def _leaning(base: Base, degrees: float) -> Image:
    """With the head leaning that far to the sitter's right shoulder: counter-clockwise."""
    eyes = base.in_photograph(base.face.eyes)
    return geometry.turned(base.photograph, base.window, degrees - base.face.turn.roll, eyes)


def _band(name: str, base: Base) -> Band:
    return asked(MEASURES[name], base.preset)[0] or Band(-np.inf, np.inf)
