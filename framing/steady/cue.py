"""The cue on top: it stands until it is followed, and little is said to somebody who moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from framing.measures import MEASURES
from framing.steady.how_far import worded
from framing.steady.memory import Asked, Memory, Standing
from framing.types import Cue, Direction, Severity

DWELL = 1.5  # seconds a cue stands at least while it is asked for, or it cannot be read
GLANCE = 0.6  # seconds it stands although it has been met: a sitter must see that it is enough
STYLE = 6.0  # seconds that a cue of style stands while it is asked for, and stays away once it has gone
EXPRESSED = 1.0  # seconds for which an expression must be asked about: a long blink is over sooner
ARISEN = 0.4  # seconds for which a cue of style must be asked for: no single look makes one
LASTING = 3.0  # seconds that all that changes the cue must last while the sitter goes to and fro
REMEMBERED = 20.0  # seconds in which a cue of style that comes back must last as long

# What the sitter or the camera moves, by direction: two measures that ask for the same are one cue.
_AXES = {
    Direction.LEFT: "across",
    Direction.RIGHT: "across",
    Direction.UP: "height",
    Direction.DOWN: "height",
    Direction.NEARER: "distance",
    Direction.FARTHER: "distance",
}


def hold_cue(memory: Memory, cues: tuple[Cue, ...], now: float) -> tuple[Memory, tuple[Cue, ...]]:
    """The cues with the standing one on top for its 1.5 s, or 0.6 s once it is met, unless it has become wrong.

    It gives way at once to its own opposite, and when nobody is in view any more. A cue of style stands for 6 s while
    it is asked for, and once gone stays away for 6 s. For a sitter who goes to and fro, what changes the cue must last
    for 3 s.
    """
    standing, still = memory.standing, not memory.sitter.restless
    standing = replace(standing, asked={asked_for(c): standing.asked.get(asked_for(c), now) for c in reversed(cues)})
    shown = standing.cue
    if shown is None:
        top = _next(standing, cues, now, still=still)
    elif (same := next((c for c in cues if asked_for(c) == asked_for(shown)), None)) is not None:
        standing = replace(standing, met_since=None)
        top = _graver(standing, cues[: cues.index(same)], now, still=still) or same
    else:
        standing = replace(standing, met_since=now if standing.met_since is None else standing.met_since)
        top = shown if _lingers(standing, cues, now, still=still) else _next(standing, cues, now, still=still)
    standing = _put_on_top(standing, top, now, still=still)
    memory, top = replace(memory, standing=standing), standing.cue
    return memory, () if top is None else (top, *(c for c in cues if asked_for(c)[0] != asked_for(top)[0]))


def _put_on_top(standing: Standing, top: Cue | None, now: float, *, still: bool) -> Standing:
    before = standing.cue
    if top is not None and before is not None and asked_for(top) == asked_for(before):
        return worded(standing, top, now, still=still)
    if top is None and before is None:
        return standing
    left = {one: when for one, when in standing.left.items() if now - when < REMEMBERED}
    if before is not None and asked_for(before) not in standing.asked:  # what is still asked for has only made room
        left[asked_for(before)] = now
    steps = 1.0 if top is None else top.steps
    return replace(standing, cue=top, since=now, worded=steps, more_since=None, met_since=None, left=left)


def _next(standing: Standing, cues: Sequence[Cue], now: float, *, still: bool) -> Cue | None:
    """The first cue that may stand now; at the very beginning the first there is."""
    if standing.since == -inf:
        return next(iter(cues), None)
    return next((c for c in cues if _may_stand(standing, c, now, still=still)), None)


def _may_stand(standing: Standing, cue: Cue, now: float, *, still: bool) -> bool:
    asked, gone = now - standing.asked[asked_for(cue)], now - standing.left.get(asked_for(cue), -inf)
    if cue.severity is Severity.ERROR:
        least = EXPRESSED if MEASURES[cue.measure].group == "expression" else 0.0
        return asked >= (least if still or cue.measure == "subjects" else LASTING)
    return gone >= STYLE and asked >= (ARISEN if still and gone >= REMEMBERED else LASTING)


def _graver(standing: Standing, above: Sequence[Cue], now: float, *, still: bool) -> Cue | None:
    """What takes the place of a cue that is still asked for, of those ranked above it; of style only what lasts."""
    stood = now - standing.since

    def ripe(cue: Cue) -> bool:
        if cue.severity is not Severity.STYLE:
            return stood >= DWELL
        return stood >= STYLE and now - standing.asked[asked_for(cue)] >= LASTING

    return next((c for c in above if ripe(c) and _may_stand(standing, c, now, still=still)), None)


def _lingers(standing: Standing, cues: Sequence[Cue], now: float, *, still: bool) -> bool:
    """Whether a cue that is no longer asked for still stands."""
    shown = standing.cue
    if shown is None or (shown.measure != "subjects" and any(c.measure == "subjects" for c in cues)):
        return False
    if not still:
        return standing.met_since is not None and now - standing.met_since < LASTING
    wrong = any(asked_for(c)[0] == asked_for(shown)[0] for c in cues)
    return not wrong and now - standing.since < GLANCE


def asked_for(cue: Cue) -> Asked:
    """What the cue asks for, whatever its words: two that move the sitter the same way are one."""
    placed = MEASURES[cue.measure].group == "crop" and cue.direction in _AXES
    return _AXES[cue.direction] if placed else cue.measure, cue.direction
