"""Ready: all that the use must have, held for a moment."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Memory
from framing.types import Judgements

READY = 1.5  # seconds for which all musts must hold


def hold_ready(memory: Memory, judgements: Judgements, now: float) -> tuple[Memory, bool]:
    """Whether all musts have held for 1.5 s."""
    if not musts_hold(judgements):
        return replace(memory, musts_since=None), False
    since = memory.musts_since if memory.musts_since is not None else now
    return replace(memory, musts_since=since), now - since >= READY


def musts_hold(judgements: Judgements) -> bool:
    """Whether no must is missed; what cannot be measured is missed in a document alone."""
    return not any(j.missed for j in judgements)
