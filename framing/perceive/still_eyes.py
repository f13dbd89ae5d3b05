"""Eyes for photographs: every window is searched, every face confirmed by its body, and all seen in the mirror too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from framing.perceive import finding, mirror, people, plate, turned, windows
from framing.perceive.hair import hair_height
from framing.perceive.heads import AROUND, Heads, firm, further, head_of, is_person, spot_of
from framing.perceive.spots import Spot
from framing.perceive.tasks import Tasks
from framing.types import Absent, Body, Face, Frame, Scene, Viewfinder

# Windows to confirm a face by its body, in head widths: where clothes and surroundings outshine a dark face, the body
# is found only in the narrower one. Neither shows a body under the animals and things that pass for faces.
_CONFIRM = (4.0, 2.5)
_WHOLE = 0.25  # a body at least this tall (viewfinder heights) counts without a face (docs/people.md)
_BESIDE = 0.5  # likeness that is enough beside somebody who is surely there: in a group faces hide behind each other
_LARGE = 5  # of the windows: the whole and the four large ones, in which bodies are looked for
_FIRM = 0.85  # how sure the body detector must be where the face is in doubt, or where nothing else is found


class StillEyes:
    """Eyes for photographs, which take their time: every window is searched and every face confirmed by its body."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed."""
        self._tasks = Tasks(live=False)
        self._doubtful = Tasks(live=False, doubtful=True)
        self._heads = Heads()

    def see(self, frame: Frame) -> Scene:
        """What is in the photograph; each is looked at afresh."""
        pixels, view = frame.pixels, frame.viewfinder
        mirrored = mirror.frame(frame)
        looks = (finding.whole(pixels), *windows.tiles(pixels.shape[1], pixels.shape[0]))
        found = [f for w in looks for f in finding.faces(self._tasks, pixels, w, view)]
        bodies = self._heads.bodies(pixels, mirrored.pixels, looks[:_LARGE])
        seen_body = self._body(frame, mirrored, bodies)
        turns = turned.quarter_turns(self._tasks, pixels, seen_body)
        if not isinstance(seen_body, Absent) and not any(people.belongs(seen_body, f) for f in found):
            window = windows.head_window(seen_body, view, pixels.shape[1], pixels.shape[0])
            found += finding.faces(self._tasks, pixels, window, view)
        spots = self._heads.faces(pixels, looks)
        for spot in _without(spots, found, view):
            window = windows.around(spot.x, spot.y, AROUND * spot.side, pixels.shape[1], pixels.shape[0])
            found += finding.faces(self._tasks, pixels, window, view)
        faces = self._of_people(found, seen_body, bodies, frame)
        heads = self._heads.persons(pixels, _without(spots, found, view), bodies)
        masks = (self._tasks.mask(pixels, 0.0), mirror.mask(self._tasks.mask(mirrored.pixels, 0.0)))
        mask = (masks[0] + masks[1]) / 2.0
        chosen = people.subjects(faces, None, view.aspect)
        if chosen:
            chosen = (self._face_again(chosen[0], mirrored), *chosen[1:])
            mesh = finding.on_mask(view.to_pixels(chosen[0].points), pixels, mask)
            # A dark hat or a bright parting that one look takes for the backdrop, the other may see.
            hair = max(hair_height(mesh, one) for one in masks)
            chosen = (replace(chosen[0], hair=hair), *chosen[1:])
        elif not _alone(seen_body, found):
            seen_body = finding.NO_BODY
        known = [*heads, *(spot_of(f, view) for f in found)]
        known += [] if isinstance(seen_body, Absent) else [head_of(seen_body, view)]
        heads += further(bodies, known)
        count = people.count(chosen, seen_body, [finding.place(s, view) for s in heads], view.aspect)
        seen_body = people.own(seen_body, chosen)
        first = chosen[0] if chosen else None
        if first is not None and isinstance(seen_body, Absent):
            seen_body = self._own_body(first, frame, seen_body)
        seen_body = finding.with_seen_hands(seen_body, first, frame, mask)
        return Scene(
            aspect=view.aspect,
            faces=chosen,
            body=seen_body,
            people=count,
            lit_face=plate.lit_face(frame, first, mask) if first else finding.NO_FACE,
            backdrop=plate.backdrop(frame, mask, first, seen_body),
            time=frame.time,
            others=people.others(found, chosen),
            quarter_turns=turns,
        )

    def close(self) -> None:
        """Free the models."""
        self._tasks.close()
        self._doubtful.close()

    def _body(self, frame: Frame, mirrored: Frame, spots: list[Spot]) -> Body | Absent:
        """The most prominent body, by both looks where they see the same one; a doubtful one only where it is firm."""
        one, other = (finding.body(self._tasks.body(f.pixels, 0.0), f.viewfinder) for f in (frame, mirrored))
        if isinstance(one, Absent):
            doubtful = finding.body(self._doubtful.body(frame.pixels, 0.0), frame.viewfinder)
            return doubtful if _is_firm(doubtful, spots, frame) else one
        if isinstance(other, Absent):
            return one
        other = mirror.body(other, frame.viewfinder.aspect)
        return mirror.mean_body(one, other) if people.alike(one, other) else one

    def _face_again(self, face: Face, mirrored: Frame) -> Face:
        """The face by both looks, the second in a window round its place in the mirror."""
        pixels, view = mirrored.pixels, mirrored.viewfinder
        there = mirror.face(face, view.aspect)
        window = _round(there, _CONFIRM[0], mirrored)
        found = (f for f in finding.faces(self._tasks, pixels, window, view) if people.finds(f, [there]))
        again = next(found, None)
        return face if again is None else mirror.mean_face(face, mirror.face(again, view.aspect))

    def _of_people(self, found: list[Face], body: Body | Absent, spots: list[Spot], frame: Frame) -> list[Face]:
        """The faces, larger ones first, that are people's: by themselves, by a firm body, or beside a sure one."""
        rated = [(f, self._heads.likeness(frame.pixels, spot_of(f, frame.viewfinder))) for f in people.merged(found)]
        sure = [f for f, likeness in rated if self._is_person(f, likeness, body, spots, frame)]
        if not sure:
            return []
        return [f for f, likeness in rated if f in sure or (likeness >= _BESIDE and people.finds(f, found) > 1)]

    def _is_person(self, face: Face, likeness: float, body: Body | Absent, spots: list[Spot], frame: Frame) -> bool:
        """Animals, drawings and things pass for faces: one that is little like a person's needs a firm body."""
        if is_person(likeness, spot_of(face, frame.viewfinder), spots):
            return True
        if isinstance(body, Absent) or not people.belongs(body, face):
            body = self._own_body(face, frame, finding.NO_BODY)
        return _is_firm(body, spots, frame)

    def _own_body(self, face: Face, frame: Frame, otherwise: Body | Absent) -> Body | Absent:
        """The body found in a window round this face, or `otherwise`."""
        for widths in _CONFIRM:
            window = _round(face, widths, frame)
            found = self._doubtful.body(finding.cut(frame.pixels, window), 0.0)
            body = finding.body(finding.moved_body(found, window), frame.viewfinder)
            if not isinstance(body, Absent) and people.belongs(body, face):
                return body
        return otherwise


def _round(face: Face, widths: float, frame: Frame) -> Viewfinder:
    """The square window round the face, that many times as wide as it."""
    mesh = frame.viewfinder.to_pixels(face.points[:, :2])
    x, y = mesh.mean(axis=0)
    height, width = frame.pixels.shape[:2]
    return windows.around(float(x), float(y), widths * float(np.ptp(mesh, axis=0).max()), width, height)


def _without(spots: list[Spot], faces: Iterable[Face], view: Viewfinder) -> list[Spot]:
    """The spots at which none of the faces is."""
    known = [spot_of(f, view) for f in faces]
    return [s for s in spots if not any(s.same(k) for k in known)]


def _is_firm(body: Body | Absent, spots: list[Spot], frame: Frame) -> bool:
    return not isinstance(body, Absent) and firm(body, spots, frame.viewfinder) >= _FIRM


def _alone(body: Body | Absent, refused: Iterable[Face]) -> bool:
    """Whether a body without a face is somebody's: tall enough, and not one whose face shows and is no person's."""
    if isinstance(body, Absent) or finding.height(body) < _WHOLE:
        return False
    return not any(people.belongs(body, face) for face in refused)
