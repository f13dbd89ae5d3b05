"""What the page of the school is told of a look: only what the level of the drill lets be shown."""

from __future__ import annotations

from dataclasses import replace

from framing.page.payload import StageLive, stage_live
from framing.say import Language, translate
from framing.say.cues import told_cue
from framing.say.told import ToldCue
from framing.school.lamp import directed
from framing.school.reference import DRILL, match
from framing.school.run import Run
from framing.school.sample import sampled
from framing.school.score import judged
from framing.school.values import Mark
from framing.session.look import Look
from framing.session.settings import Settings
from framing.types import Absent
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
        cue=_cue(look, settings, run) if run is not None and shown == "cues" else None,
        wrong=_wrong(look, run) if run is not None and shown == "wrong" else None,
        match=_match(run) if run is not None and shown != "nothing" else None,
        attempt=practice.attempt,
    )


def _stage(look: Look, spoken: Language, *, lines: bool) -> StageLive | None:
    """The viewfinder, and the heads, by which the browser knows where to take a closer look; lines for some alone."""
    if lines or look.marks is None:
        return stage_live(look, spoken)
    return stage_live(replace(look, marks=look.marks.bare, outlines=()), spoken)


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


def _cue(look: Look, settings: Settings, run: Run) -> ToldCue | None:
    """The one thing to do, worded for somebody who may also move the lamp.

    The chain is done once all bands hold. What would cost points all the same, such as another pattern of light, is
    then told by its mark: nothing is called ready that is not scored so.
    """
    if isinstance(look.guidance, Absent) or look.told is None:
        return None
    nobody, guidance = look.told.headline.state == "nobody", directed(look.guidance)
    cue = told_cue(guidance, settings.viewer, settings.language, settings.wording, nobody=nobody)
    if nobody or (cue is not None and cue.kind not in ("ok", "hold")):
        return cue
    faults = sorted(_faults(run), key=lambda mark: -mark.costs)
    if not faults:
        return cue
    remedy = translate(settings.language, faults[0].remedy)
    return ToldCue(remedy, remedy, "must", id=f"{faults[0].measure}.unmet", measure=faults[0].measure)


def _wrong(look: Look, run: Run) -> bool | None:
    """Whether anything would cost points if it were handed in now; None while that cannot be said."""
    if isinstance(look.guidance, Absent) or look.told is None or look.told.headline.state == "nobody":
        return None
    return bool(_faults(run)) if run.can_hand_in else None


def _faults(run: Run) -> list[Mark]:
    """What the last second of looks would lose points for."""
    if not run.can_hand_in:
        return []
    axes = judged(run.drill.steps[run.step], sampled(run.looks), run.drill.rubric, sitter=run.before == "self")
    return [mark for one in axes for mark in one.marks if mark.fix != "nothing"]
