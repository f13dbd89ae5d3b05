"""What the page of the school is told of a look: only what the level of the drill lets be shown."""

from __future__ import annotations

from dataclasses import replace

from framing.overlay.shapes import Marks
from framing.page.payload import StageLive, stage_live
from framing.say import Language, translate
from framing.say.cues import told_cue
from framing.say.told import ToldCue
from framing.school.lamp import directed
from framing.school.reference import DRILL, match
from framing.school.run import Run
from framing.school.sample import sampled
from framing.session.look import Look
from framing.session.settings import Settings
from framing.types import Absent, Severity
from framing.web.school_models import RunLive, SchoolLive
from framing.web.school_practice import Practice


def school_live(practice: Practice) -> SchoolLive:
    """The newest look of that practice, as its level shows it. Before the time runs, and in a pause, nothing is."""
    session, run = practice.session, practice.run
    look, settings = session.look, session.settings
    going = run is not None and run.phase == "going"
    shown = practice.shown if going else "nothing"
    return SchoolLive(
        time=round(look.over * 1000.0, 1),
        looks=look.count,
        frames=session.frames,
        room=session.room,
        drill="" if run is None else run.drill.id,
        before=practice.before,
        shown=practice.shown,
        mirrored=settings.viewer.mirrored,
        stage=_stage(look, settings.language, lines=shown == "cues"),
        run=None if run is None else _run(run, settings.language),
        cue=_cue(look, settings) if shown == "cues" else None,
        wrong=_wrong(look) if shown == "wrong" else None,
        match=_match(run) if run is not None and shown != "nothing" else None,
        attempt=practice.attempt,
    )


def _stage(look: Look, spoken: Language, *, lines: bool) -> StageLive | None:
    """The viewfinder, and the heads, by which the browser knows where to take a closer look; lines for some alone."""
    if lines or look.marks is None:
        return stage_live(look, spoken)
    return stage_live(replace(look, marks=Marks(shade=look.marks.shade, clear=look.marks.clear), outlines=()), spoken)


def _match(run: Run) -> int | None:
    """How well the reference is matched by the last second of looks."""
    if run.drill.id != DRILL or not run.looks:
        return None
    return round(match(run.drill.steps[run.step], sampled(run.looks)))


def _run(run: Run, spoken: Language) -> RunLive:
    return RunLive(
        phase=run.phase,
        step=run.step + 1,
        of=len(run.drill.steps),
        goal=translate(spoken, run.drill.steps[run.step].goal),
        left=round(run.remaining, 1),
        seconds=run.drill.seconds,
        can_hand_in=run.can_hand_in,
        corrections=run.corrected,
    )


def _cue(look: Look, settings: Settings) -> ToldCue | None:
    """The one thing to do, worded for somebody who may also move the lamp."""
    if isinstance(look.guidance, Absent) or look.told is None:
        return None
    nobody, guidance = look.told.headline.state == "nobody", directed(look.guidance)
    return told_cue(guidance, settings.viewer, settings.language, nobody=nobody)


def _wrong(look: Look) -> bool | None:
    """Whether anything that counts is out of its band."""
    if isinstance(look.guidance, Absent):
        return None
    return any(cue.severity is Severity.ERROR for cue in look.guidance.cues)
