"""The sentences of the school that have numbers in them: minutes, weights, levels, trends."""

from __future__ import annotations

from collections.abc import Mapping

from framing.school.values import Before, Drill, Fix, Shown
from framing.types import Message, counted, filled

SHOWN: Mapping[Shown, Message] = {
    "cues": "all cues",
    "wrong": "only that something is wrong",
    "nothing": "nothing until handed in",
}
BEFORE: Mapping[Before, Message] = {
    "self": "yourself",
    "sitter": "a sitter",
    "mannequin": "a mannequin",
    "lamp": "the lamp study",
}
NOTHING_SPOILT: Message = "nothing spoilt, no need to shoot again"
NOT_ASKED: Message = "not asked for in this drill"
NOTHING_TO_CORRECT: Message = "nothing to correct"
FIRST_RUN: Message = "of 100, your first run"
FEW_RUNS: Message = "Three runs show where it goes."
_ONCE: Message = "once"
_TWICE: Message = "twice"
_NOT: Message = "does not count"


def length(seconds: int) -> Message:
    """How long a drill takes at most: "3 min", "90 s"."""
    return filled("{minutes:d} min", minutes=seconds // 60) if seconds % 60 == 0 else filled("{s:d} s", s=seconds)


def weight(times: float) -> Message:
    """How often an axis counts."""
    if times in (0.0, 1.0, 2.0):
        return (_NOT, _ONCE, _TWICE)[int(times)]
    return filled("{times:g} times", times=times)


def level(reached: Message, times: float) -> Message:
    """The level of an axis, and its weight where it is another than once: "fair, counts twice"."""
    if times == 1.0:
        return reached
    if times == 0.0:
        return filled("{level}, does not count", level=reached)
    return filled("{level}, counts {times}", level=reached, times=weight(times))


def remedy(fix: Fix, what: Message) -> Message:
    """Whether a fault can be put right in the picture that was taken, and how; or what to do before the next one."""
    match fix:
        case "nothing":
            return NOTHING_TO_CORRECT
        case "correctable":
            return filled("Correctable: {what}", what=what)
        case "spoilt":
            return filled("Shoot again: {what}", what=what)
        case "unread":
            return filled("Not read: {what}", what=what)


def read(label: Message, reading: Message) -> Message:
    """How something was read: "Roll: level"."""
    return filled("{label}: {reading}", label=label, reading=reading)


def against_best(points: int, best: int | None) -> Message:
    """What a score is beside the best one before it."""
    if best is None:
        return FIRST_RUN
    if points > best:
        return filled("of 100, your best by {more:d}", more=points - best)
    return filled("of 100, your best is {best:d}", best=best)


def usual(corrections: int) -> Message:
    """How many corrections are usual from the same start."""
    return filled("usual {count:d}", count=corrections)


def spoilt(axes: tuple[Message, ...]) -> Message:
    """What no developing brings back."""
    return filled("to be shot again: {axes}", axes=axes) if axes else NOTHING_SPOILT


def trend(slope: float) -> Message:
    """Where the last runs go, in points a run."""
    points = round(abs(slope))
    if not points:
        return "about the same from run to run"
    if slope > 0:
        return counted("about {n:d} point up a run", "about {n:d} points up a run", n=points)
    return counted("about {n:d} point down a run", "about {n:d} points down a run", n=points)


def weakest(axis: Message) -> Message:
    """The axis to practise; what stands between stars is emphasised."""
    return filled("*Weakest: {axis}.* Three short drills of it, then this one again.", axis=axis)


def beside(drill: Drill) -> Message:
    """How long a drill is, and what it shows."""
    return filled("{length}, {shown}", length=length(drill.seconds), shown=SHOWN[drill.shown])
