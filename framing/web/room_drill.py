"""The run of a room's drill, where the sitter's session is: looks and the room's wishes in, how it stands out."""

from __future__ import annotations

from math import ceil

from framing.room.values import Practice
from framing.say import Language, translate
from framing.school.run import Begin, Event, HandIn, Looked, Passed, Pause, Resume, Run, step
from framing.school.sample import seen
from framing.school.values import Drill
from framing.session.lent import Lent
from framing.session.look import Judged, Look
from framing.types import Absent
from framing.web.room_models import Drilling
from framing.web.school_models import AskedFor


class RoomDrill:
    """One run; the assistant has a sitter before the camera."""

    def __init__(self, drill: Drill, number: int) -> None:
        self.number = number
        self.run = Run(drill, "sitter")
        self.shots: list[tuple[Judged, Judged]] = []  # of each step that is handed in: at its start, and at its end
        self._asked = -1  # the step whose picture is to be handed in, as soon as it has been looked at for a second
        self._first: Judged | None = None
        self._newest: Judged | None = None

    @property
    def lent(self) -> Lent | None:
        """What is asked of the sitter's session: nothing any more once the run is over."""
        run = self.run
        return None if run.phase == "over" else Lent(run.drill.steps[run.step].preset, hidden=True)

    def follow(self, wanted: Practice, now: float) -> None:
        """Do what the room wants of this run."""
        match wanted.phase, self.run.phase:
            case "going", "ready":
                self._turn(Begin("sitter"), now)
            case "paused", "going":
                self._turn(Pause(), now)
            case "going", "paused":
                self._turn(Resume(), now)
        self._asked = -1 if wanted.asked is None else wanted.asked
        self._hand_in(now)

    def look(self, look: Look | None, now: float) -> None:
        """A look of the sitter's session, as a whole; None where time has passed without one."""
        asked = self.run.drill.steps[self.run.step].preset
        if look is None or isinstance(look.guidance, Absent) or look.judged is None or look.guidance.preset != asked:
            self._turn(Passed(), now)  # nobody to be seen, or a look that was under way when the step began
            return
        self._newest = look.judged
        if self.run.phase == "going" and self._first is None:
            self._first = look.judged
        self._turn(Looked(seen(look.guidance, look.scene)), now)
        self._hand_in(now)

    def told(self, spoken: Language) -> Drilling:
        """How it stands, for all in the room: nothing of what the guide sees."""
        run = self.run
        asked = run.drill.steps[run.step]
        return Drilling(
            number=self.number,
            title=translate(spoken, run.drill.title),
            goal=translate(spoken, asked.goal),
            asked=tuple(AskedFor(what=translate(spoken, a.what), how=translate(spoken, a.how)) for a in asked.asked),
            step=run.step,
            of=len(run.drill.steps),
            left=ceil(run.remaining),
            seconds=run.drill.seconds,
        )

    def _hand_in(self, now: float) -> None:
        if self._asked == len(self.run.handed) and self.run.can_hand_in:
            self._turn(HandIn(), now)

    def _turn(self, event: Event, now: float) -> None:
        before, self.run = self.run, step(self.run, event, now)
        if len(self.run.handed) > len(before.handed) and self._first is not None and self._newest is not None:
            self.shots.append((self._first, self._newest))
            self._first = None
