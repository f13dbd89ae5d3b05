"""Eyes for a stream: the face at every frame, body and mask on slower beats."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.perceive import finding, people, plate, windows
from framing.perceive.expression import Expressions
from framing.perceive.hair import WITHOUT_MASK, hair_height
from framing.perceive.tasks import FoundBody, Tasks
from framing.types import Absent, Backdrop, Body, Face, Frame, Image, LitFace, Point, Scene, Viewfinder

BODY_BEAT = 0.3  # seconds between looks at the body: shoulders move slowly
MASK_BEAT = 0.4  # seconds between looks at the mask: the backdrop moves more slowly still
EXPRESSION_BEAT = 0.5  # seconds between looks at the expression: one is held for longer than that
LOST = 1.0  # seconds after which the main subject's place is forgotten
_ENOUGH = 640  # pixels along the longer side for body and mask: no drift worth the name (STACK.md section 1)
KEPT = 1.0  # seconds for which a face from a further window stands: some take turns, and none may flicker
_BLANK: Image = np.zeros((64, 64, 3), np.uint8)
_BLANKS = 2  # the first ends the tracking, the second finds nobody to track


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the last look left behind for the next one."""

    view: Viewfinder | None = None
    body: FoundBody | None = None
    body_time: float = -np.inf
    mask: NDArray[np.float32] | None = None
    mask_time: float = -np.inf
    hair: float = WITHOUT_MASK
    expressive: float | Absent = finding.NO_FACE
    expressive_time: float = -np.inf
    main: Point | None = None
    main_time: float = -np.inf
    extra: tuple[tuple[Face, float], ...] = ()  # faces of further windows, and when each was found
    look: int = 0  # counts them, to take turns
    lit_face: LitFace | Absent = finding.NO_FACE
    backdrop: Backdrop | Absent = finding.NO_BODY


class LiveEyes:
    """Eyes for a stream: the face at every frame, body and mask on slower beats, one more window per body beat."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed, in the thread that looks."""
        self._tasks = Tasks(live=True)
        self._second = Tasks(live=False)
        self._expressions = Expressions()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="body and mask")
        self._seen = _Seen()

    def see(self, frame: Frame) -> Scene:
        """What is in the frame; frames come in order of time."""
        now, pixels, view = frame.time, frame.pixels, frame.viewfinder
        seen = self._seen
        if view != seen.view:  # the use has changed: remembered places were in another viewfinder's heights
            seen = replace(seen, view=view, main=None, extra=())
        body_due, mask_due = now - seen.body_time >= BODY_BEAT, now - seen.mask_time >= MASK_BEAT
        beside = self._beside.submit(self._look_beside, pixels, now, body=body_due, mask=mask_due)
        faces = finding.faces(self._tasks, pixels, finding.whole(pixels), view, now)
        found, mask = beside.result()
        if body_due:
            seen = replace(seen, body=found, body_time=now)
        body = finding.body(seen.body, view, now - seen.body_time)
        if body_due:
            seen = self._look_again(frame, faces, body, seen)
        faces = people.merged((f for f, when in seen.extra if now - when < KEPT), known=faces)
        if mask_due:
            seen = replace(seen, mask=mask, mask_time=now)

        main = seen.main if now - seen.main_time < LOST else None
        chosen = people.subjects(faces, main, view.aspect)
        if chosen:
            if mask_due and seen.mask is not None:
                mesh = finding.on_mask(view.to_pixels(chosen[0].points), pixels, seen.mask)
                seen = replace(seen, hair=hair_height(mesh, seen.mask))
            if now - seen.expressive_time >= EXPRESSION_BEAT:
                said = self._expressions.expressive(frame, chosen[0])
                seen = replace(seen, expressive=said, expressive_time=now)
            chosen = (replace(chosen[0], hair=seen.hair, expressive=seen.expressive), *chosen[1:])
            seen = replace(seen, main=chosen[0].eyes, main_time=now)
        count, body = people.count(chosen, body), people.own(body, chosen)
        first = chosen[0] if chosen else None
        if mask_due:
            seen = replace(
                seen,
                lit_face=plate.lit_face(frame, first, seen.mask) if first else finding.NO_FACE,
                backdrop=plate.backdrop(frame, seen.mask, first, body),
            )
        self._seen = seen
        return Scene(
            aspect=view.aspect,
            faces=chosen,
            body=body,
            people=count,
            lit_face=seen.lit_face if first else finding.NO_FACE,
            backdrop=seen.backdrop,
            pixels_age=now - seen.mask_time,
            time=now,
            others=people.others(faces, chosen),
        )

    def forget(self) -> None:
        """Be as new, with the models still open, for another sitter: the tracked face and body are lost on a blank."""
        self._seen = _Seen()
        for _ in range(_BLANKS):
            self._tasks.faces(_BLANK, 0.0)
            self._tasks.body(_BLANK, 0.0)

    def close(self) -> None:
        """Free the models and forget the last frame."""
        self._beside.shutdown()
        self._tasks.close()
        self._second.close()
        self._seen = _Seen()

    def _look_beside(
        self, pixels: Image, now: float, *, body: bool, mask: bool
    ) -> tuple[FoundBody | None, NDArray[np.float32] | None]:
        """Body and mask, as far as they are due, while the face is looked at on the other core.

        Both models shrink whatever they get to 256 pixels and less, so they get half the picture of a large one.
        """
        by = max(1, round(max(pixels.shape) / _ENOUGH))
        small = finding.smaller(pixels, by) if body or mask else pixels
        found = self._tasks.body(small, now) if body else None
        found = found and found._replace(joints=found.joints * by)
        return found, self._tasks.mask(small, now) if mask else None

    def _look_again(self, frame: Frame, faces: list[Face], body: Body | Absent, seen: _Seen) -> _Seen:
        """What one window more shows, if there is one worth a look; its faces are kept until they are found anew."""
        now, view = frame.time, frame.viewfinder
        # What the whole picture shows by now, or nothing has shown for a while, needs no window any more.
        missing = people.merged((f for f, when in seen.extra if now - when < KEPT), known=faces)[len(faces) :]
        choice = _worth_a_look(frame, faces, missing, body, seen.mask)
        if not choice:
            return replace(seen, extra=())
        window = choice[seen.look % len(choice)]
        found = finding.faces(self._second, frame.pixels, window, view)
        lasting = (e for e in seen.extra if e[0] in missing and not windows.holds(window, e[0], view))
        return replace(seen, extra=(*((f, now) for f in found), *lasting), look=seen.look + 1)


def _worth_a_look(
    frame: Frame, faces: list[Face], missing: list[Face], body: Body | Absent, mask: NDArray[np.float32] | None
) -> Sequence[Viewfinder]:
    """Where a further window was of use, and where somebody may be whom no window has shown yet."""
    height, width = frame.pixels.shape[:2]
    view = frame.viewfinder
    if not faces and not missing:
        if isinstance(body, Absent):
            return windows.tiles(width, height)
        return [windows.head_window(body, view, width, height)]
    again = [windows.round_face(f, view, width, height) for f in missing]
    main = max((*faces, *missing), key=lambda f: f.height)
    beside = [] if mask is None else windows.beside(main, mask, view, width, height)
    return [*again, *(w for w in beside if not any(windows.holds(w, f, view) for f in missing))]
