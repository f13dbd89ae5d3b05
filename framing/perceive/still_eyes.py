"""Eyes for photographs: every window is searched, every face confirmed by its body, and all seen in the mirror too."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from framing.perceive import finding, mirror, people, plate, turned, windows
from framing.perceive.expression import Expressions
from framing.perceive.hair import hair_height
from framing.perceive.tasks import Tasks
from framing.types import Absent, Body, Face, Frame, Scene, Viewfinder

# Windows to confirm a face by its body, in head widths: where clothes and surroundings outshine a dark face, the body
# is found only in the narrower one. Neither shows a body under the animals and things that pass for faces.
_CONFIRM = (4.0, 2.5)
_WHOLE = 0.25  # a body at least this tall (viewfinder heights) counts without a face (MEASURES.md section 8e)


class StillEyes:
    """Eyes for photographs, which take their time: every window is searched and every face confirmed by its body."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed."""
        self._tasks = Tasks(live=False)
        self._doubtful = Tasks(live=False, doubtful=True)
        self._expressions = Expressions()

    def see(self, frame: Frame) -> Scene:
        """What is in the photograph; each is looked at afresh."""
        pixels, view = frame.pixels, frame.viewfinder
        mirrored = mirror.frame(frame)
        looks = (finding.whole(pixels), *windows.tiles(pixels.shape[1], pixels.shape[0]))
        found = [f for w in looks for f in finding.faces(self._tasks, pixels, w, view)]
        seen_body = self._body(frame, mirrored)
        turns = turned.quarter_turns(self._tasks, pixels, seen_body)
        if not isinstance(seen_body, Absent) and not any(people.belongs(seen_body, f) for f in found):
            window = windows.head_window(seen_body, view, pixels.shape[1], pixels.shape[0])
            found += finding.faces(self._tasks, pixels, window, view)
        faces = self._of_people(found, seen_body, frame)
        masks = (self._tasks.mask(pixels, 0.0), mirror.mask(self._tasks.mask(mirrored.pixels, 0.0)))
        mask = (masks[0] + masks[1]) / 2.0
        chosen = people.subjects(faces, None, view.aspect)
        if chosen:
            chosen = (self._face_again(chosen[0], mirrored), *chosen[1:])
            mesh = finding.on_mask(view.to_pixels(chosen[0].points), pixels, mask)
            # A dark hat or a bright parting that one look takes for the backdrop, the other may see.
            hair = max(hair_height(mesh, one) for one in masks)
            said = self._expressions.expressive(frame, chosen[0])
            chosen = (replace(chosen[0], hair=hair, expressive=said), *chosen[1:])
        elif not isinstance(seen_body, Absent) and finding.height(seen_body) < _WHOLE:
            seen_body = finding.NO_BODY
        count, seen_body = people.count(chosen, seen_body), people.own(seen_body, chosen)
        first = chosen[0] if chosen else None
        if first is not None and isinstance(seen_body, Absent):
            seen_body = self._own_body(first, frame, seen_body)
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

    def _body(self, frame: Frame, mirrored: Frame) -> Body | Absent:
        """The most prominent body, by both looks where they see the same one."""
        one, other = (finding.body(self._tasks.body(f.pixels, 0.0), f.viewfinder) for f in (frame, mirrored))
        if isinstance(one, Absent) or isinstance(other, Absent):
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

    def _of_people(self, found: list[Face], body: Body | Absent, frame: Frame) -> list[Face]:
        """The faces, larger ones first, that are people's.

        One that is surely a person's vouches for the rest, since in a group bodies hide behind each other; but not for
        a fold of cloth that only one of many windows took for a face.
        """
        faces = people.merged(found)
        if not any(self._confirmed(face, body, frame) for face in faces):
            return []
        return [f for f in faces if people.finds(f, found) > 1 or self._confirmed(f, body, frame)]

    def _confirmed(self, face: Face, body: Body | Absent, frame: Frame) -> bool:
        """Animals and things pass for faces; a body at the same place says that it is a person's."""
        if not isinstance(body, Absent) and people.belongs(body, face):
            return True
        return not isinstance(self._own_body(face, frame, finding.NO_BODY), Absent)

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
