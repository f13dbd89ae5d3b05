"""Eyes for photographs: who is there is searched for at leisure, and all is seen in the mirror too."""

from __future__ import annotations

from dataclasses import replace

from framing.perceive import bars, detection, mirror, people, regions
from framing.perceive.expression import Expressions
from framing.perceive.hair import hair_height
from framing.perceive.present import WIDTHS, Searcher, around_face
from framing.perceive.tasks import Tasks
from framing.types import Absent, Face, Frame, Scene


class StillEyes:
    """Eyes for photographs, which take their time."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed."""
        self._tasks = Tasks(live=False)
        self._searcher = Searcher(self._tasks)
        self._expressions = Expressions()

    def see(self, frame: Frame) -> Scene:
        """What is in the photograph, bars left out; each is looked at without memory of the last."""
        whole, inside = frame, bars.picture(frame.pixels)
        frame = bars.left_out(whole, inside)
        pixels, view = frame.pixels, frame.viewfinder
        mirrored = mirror.frame(frame)
        present = self._searcher.present(frame, mirrored)
        masks = (self._tasks.mask(pixels, 0.0), mirror.mask(self._tasks.mask(mirrored.pixels, 0.0)))
        mask = (masks[0] + masks[1]) / 2.0
        faces = present.faces
        if faces:
            first = self._face_again(faces[0], frame, mirrored)
            mesh = detection.on_mask(view.to_pixels(first.points), pixels, mask)
            # A dark hat or a bright parting that one look takes for the backdrop, the other may see.
            hair = max(hair_height(mesh, one) for one in masks)
            said = self._expressions.expressive(frame, first)
            faces = (replace(first, hair=hair, expressive=said), *faces[1:])
        main = faces[0] if faces else None
        body = detection.with_seen_hands(present.body, main, frame, mask)
        lit = regions.lit_face(frame, main, mask) if main else detection.NO_FACE
        if not isinstance(body, Absent):
            body = replace(body, bare=detection.bare_shoulders(body, main, frame, mask, lit))
        scene = Scene(
            aspect=view.aspect,
            faces=faces,
            body=body,
            people=present.people,
            lit_face=lit,
            backdrop=regions.backdrop(frame, mask, main, body),
            time=frame.time,
            others=present.others,
            quarter_turns=present.quarter_turns,
        )
        return bars.placed(scene, whole, inside)

    def close(self) -> None:
        """Free the models."""
        self._tasks.close()
        self._searcher.close()

    def _face_again(self, face: Face, frame: Frame, mirrored: Frame) -> Face:
        """The face by two looks in a window round it, the second in the mirror.

        In that window it is seen alike whichever of the many windows it was found in: which one it is, a change of
        colour that nobody notices may decide.
        """
        near = self._in_its_window(face, frame) or face
        aspect = frame.viewfinder.aspect
        again = self._in_its_window(mirror.face(near, aspect), mirrored)
        return near if again is None else mirror.mean_face(near, mirror.face(again, aspect))

    def _in_its_window(self, face: Face, frame: Frame) -> Face | None:
        """The same face as a window round it shows it; None where that window shows none."""
        window = around_face(face, WIDTHS[0], frame)
        found = detection.faces(self._tasks, frame.pixels, window, frame.viewfinder)
        return next((f for f in found if people.finds(f, [face])), None)
