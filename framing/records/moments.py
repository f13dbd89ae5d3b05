"""What somebody may see otherwise: a look as it stood when they pressed, remembered until they have answered."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from framing.records.values import Kind, Otherwise
from framing.school.eye import readings_of
from framing.types import Guidance, Judgement, State

MOST = 300  # that are remembered at the same time; the oldest is forgotten first
KEPT = 900.0  # seconds
ANSWERS: Mapping[Kind, tuple[str, ...]] = {
    "verdict": ("headshot", "portrait", "neither"),
    "cue": ("none", "opposite", "later"),
    "reading": ("low", "ok", "high"),
}
"""What can be answered; the guide's own answer is never among the choices."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the guide says of one picture, and how the picture is had if it may be kept."""

    guidance: Guidance
    source: str  # the sitting or the file: pictures of one source are alike
    picture: Callable[[], bytes] | None = field(default=None, repr=False)  # as JPEG


@dataclass(frozen=True, slots=True)
class Asked:
    """A moment and the one thing in it that is spoken about."""

    moment: Moment
    kind: Kind
    what: str
    guides: str  # the guide's own answer

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be said instead."""
        return tuple(one for one in ANSWERS[self.kind] if one != self.guides)

    def answered(self, own: str, at: float, *, picture: bool) -> Otherwise:
        """What is kept of it; where it was made is filled in by the one who keeps it."""
        data = self.moment.picture() if picture and self.moment.picture is not None else None
        readings = readings_of(self.moment.guidance)
        return Otherwise(at, self.kind, self.what, self.guides, own, readings, self.moment.source, picture=data)


def ask(moment: Moment, kind: Kind, what: str) -> Asked | None:
    """The question; None where the picture has no such cue or reading."""
    if kind == "verdict":
        return Asked(moment, kind, "reads_as", moment.guidance.verdict.reads_as)
    if kind == "cue":
        there = any(cue.id == what for cue in moment.guidance.cues)
        return Asked(moment, kind, what, what) if there else None
    judgement = next((j for j in moment.guidance.judgements if j.measure.name == what), None)
    return None if judgement is None else Asked(moment, kind, what, _stands(judgement))


class Moments:
    """Those of this process, by a name that nobody can guess."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._held: dict[str, tuple[float, Asked | Moment]] = {}

    def hold(self, what: Asked | Moment) -> str:
        """Remember it for a quarter of an hour; its name."""
        name, now = secrets.token_urlsafe(16), self._clock()
        with self._lock:
            self._held = {key: one for key, one in self._held.items() if one[0] > now}
            while len(self._held) >= MOST:
                del self._held[next(iter(self._held))]
            self._held[name] = now + KEPT, what
        return name

    def find(self, name: str) -> Asked | Moment | None:
        """What is remembered under that name, if it still is."""
        found = self._held.get(name)
        return None if found is None or found[0] <= self._clock() else found[1]

    def drop(self, name: str) -> None:
        """It has been answered."""
        with self._lock:
            self._held.pop(name, None)


MOMENTS = Moments()
"""Those of this process."""


def _stands(judgement: Judgement) -> str:
    return judgement.state.value if judgement.band is not None or judgement.state is State.ABSENT else "shown"
