"""A drill in the room, and a picture to match: what the coach decides, and what the server of its run tells of it.

While a drill is on, the guide's cues are the coach's alone: the sitter is directed by who stands beside them. The room
says what is wanted and where the run stands; the run itself is with the sitter's session.
"""

from __future__ import annotations

from dataclasses import replace

from framing.room.asked import Drill, HandIn, Match, Practise, Reveal
from framing.room.letters import Letter, No, Step
from framing.room.sentences import AWAY, NO_SUCH, UNSEEN
from framing.room.values import Person, Practice, Room
from framing.types.message import Message

FIRST: Message = "End the drill first."
NO_DRILL: Message = "Choose a drill first."
NO_SCORE: Message = "There is no scorecard yet."


def practise(room: Room, coach: Person, event: Practise) -> Step:
    """This drill, ready to begin; what was pinned would be a cue, or another use, and goes."""
    if event.drill is None:
        return Step(replace(room, practice=None))
    if (why := _missing(room)) is not None:
        return _no(room, coach, why)
    number = room.runs + 1
    return Step(replace(room, practice=Practice(event.drill, number), runs=number, pinned=None, match=None))


def drill(room: Room, coach: Person, event: Drill) -> Step:
    """Begin it, let its time stand still, let it go on, or begin once more; what makes no sense changes nothing."""
    there = room.practice
    if there is None:
        return _no(room, coach, NO_DRILL)
    if event.what in ("begin", "again") and (why := _missing(room)) is not None:
        return _no(room, coach, why)
    match event.what, there.phase:
        case "begin", "ready":
            return _being(room, replace(there, phase="going", moved=False))
        case "pause", "going":
            return _being(room, replace(there, phase="paused"))
        case "resume", "paused":
            return _being(room, replace(there, phase="going"))
        case "again", "going" | "paused" | "over":
            number = room.runs + 1
            fresh = Practice(there.drill, number, "going")
            return Step(replace(room, practice=fresh, runs=number, pinned=None))
        case _:
            return Step(room)


def hand_in(room: Room, event: HandIn) -> Step:
    """The picture of the step under way; of another step or run it changes nothing."""
    there = room.practice
    if there is None or there.phase != "going" or (event.number, event.step) != (there.number, there.step):
        return Step(room)
    return _being(room, replace(there, asked=event.step))


def reveal(room: Room, coach: Person, event: Reveal) -> Step:
    """The scorecard, for sitter and watchers too."""
    there = room.practice
    if there is None or not there.attempt:
        return _no(room, coach, NO_SCORE)
    return _being(room, replace(there, revealed=event.on))


def match(room: Room, coach: Person, event: Match) -> Step:
    """The picture to match, one of the room's or the coach's own, in place of a drill that is over."""
    known = None if event.picture is None else room.picture(event.picture)
    if event.picture is not None and room.hides:
        return _no(room, coach, FIRST)
    if event.picture is not None and (why := _missing(room)) is not None:
        return _no(room, coach, why)
    if known is not None and (known.held or not known.given):
        return _no(room, coach, NO_SUCH)
    return Step(replace(room, match=event.picture, practice=None if event.picture else room.practice))


# What the server tells that has the run.


def hosted(room: Room, host: str, *, held: bool) -> Step | None:
    """The run is with that server, which holds it or not; one that was lost on the way there is at its start again."""
    there = room.practice
    if there is None or there.phase == "over" or (there.host == host and held):
        return None
    if there.host and there.phase != "ready":
        number = room.runs + 1
        return Step(replace(room, practice=Practice(there.drill, number, host=host, moved=True), runs=number))
    return None if there.host == host else _being(room, replace(there, host=host))


def went(room: Room, number: int, step: int, *, over: bool) -> Step | None:
    """So many pictures of that run are handed in, and it is over or goes on; of another run it changes nothing."""
    there = room.practice
    if there is None or there.number != number:
        return None
    phase = "over" if over else there.phase  # only its end is the run's: the rest is the coach's
    now = replace(there, step=step, phase=phase, asked=there.asked if step == there.step else None)
    return None if now == there else _being(room, now)


def scored(room: Room, number: int, attempt: str) -> Step | None:
    """There is a scorecard of that run."""
    there = room.practice
    return None if there is None or there.number != number else _being(room, replace(there, attempt=attempt))


def unmatched(room: Room, picture: str, why: Message) -> Step | None:
    """That picture cannot be matched after all, and the coach is told why."""
    coach = room.the("coach")
    if room.match != picture:
        return None
    room = replace(room, match=None)
    return Step(room) if coach is None else _no(room, coach, why)


def undone(room: Room, why: Message) -> Step | None:
    """The drill cannot be practised after all, and the coach is told why."""
    coach, room = room.the("coach"), replace(room, practice=None)
    return Step(room) if coach is None else _no(room, coach, why)


def unscored(room: Room, why: Message) -> Step | None:
    """There will be no scorecard, and the coach is told why."""
    coach = room.the("coach")
    return None if coach is None else _no(room, coach, why)


def _missing(room: Room) -> Message | None:
    """Why no drill can begin now: it needs a sitter who is there and seen."""
    sitter = room.the("sitter")
    if sitter is None or sitter.line is None:
        return AWAY
    return None if room.yes.see else UNSEEN


def _being(room: Room, practice: Practice) -> Step:
    return Step(replace(room, practice=practice))


def _no(room: Room, person: Person, why: Message) -> Step:
    return Step(room, () if person.line is None else (Letter(person.line, No(why)),))
