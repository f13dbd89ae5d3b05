"""Eyes for a stream: the face at every frame, body and mask on slower beats."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.perceive import finding, people, plate, windows
from framing.perceive.hair import WITHOUT_MASK, hair_height
from framing.perceive.tasks import FoundBody, Tasks
from framing.types import Absent, Backdrop, Body, Face, Frame, LitFace, Point, Scene

BODY_BEAT = 0.2  # seconds between looks at the body: shoulders move slowly
MASK_BEAT = 0.3  # seconds between looks at the mask: the backdrop moves more slowly still
LOST = 1.0  # seconds after which the main subject's place is forgotten


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the last look left behind for the next one."""

    body: FoundBody | None = None
    body_time: float = -np.inf
    mask: NDArray[np.float32] | None = None
    mask_time: float = -np.inf
    hair: float = WITHOUT_MASK
    main: Point | None = None
    main_time: float = -np.inf
    tile: int = 0
    lit_face: LitFace | Absent = finding.NO_FACE
    backdrop: Backdrop | Absent = finding.NO_BODY


class LiveEyes:
    """Eyes for a stream: the face at every frame, body and mask on slower beats, one more window per body beat."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed, in the thread that looks."""
        self._tasks = Tasks(live=True)
        self._second = Tasks(live=False)
        self._seen = _Seen()

    def see(self, frame: Frame) -> Scene:
        """What is in the frame; frames come in order of time."""
        now, pixels, view = frame.time, frame.pixels, frame.viewfinder
        seen = self._seen
        faces = finding.faces(self._tasks, pixels, finding.whole(pixels), view, now)
        body_due, mask_due = now - seen.body_time >= BODY_BEAT, now - seen.mask_time >= MASK_BEAT
        if body_due:
            seen = replace(seen, body=self._tasks.body(pixels, now), body_time=now)
        body = finding.body(seen.body, view, now - seen.body_time)
        if body_due and not faces:
            seen, faces = self._look_again(frame, body, seen)
        if mask_due:
            seen = replace(seen, mask=self._tasks.mask(pixels, now), mask_time=now)

        main = seen.main if now - seen.main_time < LOST else None
        chosen = people.subjects(faces, main, view.aspect)
        if chosen:
            if mask_due and seen.mask is not None:
                mesh = finding.on_mask(view.to_pixels(chosen[0].points), pixels, seen.mask)
                seen = replace(seen, hair=hair_height(mesh, seen.mask))
            chosen = (replace(chosen[0], hair=seen.hair), *chosen[1:])
            seen = replace(seen, main=chosen[0].eyes, main_time=now)
            if not isinstance(body, Absent) and not people.belongs(body, chosen[0]):
                body = Absent("the body in view is somebody else's")
        first = chosen[0] if chosen else None
        if mask_due:
            seen = replace(
                seen,
                lit_face=plate.lit_face(frame, first) if first else finding.NO_FACE,
                backdrop=plate.backdrop(frame, seen.mask, first, body),
            )
        self._seen = seen
        return Scene(
            aspect=view.aspect,
            faces=chosen,
            body=body,
            people=people.count(chosen, body),
            lit_face=seen.lit_face if first else finding.NO_FACE,
            backdrop=seen.backdrop,
            time=now,
        )

    def close(self) -> None:
        """Free the models and forget the last frame."""
        self._tasks.close()
        self._second.close()
        self._seen = _Seen()

    def _look_again(self, frame: Frame, body: Body | Absent, seen: _Seen) -> tuple[_Seen, list[Face]]:
        """One window more: the head of a body without a face, else the next tile of an apparently empty picture."""
        h, w = frame.pixels.shape[:2]
        if isinstance(body, Absent):
            choice = windows.tiles(w, h)
            window = choice[seen.tile % len(choice)]
            seen = replace(seen, tile=seen.tile + 1)
        else:
            window = windows.head_window(body, frame.viewfinder, w, h)
        return seen, finding.faces(self._second, frame.pixels, window, frame.viewfinder)
