"""The verdict's name, which is held, and what is said of how far the picture is from the other one."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Memory, Named
from framing.types import Message, Verdict
from framing.verdict.boundary import UNDECIDED, recut, so_far

HOLD = 1.5  # seconds that another name must last before it is shown
SURE = 0.1  # probability by which it must clear an even chance to count as another
STOOD = 5.0  # seconds for which name and clearness must have stood before "clearly" is said
SETTLED = 1.5  # seconds within which another use has shown all that its part of the picture holds
NOTED = 8.0  # seconds for which it is said that the use has changed the name
TOLD = 3.0  # seconds for which what would change the name stands in the same words


def hold_verdict(memory: Memory, verdict: Verdict, now: float) -> tuple[Memory, Verdict]:
    """The verdict, but with a new name only once it has been clear for 1.5 s; the first one stands at once.

    Until then its numbers are shown under the standing name, so that a picture on the boundary has one name. Where
    another use shows another part of the picture, its name comes at once, and the reason is said.
    """
    named = _named(memory.named, verdict, now)
    shown = named.verdict or verdict
    clear_since = now if named.clear_since is None else named.clear_since
    named = replace(named, clear_since=clear_since if shown.clear else None)
    words = _words(named, shown, now)
    if words != named.told:
        named = replace(named, told=words, told_since=now)
    return replace(memory, named=named), replace(shown, boundary=words)


def _named(named: Named, verdict: Verdict, now: float) -> Named:
    shown = named.verdict
    if shown is None:
        return replace(named, verdict=verdict, since=now)
    if verdict.reads_as == shown.reads_as:
        return replace(named, verdict=verdict, rival_since=None)
    if verdict.probability is not None and shown.probability is not None and abs(verdict.probability - 0.5) < SURE:
        held = replace(verdict, reads_as=shown.reads_as, boundary=UNDECIDED, clear=False)
        return replace(named, verdict=held, rival_since=None)
    since = now if named.rival_since is None else named.rival_since
    if now - since >= HOLD or now - named.recut < SETTLED:
        return replace(named, verdict=verdict, since=now, rival_since=None, told="")
    return replace(named, rival_since=since)


def _words(named: Named, shown: Verdict, now: float) -> Message:
    if now - named.recut < NOTED and {shown.reads_as, named.before} == {"headshot", "portrait"}:
        return recut(shown.reads_as)
    if named.told and now - named.told_since < TOLD:
        return named.told
    if named.clear_since is not None and now - max(named.since, named.clear_since) < STOOD:
        return so_far(shown.reads_as)
    return shown.boundary
