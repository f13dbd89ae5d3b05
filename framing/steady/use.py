"""What is remembered of the sitter when another use is chosen."""

from __future__ import annotations

from dataclasses import replace

from framing.steady.memory import Memory, Sitter, Standing
from framing.steady.mood import lasting


def another_use(memory: Memory, now: float, *, same_view: bool) -> Memory:
    """The memory for another use, or another viewer: its cues start again, and what the picture reads as stays.

    Where the use shows another part of the picture, only the face's expression is still what it was.
    """
    memory = replace(memory, states={}, standing=Standing(), musts_since=None)
    if same_view:
        return memory
    shown = memory.named.verdict
    named = replace(memory.named, recut=now, before=shown.reads_as if shown else "")
    sitter = Sitter(seen=memory.sitter.seen)
    return replace(memory, readings={}, quick={}, mood=lasting(memory.mood), sitter=sitter, named=named)
