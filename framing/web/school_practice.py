"""What one page of the school practises: its drill on the way, and what it came to."""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace

from framing.say import Language
from framing.school.before import as_before
from framing.school.run import Again, Begin, Event, Looked, Passed, Run, step
from framing.school.sample import seen
from framing.school.scorecard import scorecard
from framing.school.values import Before, Drill, Score, Shown, Step
from framing.session.log_once import LogOnce
from framing.session.look import Judged, Look
from framing.session.session import Session
from framing.types import Absent, Viewer
from framing.web.school_shots import shot

MOST = 30  # attempts that are remembered of one page
Shots = tuple[tuple[Judged, Judged], ...]  # of each step: as it began, and as it was handed in
_REPORT = LogOnce(logging.getLogger(__name__))
_SCORING = ThreadPoolExecutor(1, "framing school")  # a score takes up to a second: neither looks nor lines wait for it


def viewer_of(before: Before) -> Viewer:
    """Who looks at the picture: a trainee alone sees themselves as in a mirror, all others look at somebody."""
    return Viewer.FRONT if before == "self" else Viewer.OTHER


@dataclass(frozen=True, slots=True, eq=False)
class Attempt:
    """One run that was scored; each of its steps has the picture of its start and the one that was handed in."""

    id: str
    at: float  # seconds since 1970
    run: Run
    shown: Shown
    score: Score
    shots: tuple[tuple[bytes, bytes], ...]  # JPEGs


class Practice:
    """One page of the school; looks come in the thread that looks, words on the event loop."""

    def __init__(self, session: Session, clock: Callable[[], float] = time.monotonic) -> None:
        self.session = session
        self.lines = 0  # that are open to it
        self.trainee: str | None = None  # the secret of their record; None: nothing is kept
        self.shown: Shown = "cues"
        self.run: Run | None = None
        self.attempt: str | None = None  # what the run came to, once it is scored
        self.attempts: Mapping[str, Attempt] = {}  # the newest last
        self.kept: set[str] = set()  # the attempts that the trainee's record has
        self.scored: Callable[[Practice, Attempt], None] = lambda *_: None  # told of each, in a thread of its own
        self._clock, self._lock = clock, threading.RLock()
        self._shots: list[tuple[Judged, Judged]] = []  # of the steps that are handed in
        self._first: Judged | None = None  # the first picture of the step under way
        self._newest: Judged | None = None
        self._runs = 0  # that were begun or made ready
        self._subscribed = ExitStack()
        self._subscribed.enter_context(session.subscribed(self._looked))

    @property
    def before(self) -> Before:
        """Who is before the camera."""
        return "self" if self.run is None else self.run.before

    @property
    def step(self) -> Step | None:
        """What is to be handed in now."""
        return None if self.run is None else self.run.drill.steps[self.run.step]

    def close(self) -> None:
        """The page has gone for good."""
        self._subscribed.close()
        self.session.close()

    def speak(self, spoken: Language) -> None:
        """Say all in that language from now on."""
        self.session.settings = replace(self.session.settings, language=spoken)

    def choose(self, drill: Drill, before: Before, shown: Shown) -> None:
        """Be ready for this drill, with that one before the camera."""
        with self._lock:
            self.shown = shown
            self._clear()
            self._turn(Run(as_before(drill, before), before))

    def take(self, event: Event) -> None:
        """Do what the trainee asks for; what makes no sense just now changes nothing."""
        with self._lock:
            if self.run is not None:
                if isinstance(event, Begin | Again):
                    self._clear()
                event = Begin(self.run.before) if isinstance(event, Begin) else event
                self._turn(step(self.run, event, self._clock()))

    def beat(self) -> None:
        """Time passes without a look."""
        self.take(Passed())

    def leave(self) -> None:
        """No drill any more."""
        with self._lock:
            self.run = self.attempt = None

    def _looked(self, look: Look) -> None:
        with self._lock:
            run, asked = self.run, self.step
            if run is None or asked is None or isinstance(look.guidance, Absent) or look.judged is None:
                return
            if look.guidance.preset != asked.preset:  # a look that was under way when the step began
                return
            self._newest = look.judged
            if run.phase == "going" and self._first is None:
                self._first = look.judged
            self._turn(step(run, Looked(seen(look.guidance, look.scene)), self._clock()))

    def _turn(self, run: Run) -> None:
        """The run after an event, with what follows from it."""
        before, self.run = self.run, run  # a look changes it even when all is over: it is told apart by its number
        handed = len(run.handed) - (0 if before is None else len(before.handed))
        if handed > 0 and self._first is not None and self._newest is not None:
            self._shots.append((self._first, self._newest))
            self._first = None
        asked = run.drill.steps[run.step]
        if self.session.settings.preset != asked.preset or before is None or before.before != run.before:
            self.session.settings = replace(
                self.session.settings, preset=asked.preset, viewer=viewer_of(run.before)
            )
        if run.phase == "over" and not run.left and (before is None or before.phase != "over"):
            _SCORING.submit(self._score, self._runs, run, self.shown, tuple(self._shots))

    def _clear(self) -> None:
        self._shots, self._first, self.attempt = [], None, None
        self._runs += 1

    def _score(self, number: int, run: Run, shown: Shown, shots: Shots) -> None:
        try:
            self._scored(number, run, shown, shots)
        except Exception as error:  # noqa: BLE001 - nobody waits for what this thread raises
            _REPORT(error)

    def _scored(self, number: int, run: Run, shown: Shown, shots: Shots) -> None:
        pictures = tuple((shot(first), shot(last)) for first, last in shots)
        made = Attempt(secrets.token_urlsafe(12), time.time(), run, shown, scorecard(run), pictures)
        with self._lock:
            kept = list(self.attempts.items())[1 - MOST :]
            self.attempts = {**dict(kept), made.id: made}
            if self._runs == number:  # no other run has begun meanwhile
                self.attempt = made.id
        self.scored(self, made)
