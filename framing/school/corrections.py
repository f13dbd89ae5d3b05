"""How many corrections a picture needed: cues that were followed until what they asked for was gone.

A cue counts once it has stood on top for a second, and what it asked for has then been gone for a second: cured, or
overdone, which asks for the opposite. One that flickers is none; one that only makes room for a graver one waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from framing.steady.cue import asked_for
from framing.steady.memory import Asked
from framing.types import Guidance

STOOD = 1.0  # seconds on top from which a cue has been given
GONE = 1.0  # seconds for which it is no longer asked


@dataclass(frozen=True, slots=True)
class Corrections:
    """The count so far, the cue that stands, and one that is about to."""

    count: int = 0
    standing: Asked | None = None
    gone: float | None = None  # since when the standing one is no longer asked
    next: Asked | None = None
    since: float = 0.0  # since when the next one is on top


def followed(so_far: Corrections, guidance: Guidance) -> Corrections:
    """The count after one more look."""
    now, top = guidance.time, asked_for(guidance.cues[0]) if guidance.cues else None
    if top != so_far.next:
        so_far = replace(so_far, next=top, since=now)
    if so_far.standing in {asked_for(cue) for cue in guidance.cues}:
        so_far = replace(so_far, gone=None)
    elif so_far.standing is not None:
        gone = now if so_far.gone is None else so_far.gone
        done = now - gone >= GONE
        so_far = replace(so_far, gone=None if done else gone, count=so_far.count + done)
        so_far = replace(so_far, standing=None) if done else so_far
    if so_far.standing is None and top is not None and now - so_far.since >= STOOD:
        so_far = replace(so_far, standing=top)
    return so_far


def at_the_end(so_far: Corrections) -> int:
    """The count when the picture is handed in: what is gone by then was followed."""
    return so_far.count + (so_far.gone is not None)
