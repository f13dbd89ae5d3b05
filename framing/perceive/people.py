"""Who counts: which faces are subjects, whose body it is, and who stays the main subject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

import numpy as np

from framing.types import Absent, Body, Face, Point

SUBJECT = 0.5  # a face under half the main one stands in the background (docs/measures.md, "Finding people")
OTHER = 0.2  # of the main face's width from which any face is one more (a picture on the wall)
_SAME = 0.6  # two finds of one face lie closer than this share of the larger one's width
_STRAY = 1.0  # a body's nose farther from the face's than this many eye distances is somebody else's
_NOSE = 0


class Head(NamedTuple):
    """The square round a face that is seen but cannot be read: its middle and side, viewfinder heights."""

    x: float
    y: float
    side: float


def merged(found: Iterable[Face], known: Iterable[Face] = ()) -> list[Face]:
    """The known faces and, larger ones first, what was found besides: overlapping windows find one face repeatedly."""
    kept = list(known)
    for face in sorted(found, key=_width, reverse=True):
        if not finds(face, kept):
            kept.append(face)
    return kept


def finds(face: Face, found: Iterable[Face]) -> int:
    """How many of what was found is this face, 0 or more."""
    return sum(_distance(_centre(face), _centre(f)) <= _SAME * max(_width(face), _width(f)) for f in found)


def subjects(faces: list[Face], main: Point | None, aspect: float) -> tuple[Face, ...]:
    """The faces that are subjects, the main one first.

    `main` is where the main subject was a moment ago: the person there now stays the main subject, so that somebody who
    walks past does not become it. Without it the largest face is, nearness to the middle settling near ties.
    """
    framed = [f for f in faces if 0.0 <= f.eyes.x <= aspect and 0.0 <= f.eyes.y <= 1.0]
    faces = framed or faces  # a person who will be cropped away is no subject, unless nobody else is there
    if not faces:
        return ()

    def weight(face: Face) -> float:
        return face.height * (1.0 - 0.3 * min(abs(face.eyes.x / aspect - 0.5) * 2.0, 1.0))

    first = max(faces, key=weight)
    if main is not None:
        nearest = min(faces, key=lambda f: _distance(f.eyes, main))
        if _distance(nearest.eyes, main) < 1.5 * nearest.height:
            first = nearest
    others = [f for f in faces if f is not first and f.height >= SUBJECT * first.height]
    return (first, *others)


def others(found: Iterable[Face], chosen: tuple[Face, ...]) -> tuple[Face, ...]:
    """What was found besides the subjects and is at least a fifth as wide as the main one, a person or not.

    Where a document may show one face alone, a portrait on the wall is one too many.
    """
    if not chosen:
        return ()
    rest = merged(found, known=chosen)[len(chosen) :]
    return tuple(f for f in rest if _width(f) >= OTHER * _width(chosen[0]))


def belongs(body: Body, face: Face) -> bool:
    """Whether the body is this face's: noses within one eye distance, or half a face height when turned."""
    nose = _nose(body)
    tip = Point(float(face.points[1, 0]), float(face.points[1, 1]))
    return _distance(nose, tip) < max(_STRAY * face.eye_distance, 0.5 * face.height)


def alike(one: Body, other: Body) -> bool:
    """Whether two looks show the same body: noses within half a head."""
    return _distance(_nose(one), _nose(other)) < 0.5 * max(head_size(one), head_size(other))


def count(faces: tuple[Face, ...], body: Body | Absent, heads: Sequence[Head] = (), aspect: float = inf) -> int:
    """How many subjects, 0 or more: faces, heads without a readable face, and a body that belongs to none of them.

    Heads and bodies count from half the size of the main face, or of the largest head where there is no face.
    """
    inside = [h for h in heads if 0.0 <= h.x <= aspect and 0.0 <= h.y <= 1.0]
    largest = _across(faces[0]) if faces else max((h.side for h in inside), default=0.0)
    turned = [h for h in inside if h.side >= SUBJECT * largest]
    if isinstance(body, Absent):
        return len(faces) + len(turned)
    apart = all(_distance(_nose(body), Point(h.x, h.y)) > h.side for h in turned)
    if not faces:
        return len(turned) + int(apart)
    stray = not any(belongs(body, f) for f in faces)
    large = head_size(body) >= SUBJECT * faces[0].height
    # A stray body whose head lies over a face is that face's, misplaced, not one more person.
    apart = apart and all(_distance(_nose(body), _centre(f)) > 1.5 * f.height for f in faces)
    return len(faces) + len(turned) + int(stray and large and apart)


def own(body: Body | Absent, faces: tuple[Face, ...]) -> Body | Absent:
    """The body if it is the main face's, or if there is no face to own it."""
    if isinstance(body, Absent) or not faces or belongs(body, faces[0]):
        return body
    return Absent("the body in view is somebody else's")


def head_size(body: Body) -> float:
    """About the face height T that goes with the body, viewfinder heights: from shoulders or hips, the larger.

    Shoulders are some 3.3 and the trunk some 4.3 face heights; a turned body hides the one, a crop the other.
    """
    shoulders = float(np.hypot(*(body.joints[11, :2] - body.joints[12, :2])))
    hips = body.joints[[23, 24], :2].mean(axis=0)
    trunk = float(np.hypot(*(body.joints[[11, 12], :2].mean(axis=0) - hips)))
    return max(shoulders / 3.3, trunk / 4.3)


def _across(face: Face) -> float:
    """The larger extent of the mesh, which a turn of the head leaves nearly as it is."""
    return float(np.ptp(face.points[:, :2], axis=0).max())


def _width(face: Face) -> float:
    return float(np.ptp(face.points[:, 0]))


def _centre(face: Face) -> Point:
    x, y = face.points[:, :2].mean(axis=0)
    return Point(float(x), float(y))


def _nose(body: Body) -> Point:
    return Point(float(body.joints[_NOSE, 0]), float(body.joints[_NOSE, 1]))


def _distance(a: Point, b: Point) -> float:
    return float(np.hypot(a.x - b.x, a.y - b.y))
