"""Who is in a photograph: every window is searched, and what is found there must be a person by another detector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from framing.perceive import detection, mirror, people, turned, windows
from framing.perceive.heads import AROUND, FIRM, LIKELY, Heads, firm, further, head_of, is_person, spot_of
from framing.perceive.skin_colour import painted
from framing.perceive.spots import Spot, merged
from framing.perceive.tasks import Tasks
from framing.types import Absent, Body, Face, Frame, Image, Viewfinder

# Windows to look for a face's own body, in head widths: where clothes and surroundings outshine a dark face, the body
# is found only in the narrower one.
WIDTHS = (4.0, 2.5)
_WHOLE = 0.25  # a body at least this tall (viewfinder heights) counts without a face
_BESIDE = 0.5  # likeness that is enough in a group, of a face that several windows show: there faces hide each other
_BODIES_IN = 5  # windows in which bodies are looked for, the largest ones
# Shares of the picture's long side that the largest face has: half as large is well seen in the whole picture, and in
# the tiles.
_LARGE, _SMALL = 0.2, 0.1


class Present(NamedTuple):
    """Who is there: subjects' faces, the main one first, further faces, the body that stands out and the count."""

    faces: tuple[Face, ...]
    others: tuple[Face, ...]
    body: Body | Absent
    people: int
    quarter_turns: int


class Searcher:
    """Looks through photographs for people. Not for two threads at once."""

    def __init__(self, tasks: Tasks) -> None:
        """Share the tasks; make no model yet: each is loaded when first needed."""
        self._tasks = tasks
        self._doubtful = Tasks(live=False, doubtful=True)
        self._heads = Heads()

    def present(self, frame: Frame, mirrored: Frame) -> Present:
        """Who is in the photograph; `mirrored` is its mirror image."""
        pixels, view = frame.pixels, frame.viewfinder
        looks = (Viewfinder.whole(pixels), *windows.tiles(pixels.shape[1], pixels.shape[0]))
        found = [f for w in looks for f in detection.faces(self._tasks, pixels, w, view)]
        small = _largest([spot_of(f, view) for f in found]) < _LARGE * max(pixels.shape[:2])
        bodies = self._heads.bodies(pixels, mirrored.pixels, looks[: _BODIES_IN if small else 1])
        body = self._body(frame, mirrored, bodies)
        turns = turned.quarter_turns(self._tasks, pixels, body)
        spots = self._spots(pixels, looks, [spot_of(f, view) for f in found])
        found += self._near(frame, found, body, spots)
        faces = people.merged(found)
        drawn = [f for f in faces if painted(pixels, view.to_pixels(f.points))]
        rated = [(f, self._heads.likeness(pixels, spot_of(f, view))) for f in faces if f not in drawn]
        chosen = people.subjects(self._of_people(rated, found, body, bodies, frame), None, view.aspect)
        refused = [*drawn, *(f for f, likeness in rated if likeness < LIKELY and not _is_firm(body, bodies, frame))]
        if not chosen and not _alone(body, refused):
            body = detection.NO_BODY
        heads = self._heads.persons(pixels, _without(spots, found, view), bodies, beside=bool(chosen))
        known = [*heads, *(spot_of(f, view) for f in found)]
        if not isinstance(body, Absent):
            known.append(head_of(body, view))
        if chosen or heads or not isinstance(body, Absent):  # by itself a lamp may look like a body
            heads += further(bodies, known)
        count = people.count(chosen, body, [detection.place(s, view) for s in heads], view.aspect)
        body = people.own(body, chosen)
        if chosen and isinstance(body, Absent):
            body = self._own_body(chosen[0], frame, body)
        return Present(chosen, people.others(found, chosen), body, count, turns)

    def close(self) -> None:
        """Free its own models, not the shared ones."""
        self._doubtful.close()

    def _spots(self, pixels: Image, looks: Sequence[Viewfinder], found: list[Spot]) -> list[Spot]:
        """The faces by the detector, in the smaller windows the smaller those are beside which others would count."""
        side = max(pixels.shape[:2])
        spots = self._heads.faces(pixels, looks[:1])
        for large, further_looks in ((_LARGE, looks[1:]), (_SMALL, windows.fine(pixels.shape[1], pixels.shape[0]))):
            if _largest([*spots, *found]) < large * side:
                spots = merged([*spots, *self._heads.faces(pixels, further_looks)])
        return spots

    def _near(self, frame: Frame, found: list[Face], body: Body | Absent, spots: list[Spot]) -> list[Face]:
        """The faces in windows round the head of a body without one, and round what only the detector found."""
        pixels, view = frame.pixels, frame.viewfinder
        height, width = pixels.shape[:2]
        near = [windows.around(s.x, s.y, AROUND * s.side, width, height) for s in _without(spots, found, view)]
        if not isinstance(body, Absent) and not any(people.belongs(body, f) for f in found):
            near.append(windows.head_window(body, view, width, height))
        return [f for window in near for f in detection.faces(self._tasks, pixels, window, view)]

    def _body(self, frame: Frame, mirrored: Frame, spots: list[Spot]) -> Body | Absent:
        """The most prominent body, by both looks where they see the same one; a doubtful one only where it is firm."""
        one, other = (detection.body(self._tasks.body(f.pixels, 0.0), f.viewfinder) for f in (frame, mirrored))
        if isinstance(one, Absent):
            doubtful = detection.body(self._doubtful.body(frame.pixels, 0.0), frame.viewfinder)
            return doubtful if _is_firm(doubtful, spots, frame) else one
        if isinstance(other, Absent):
            return one
        other = mirror.body(other, frame.viewfinder.aspect)
        return mirror.mean_body(one, other) if people.alike(one, other) else one

    def _of_people(
        self, rated: list[tuple[Face, float]], found: list[Face], body: Body | Absent, spots: list[Spot], frame: Frame
    ) -> list[Face]:
        """The faces, each with its likeness, that are people's: by themselves, or beside one that surely is."""
        sure = [f for f, likeness in rated if self._is_person(f, likeness, body, spots, frame)]
        if not sure:
            return []
        beside = [f for f, likeness in rated if likeness >= (_BESIDE if people.finds(f, found) > 1 else LIKELY)]
        return [f for f, _ in rated if f in sure or f in beside]

    def _is_person(self, face: Face, likeness: float, body: Body | Absent, spots: list[Spot], frame: Frame) -> bool:
        """Animals, drawings and things pass for faces: one that is little like a person's needs a firm body."""
        if is_person(likeness, spot_of(face, frame.viewfinder), spots):
            return True
        if isinstance(body, Absent) or not people.belongs(body, face):
            body = self._own_body(face, frame, detection.NO_BODY)
        return _is_firm(body, spots, frame)

    def _own_body(self, face: Face, frame: Frame, otherwise: Body | Absent) -> Body | Absent:
        """The body found in a window round this face, or `otherwise`."""
        for widths in WIDTHS:
            window = around_face(face, widths, frame)
            found = self._doubtful.body(detection.cut(frame.pixels, window), 0.0)
            body = detection.body(detection.moved_body(found, window), frame.viewfinder)
            if not isinstance(body, Absent) and people.belongs(body, face):
                return body
        return otherwise


def around_face(face: Face, widths: float, frame: Frame) -> Viewfinder:
    """The square window round the face, that many times as wide as it."""
    mesh = frame.viewfinder.to_pixels(face.points[:, :2])
    x, y = mesh.mean(axis=0)
    height, width = frame.pixels.shape[:2]
    return windows.around(float(x), float(y), widths * float(np.ptp(mesh, axis=0).max()), width, height)


def _largest(spots: Iterable[Spot]) -> float:
    return max((spot.side for spot in spots), default=0.0)


def _without(spots: list[Spot], faces: Iterable[Face], view: Viewfinder) -> list[Spot]:
    """The spots at which none of the faces is."""
    known = [spot_of(f, view) for f in faces]
    return [s for s in spots if not any(s.same(k) for k in known)]


def _is_firm(body: Body | Absent, spots: list[Spot], frame: Frame) -> bool:
    return not isinstance(body, Absent) and firm(body, spots, frame.viewfinder) >= FIRM


def _alone(body: Body | Absent, refused: Iterable[Face]) -> bool:
    """Whether a body without a face is somebody's: tall enough, and not one whose face shows and is no person's."""
    if isinstance(body, Absent) or detection.height(body) < _WHOLE:
        return False
    return not any(people.belongs(body, face) for face in refused)
