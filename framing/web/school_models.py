"""What the server and the page of the school tell each other, as typed JSON; `kind` names the model.

`framing.web.typescript` makes the types of the page's scripts from these models.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from framing.page.payload import StageLive
from framing.room.asked import Asked, Secret
from framing.room.seen import Said
from framing.say.told import ToldCue
from framing.school.values import Axis, Before, Fix, Level, Shown

DrillId = Annotated[str, Field(pattern="^[A-Za-z0-9_-]{1,64}$")]
Code = Annotated[str, Field(max_length=20)]


# What the page says on its line.


class Join(Asked):
    """The first word: the session that POST /guide/school/sessions has opened, and the language that is spoken."""

    kind: Literal["join"] = "join"
    session: Secret
    language: Code


class Speak(Asked):
    """Another language from now on."""

    kind: Literal["speak"] = "speak"
    language: Code


class Choose(Asked):
    """This drill, with that in front of the camera; `shown` is another level than the drill's own."""

    kind: Literal["choose"] = "choose"
    drill: DrillId
    before: Before
    shown: Shown | None


class Refer(Asked):
    """Match the photograph that was sent under that name, as a drill."""

    kind: Literal["reference"] = "reference"
    id: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    before: Before
    shown: Shown | None


class Begin(Asked):
    """The time of the drill begins."""

    kind: Literal["begin"] = "begin"


class HandIn(Asked):
    """This is the picture of the step."""

    kind: Literal["hand_in"] = "hand_in"


class Pause(Asked):
    """The time stands still."""

    kind: Literal["pause"] = "pause"


class Resume(Asked):
    """It goes on."""

    kind: Literal["resume"] = "resume"


class Again(Asked):
    """The same drill from its start."""

    kind: Literal["again"] = "again"


class Leave(Asked):
    """No drill any more."""

    kind: Literal["leave"] = "leave"


class Trainee(Asked):
    """Who practises, by the secret of their record; None: nobody who is recorded."""

    kind: Literal["trainee"] = "trainee"
    token: Secret | None


# What it is told.


class RunLive(Said):
    """Where the drill stands; seconds without pauses."""

    phase: Literal["ready", "going", "paused", "over"]
    step: int  # from 1
    of: int
    goal: str
    left: float
    seconds: int
    can_hand_in: bool  # the step has been looked at for long enough
    corrections: int


class SchoolLive(Said):
    """All of one look that the level lets be shown: what is hidden at a level is not in it."""

    time: float  # when the look was over, milliseconds since 1970
    looks: int
    frames: int
    room: bool  # whether this page has a seat or could have one
    drill: str  # its id; "" while none is chosen
    before: Before
    shown: Shown
    mirrored: bool
    stage: StageLive | None  # lines and labels only where the cues are shown
    run: RunLive | None
    cue: ToldCue | None  # None unless shown == "cues"
    wrong: bool | None  # None where nothing is shown
    match: int | None  # how well a reference is matched, 0..100; None where there is none, or nothing is shown
    attempt: str | None  # the id of the scorecard, once the last step is handed in and it is made


class SchoolSession(Said):
    """POST /guide/school/sessions: the token of a session of one's own."""

    session: str


class AskedFor(Said):
    """One line of what is asked for."""

    what: str
    how: str


class StepInfo(Said):
    """One picture of a drill, and for whom it is; the drawings are SVG, "" where it is not about light."""

    before: tuple[Before, ...]
    goal: str
    asked: tuple[AskedFor, ...]
    face: str
    above: str


class Weighed(Said):
    """How much an axis counts, in words, and for whom it does."""

    before: tuple[Before, ...]
    axis: Axis
    title: str
    weight: str


class Kept(Said):
    """What a run of a drill came to: points, seconds, corrections, and its weakest axis in words."""

    points: int
    seconds: float
    corrections: int
    weakest: str


class BeforeInfo(Said):
    """Who may be before the camera, worded."""

    key: Before
    title: str


class DrillInfo(Said):
    """A drill, worded; `best` and `last` of the runs that are known."""

    id: str
    number: int  # its place in the list, from 1
    of: int
    title: str
    goal: str
    teaches: tuple[str, ...]
    length: str
    seconds: int
    shown: Shown
    before: tuple[BeforeInfo, ...]
    steps: tuple[StepInfo, ...]
    counts: tuple[Weighed, ...]
    short: bool
    runs: int
    best: Kept | None
    last: Kept | None
    recommended: bool


class DrillList(Said):
    """GET /guide/school/drills, with the session's token in X-Framing-Session."""

    drills: tuple[DrillInfo, ...]
    problems: tuple[str, ...]
    standard: str  # the line that names it; "" for the guide's own


class MarkCard(Said):
    """One reading of a scorecard, worded."""

    measure: str
    label: str
    points: int
    because: str
    remedy: str
    fix: Fix


class AxisCard(Said):
    """One axis of a scorecard, worded; without points where the drill asks nothing of it."""

    axis: Axis
    title: str
    level: Level | None
    level_words: str
    points: int | None
    reason: str  # of its worst mark
    remedy: str
    fix: Fix
    measure: str  # of that mark: what "I see it otherwise" is about
    marks: tuple[MarkCard, ...]  # the worst first


class Shot(Said):
    """The pictures of one step, as data: URLs, and what is wrong in them; "" where there is none."""

    goal: str
    start: str
    start_words: str
    handed_in: str
    handed_in_words: str


class NextDrill(Said):
    """One of the three short drills, worded."""

    id: str
    title: str
    goal: str
    beside: str


class Scorecard(Said):
    """GET /guide/school/attempts/<id>, with the session's token in X-Framing-Session."""

    id: str
    drill: str
    title: str
    number: int
    of: int
    goal: str
    at: float  # seconds since 1970
    standard: str
    points: int
    points_words: str
    seconds: float
    limit: int
    corrections: int
    corrections_words: str
    spoilt_words: str
    axes: tuple[AxisCard, ...]
    bounds: tuple[float, float, float]  # from how many points on an axis is fair, good, sure
    shots: tuple[Shot, ...]
    runs: int  # of this drill that are known, this one among them
    trend_words: str
    weakest_words: str
    next: tuple[NextDrill, ...]
    kept: bool  # whether the trainee's record has it


class ToSchool(
    RootModel[
        Annotated[
            Join | Speak | Choose | Refer | Begin | HandIn | Pause | Resume | Again | Leave | Trainee,
            Field(discriminator="kind"),
        ]
    ]
):
    """All that the page may say."""


MODELS = (ToSchool, SchoolLive, SchoolSession, DrillList, Scorecard)
"""Those that are sent as a whole, in either direction."""
