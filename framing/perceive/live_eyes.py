"""Eyes for a stream: the face at every frame, body and mask on slower beats."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from framing.perceive import bars, beats, detection, people, regions, windows
from framing.perceive.beats import START, Head, Pace
from framing.perceive.expression import Expressions
from framing.perceive.hair import WITHOUT_MASK, hair_height
from framing.perceive.heads import AROUND, Heads
from framing.perceive.spots import Spot
from framing.perceive.tasks import FoundBody, Tasks
from framing.perceive.vetting import Vetted, vet
from framing.types import Absent, Backdrop, Body, Face, Frame, Image, LitFace, LookedAt, Point, Scene, Shown, Viewfinder

CLOSE_UP_LASTS = 3.0  # seconds: a page sends one each second, and one or two may be lost
LOST = 1.0  # seconds after which the main subject's place is forgotten, and that the body was a subject's own
_ENOUGH = 640  # pixels along the longer side, enough for body and mask (docs/streaming.md, "MediaPipe")
KEPT = 1.0  # seconds for which a face from a further window stands: some take turns, and none may flicker
_UNASKED = Absent("what covers the face is not asked of a close-up")
_BLANK: Image = np.zeros((64, 64, 3), np.uint8)
_BLANKS = 2  # the first ends the tracking, the second finds nobody to track


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the last look left behind for the next one."""

    view: Viewfinder | None = None
    inside: Viewfinder | None = None  # what was looked at: the frame without bars
    pace: Pace = START
    body: FoundBody | None = None
    body_time: float = -np.inf
    head: Head | None = None  # the main subject's at that look
    at_ease: bool = False  # whether the head has hardly moved since
    owned_time: float = -np.inf  # when it last was a subject's own: a head moves faster than its body is looked at
    mask: NDArray[np.float32] | None = None
    mask_time: float = -np.inf
    hair: float = WITHOUT_MASK
    expressive: float | Absent = detection.NO_FACE
    expressive_time: float = -np.inf
    main: Point | None = None
    main_time: float = -np.inf
    extra: tuple[tuple[Face, float], ...] = ()  # faces of further windows, and when each was found
    look: int = 0  # counts the looks at further windows, to take turns
    look_time: float = -np.inf
    heads: tuple[Spot, ...] = ()  # faces that cannot be read, from the side or from afar
    heads_time: float = -np.inf
    vetted: tuple[Vetted, ...] = ()  # the faces of which it is known whether they are people's
    lit_face: LitFace | Absent = detection.NO_FACE
    shown_time: float = -np.inf
    close_up: LitFace | Absent = detection.NO_FACE  # of the newest, whose pixels are the camera's own
    close_up_time: float = -np.inf
    backdrop: Backdrop | Absent = detection.NO_BODY
    bare: float | Absent = detection.NO_BODY


class LiveEyes:
    """Eyes for a stream: the face at every frame; body, mask and one more window on slower beats."""

    def __init__(self) -> None:
        """Make no model yet: each is loaded when first needed, in the thread that looks."""
        self._tasks = Tasks(live=True)
        self._second = Tasks(live=False)
        self._heads = Heads()
        self._expressions = Expressions()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="body and mask")
        self._seen = _Seen()
        self._bars = bars.Bars()

    def see(self, frame: Frame) -> Scene:
        """What is in the frame, bars left out; frames come in order of time."""
        self._bars, inside = bars.follow(self._bars, frame.pixels, frame.time)
        whole, frame = frame, bars.left_out(frame, inside)
        now, pixels, view = frame.time, frame.pixels, frame.viewfinder
        seen = self._seen if inside == self._seen.inside else _Seen(inside=inside)
        if view != seen.view:
            seen = _through(view, seen)
        seen = replace(seen, pace=seen.pace.at(now))
        body_due = seen.pace.due(seen.body_time, beats.BODY * (beats.AT_EASE if seen.at_ease else 1.0))
        mask_due = seen.pace.due(seen.mask_time, beats.MASK)
        beside = self._beside.submit(self._look_beside, pixels, now, body=body_due, mask=mask_due)
        faces = detection.faces(self._tasks, pixels, Viewfinder.whole(pixels), view, now)
        found, mask = beside.result()
        known = people.merged((f for f, when in seen.extra if now - when < KEPT), known=faces)
        if body_due:
            seen = replace(seen, body=_with_seen_hands(found, known, frame, mask if mask_due else seen.mask))
            seen = replace(seen, body_time=now)
        body = detection.body(seen.body, view, now - seen.body_time)
        seen = self._look_from_afar(frame, known, seen)
        seen = self._look_again(frame, faces, body, seen)
        faces = people.merged((f for f, when in seen.extra if now - when < KEPT), known=faces)
        vetted, persons = vet(seen.vetted, faces, body, frame, self._heads)
        if any(not isinstance(body, Absent) and people.belongs(body, f) for f in faces if f not in persons):
            body = detection.NO_BODY  # an animal's, or drawn
        seen = replace(seen, vetted=vetted)
        if mask_due:
            seen = replace(seen, mask=mask, mask_time=now)

        main = seen.main if now - seen.main_time < LOST else None
        chosen = people.subjects(persons, main, view.aspect)
        found_at = next((when for f, when in seen.extra if chosen and f is chosen[0]), now)
        if chosen:
            seen = self._look_closer(frame, chosen[0], seen)
            chosen = (replace(chosen[0], hair=seen.hair, expressive=seen.expressive, scale=frame.scale), *chosen[1:])
        turned = () if chosen else seen.heads
        if not isinstance(body, Absent) and any(people.belongs(body, f) for f in chosen):
            seen = replace(seen, owned_time=now)
        count = people.count(
            chosen,
            detection.NO_BODY if chosen and now - seen.owned_time < LOST else body,
            [detection.place(s, view) for s in turned],
            view.aspect,
        )
        body = people.own(body, chosen)
        first = chosen[0] if chosen else None
        seen = _at_ease(first, seen, body_due=body_due)
        if mask_due:
            seen = self._look_at_close_up(frame, seen)
            seen = replace(_lit(frame, first, seen), backdrop=regions.backdrop(frame, seen.mask, first, body))
            seen = replace(seen, bare=detection.bare_shoulders(body, first, frame, seen.mask, seen.lit_face))
        if not isinstance(body, Absent):
            body = replace(body, bare=seen.bare)
        self._seen = seen
        scene = Scene(
            aspect=view.aspect,
            faces=chosen,
            body=body,
            people=count,
            lit_face=seen.lit_face if first else detection.NO_FACE,
            backdrop=seen.backdrop,
            time=now,
            looked_at=LookedAt(seen.mask_time, seen.shown_time, seen.expressive_time, found_at),
            others=people.others(faces, chosen),
        )
        return bars.placed(scene, whole, inside)

    def forget(self) -> None:
        """Be as new, with the models still open, for another sitter: the tracked face and body are lost on a blank."""
        self._seen, self._bars = _Seen(), bars.Bars()
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
        small = detection.smaller(pixels, by) if body or mask else pixels
        found = self._tasks.body(small, now) if body else None
        found = found and found._replace(joints=found.joints * by)
        return found, self._tasks.mask(small, now) if mask else None

    def _look_from_afar(self, frame: Frame, known: list[Face], seen: _Seen) -> _Seen:
        """Who is there although no face can be read: from the side, or far away."""
        if known:
            return replace(seen, heads=())
        if not seen.pace.due(seen.heads_time, beats.HEADS):
            return seen
        heads = self._heads.persons(frame.pixels, self._heads.faces(frame.pixels, [Viewfinder.whole(frame.pixels)]))
        return replace(seen, heads=tuple(heads), heads_time=frame.time)

    def _look_closer(self, frame: Frame, main: Face, seen: _Seen) -> _Seen:
        """The main subject's place, the hair where the mask is new, and on a beat the expression."""
        now = frame.time
        if seen.mask is not None and seen.mask_time == now:
            mesh = detection.on_mask(frame.viewfinder.to_pixels(main.points), frame.pixels, seen.mask)
            seen = replace(seen, hair=hair_height(mesh, seen.mask))
        if seen.pace.due(seen.expressive_time, beats.EXPRESSION):
            seen = replace(seen, expressive=self._expressions.expressive(frame, main), expressive_time=now)
        return replace(seen, main=main.eyes, main_time=now)

    def _look_at_close_up(self, frame: Frame, seen: _Seen) -> _Seen:
        """What a new close-up shows of the face in it; it has a moment of its own, so the face is looked for again."""
        new = frame.close_up
        if new is None or new.time <= seen.close_up_time:
            return seen
        whole = Viewfinder.whole(new.pixels)
        found = max(detection.faces(self._second, new.pixels, whole, whole), key=lambda f: f.height, default=None)
        seen = replace(seen, close_up=detection.NO_FACE, close_up_time=new.time)
        if found is None:
            return seen
        return replace(seen, close_up=regions.lit_face(Frame(new.pixels, whole), found, showing=_UNASKED))

    def _look_again(self, frame: Frame, faces: list[Face], body: Body | Absent, seen: _Seen) -> _Seen:
        """What one window more shows, if there is one worth a look; its faces are kept until they are found again.

        The only subject's window is looked at every time, like the whole picture of a face from near: a face that
        stood where it was a beat ago would tell a sitter who moves to go on. All other windows wait until they are due.
        """
        now, view = frame.time, frame.viewfinder
        # What the whole picture shows by now, or nothing has shown for a while, needs no window any more.
        missing = people.merged((f for f, when in seen.extra if now - when < KEPT), known=faces)[len(faces) :]
        if seen.pace.due(seen.look_time, beats.WINDOW):
            choice = _worth_a_look(frame, faces, missing, body, seen)
            seen = replace(seen, look=seen.look + 1, look_time=now)
        elif missing and not faces:
            main = people.subjects(missing, seen.main, view.aspect)[0]
            choice = [windows.round_face(main, view, frame.pixels.shape[1], frame.pixels.shape[0])]
        else:
            return seen
        if not choice:
            return replace(seen, extra=())
        window = choice[seen.look % len(choice)]
        found = detection.faces(self._second, frame.pixels, window, view)
        lasting = (e for e in seen.extra if e[0] in missing and not windows.holds(window, e[0], view))
        return replace(seen, extra=(*((f, now) for f in found), *lasting))


def _at_ease(first: Face | None, seen: _Seen, *, body_due: bool) -> _Seen:
    """Whether the main subject's head has stayed since the last look at the body."""
    head = None if first is None else Head.of(first)
    before = head if body_due else seen.head
    return replace(seen, head=before, at_ease=head is not None and head.stays(before))


def _with_seen_hands(
    found: FoundBody | None, faces: list[Face], frame: Frame, mask: NDArray[np.float32] | None
) -> FoundBody | None:
    """The body with the hands that are seen, by the mask and by the skin of the face that is its own."""
    body = detection.body(found, frame.viewfinder)
    if found is None or isinstance(body, Absent):
        return None
    own = next((f for f in faces if people.belongs(body, f)), None)
    seen = detection.with_seen_hands(body, own, frame, mask)
    return found if isinstance(seen, Absent) else found._replace(visibility=seen.visibility)


def _lit(frame: Frame, first: Face | None, seen: _Seen) -> _Seen:
    """The light on the face by the newest mask; on a beat of its own, what covers eyes and mouth."""
    if first is None:
        return replace(seen, lit_face=detection.NO_FACE)
    before = seen.lit_face
    if isinstance(before, Absent) or seen.pace.due(seen.shown_time, beats.SHOWN):
        return replace(seen, lit_face=_closer(frame, first, seen, None), shown_time=frame.time)
    return replace(seen, lit_face=_closer(frame, first, seen, before.shown))


def _closer(frame: Frame, first: Face, seen: _Seen, showing: Shown | Absent | None) -> LitFace | Absent:
    """The light on the face; what needs many pixels from the close-up, while that is a new one and shows more."""
    lit, close = regions.lit_face(frame, first, seen.mask, showing), seen.close_up
    old = frame.time - seen.close_up_time > CLOSE_UP_LASTS
    if isinstance(lit, Absent) or isinstance(close, Absent) or old or close.eye_pixels <= lit.eye_pixels:
        return lit
    return replace(
        lit, fine=close.fine, eye_pixels=close.eye_pixels, sclera=close.sclera, catchlights=close.catchlights
    )


def _through(view: Viewfinder, seen: _Seen) -> _Seen:
    """What was seen, its remembered places told in another viewfinder's heights; the mask is due where it jumped."""
    old = seen.view
    if old is None:
        return replace(seen, view=view)
    main = seen.main and Point(*map(float, view.to_units(old.to_pixels(np.array([seen.main])))[0]))
    extra = tuple((replace(f, points=view.to_units(old.to_pixels(f.points))), when) for f, when in seen.extra)
    return replace(seen, view=view, main=main, extra=extra, mask_time=seen.mask_time if view.near(old) else -np.inf)


def _worth_a_look(
    frame: Frame, faces: list[Face], missing: list[Face], body: Body | Absent, seen: _Seen
) -> Sequence[Viewfinder]:
    """Where a further window was of use, and where somebody may be whom no window has shown yet."""
    height, width = frame.pixels.shape[:2]
    view = frame.viewfinder
    if not faces and not missing:
        heads = [windows.around(s.x, s.y, AROUND * s.side, width, height) for s in seen.heads]
        if not isinstance(body, Absent):
            heads.append(windows.head_window(body, view, width, height))
        return heads or windows.tiles(width, height)
    again = [windows.round_face(f, view, width, height) for f in missing]
    main = max((*faces, *missing), key=lambda f: f.height)
    beside = [] if seen.mask is None else windows.beside(main, seen.mask, view, width, height)
    return [*again, *(w for w in beside if not any(windows.holds(w, f, view) for f in missing))]
