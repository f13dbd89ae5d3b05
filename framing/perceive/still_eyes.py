"""Eyes for photographs: every window is searched and every face confirmed by its body."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from framing.perceive import finding, people, plate, windows
from framing.perceive.hair import hair_height
from framing.perceive.tasks import Tasks
from framing.types import Absent, Body, Face, Frame, Scene

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

    def see(self, frame: Frame) -> Scene:
        """What is in the photograph; each is looked at afresh."""
        pixels, view = frame.pixels, frame.viewfinder
        body = self._tasks.body(pixels, 0.0)
        looks = (finding.whole(pixels), *windows.tiles(pixels.shape[1], pixels.shape[0]))
        found = [f for w in looks for f in finding.faces(self._tasks, pixels, w, view)]
        seen_body = finding.body(body, view)
        if not isinstance(seen_body, Absent) and not any(people.belongs(seen_body, f) for f in found):
            window = windows.head_window(seen_body, view, pixels.shape[1], pixels.shape[0])
            found += finding.faces(self._tasks, pixels, window, view)
        faces = self._of_people(found, seen_body, frame)
        mask = self._tasks.mask(pixels, 0.0)
        chosen = people.subjects(faces, None, view.aspect)
        if chosen:
            hair = hair_height(finding.on_mask(view.to_pixels(chosen[0].points), pixels, mask), mask)
            chosen = (replace(chosen[0], hair=hair), *chosen[1:])
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
        )

    def close(self) -> None:
        """Free the models."""
        self._tasks.close()
        self._doubtful.close()

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
        view, pixels = frame.viewfinder, frame.pixels
        mesh = view.to_pixels(face.points[:, :2])
        x, y = mesh.mean(axis=0)
        for widths in _CONFIRM:
            side = widths * float(np.ptp(mesh, axis=0).max())
            window = windows.around(float(x), float(y), side, pixels.shape[1], pixels.shape[0])
            found = self._doubtful.body(finding.cut(pixels, window), 0.0)
            body = finding.body(finding.moved_body(found, window), view)
            if not isinstance(body, Absent) and people.belongs(body, face):
                return body
        return otherwise
