"""A second look, in the mirror: a model errs otherwise on the mirror image, so the mean of both looks errs less.

A single look is swayed by what should not count. On 88 photographs whose sitters' skin was darkened by steps to an
eighth, the logit of the verdict moved by 0.61 in the mean; with both looks it moves by 0.51.
"""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from framing.perceive.canonical import canonical
from framing.types import Body, Face, Frame, HeadTurn

_IRISES = (473, 476, 475, 474, 477, 468, 471, 470, 469, 472)  # a centre and its ring, beginning at the picture's right
_HEAD = (0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9)  # the joints of the head; all others come in pairs, left before right
_JOINTS = np.array([*_HEAD, *(joint + 1 if joint % 2 else joint - 1 for joint in range(11, 33))])


def frame(of: Frame) -> Frame:
    """The frame's mirror image, its viewfinder mirrored with it."""
    view = of.viewfinder
    left = of.pixels.shape[1] - view.left - view.width
    return replace(of, pixels=np.ascontiguousarray(of.pixels[:, ::-1]), viewfinder=replace(view, left=left))


def face(of: Face, aspect: float) -> Face:
    """The face as it is in the mirror image of a viewfinder of that aspect ratio."""
    yaw, pitch, roll = of.turn
    return replace(
        of,
        points=_mirrored(of.points, aspect)[_points()],
        expression={_other(name): value for name, value in of.expression.items()},
        turn=HeadTurn(-yaw, pitch, -roll),
    )


def body(of: Body, aspect: float) -> Body:
    """The body as it is in the mirror image of a viewfinder of that aspect ratio."""
    return replace(
        of,
        joints=_mirrored(of.joints, aspect)[_JOINTS],
        visibility=of.visibility[_JOINTS],
        world=_mirrored(of.world, 0.0)[_JOINTS],
    )


def mask(of: NDArray[np.float32]) -> NDArray[np.float32]:
    """The mask, (h, w), of the mirror image."""
    return np.ascontiguousarray(of[:, ::-1])


def mean_face(one: Face, other: Face) -> Face:
    """The mean of two looks at one face."""
    return replace(
        one,
        points=(one.points + other.points) / 2.0,
        expression={name: (value + other.expression[name]) / 2.0 for name, value in one.expression.items()},
        turn=HeadTurn(*((a + b) / 2.0 for a, b in zip(one.turn, other.turn, strict=True))),
        eye_pixels=(one.eye_pixels + other.eye_pixels) / 2.0,
    )


def mean_body(one: Body, other: Body) -> Body:
    """The mean of two looks at one body: a joint that one of them doubts is doubtful."""
    return replace(
        one,
        joints=(one.joints + other.joints) / 2.0,
        visibility=(one.visibility + other.visibility) / 2.0,
        world=(one.world + other.world) / 2.0,
    )


def _mirrored(places: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    return np.asarray(places * (-1.0, 1.0, 1.0) + (width, 0.0, 0.0), dtype=np.float64)


def _other(name: str) -> str:
    """The blendshape of the other side."""
    return name.replace("Left", "#").replace("Right", "Left").replace("#", "Right")


@functools.cache
def _points() -> NDArray[np.intp]:
    """For every point of the mesh the one opposite; the canonical face is symmetric to the last digit."""
    points = canonical().points
    apart = np.linalg.norm(_mirrored(points, 0.0)[:, None] - points[None, :], axis=2)
    return np.concatenate([apart.argmin(axis=1), np.array(_IRISES)])
