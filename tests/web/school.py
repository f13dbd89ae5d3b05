"""A page of the school without its browser: a session with stand-in eyes, pictures at moments of one's own choice."""

from dataclasses import replace
from itertools import count

from framing.school.catalogue import load
from framing.school.run import Begin
from framing.school.values import Before, Drill, Shown
from framing.types import Absent
from framing.web.school_live import school_live
from framing.web.school_models import SchoolLive
from framing.web.school_practice import Practice
from tests.session.stage import Stage, flat, wait_for

DRILLS = load()
EVERY = 0.25  # seconds from picture to picture


class Trainee:
    """Somebody who practises before stand-in eyes; time goes on with each picture, and only so."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.now = stage, stage.session.look.moment
        self._numbers = count(1)
        self.practice = Practice(stage.session, clock=lambda: self.now)

    def choose(self, drill: Drill | str, shown: Shown = "cues", before: Before = "sitter") -> None:
        self.practice.choose(DRILLS[drill] if isinstance(drill, str) else drill, before, shown)

    def begin(self, drill: Drill | str, shown: Shown = "cues", before: Before = "sitter") -> None:
        self.choose(drill, shown, before)
        self.practice.take(Begin())

    def looks(self, times: int = 8) -> SchoolLive:
        """What the page is told once so many more pictures were looked at."""
        for _ in range(times):
            before, self.now = self.stage.session.looks, self.now + EVERY
            self.stage.session.offer(flat(), self.now, next(self._numbers))
            wait_for(lambda before=before: self.stage.session.looks > before)  # type: ignore[misc]
        return self.told()

    def told(self) -> SchoolLive:
        return school_live(self.practice)

    def in_steps(self, drill: str, steps: int) -> Drill:
        """The drill with its first step so many times."""
        return replace(DRILLS[drill], steps=DRILLS[drill].steps[:1] * steps)


def looked(live: SchoolLive) -> bool:
    return live.stage is not None and not isinstance(live.stage, Absent)
