"""Eyes for photographs: who is there is searched for at leisure, and all is seen in the mirror too."""

from __future__ import annotations

from dataclasses import replace

from framing.perceive import finding, mirror, people, plate
from framing.perceive.hair import hair_height
from framing.perceive.present import WIDTHS, Searcher, around_face
from framing.perceive.tasks import Tasks
from framing.types import Face, Frame, Scene


class StillEyes:
    """Eyes for photographs, which take their time."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed."""
        self._tasks = Tasks(live=False)
        self._searcher = Searcher(self._tasks)

    def see(self, frame: Frame) -> Scene:
        """What is in the photograph; each is looked at afresh."""
        pixels, view = frame.pixels, frame.viewfinder
        mirrored = mirror.frame(frame)
        present = self._searcher.present(frame, mirrored)
        masks = (self._tasks.mask(pixels, 0.0), mirror.mask(self._tasks.mask(mirrored.pixels, 0.0)))
        mask = (masks[0] + masks[1]) / 2.0
        faces = present.faces
        if faces:
            first = self._face_again(faces[0], mirrored)
            mesh = finding.on_mask(view.to_pixels(first.points), pixels, mask)
            # A dark hat or a bright parting that one look takes for the backdrop, the other may see.
            hair = max(hair_height(mesh, one) for one in masks)
            faces = (replace(first, hair=hair), *faces[1:])
        main = faces[0] if faces else None
        body = finding.with_seen_hands(present.body, main, frame, mask)
        return Scene(
            aspect=view.aspect,
            faces=faces,
            body=body,
            people=present.people,
            lit_face=plate.lit_face(frame, main, mask) if main else finding.NO_FACE,
            backdrop=plate.backdrop(frame, mask, main, body),
            time=frame.time,
            others=present.others,
            quarter_turns=present.quarter_turns,
        )

    def close(self) -> None:
        """Free the models."""
        self._tasks.close()
        self._searcher.close()

    def _face_again(self, face: Face, mirrored: Frame) -> Face:
        """The face by both looks, the second in a window round its place in the mirror."""
        pixels, view = mirrored.pixels, mirrored.viewfinder
        there = mirror.face(face, view.aspect)
        window = around_face(there, WIDTHS[0], mirrored)
        found = (f for f in finding.faces(self._tasks, pixels, window, view) if people.finds(f, [there]))
        again = next(found, None)
        return face if again is None else mirror.mean_face(face, mirror.face(again, view.aspect))
