"""What is still true of the sitter when the person at the page chooses something else."""

from __future__ import annotations

from framing.session.settings import Settings
from framing.steady import Memory, another_use


def remembered(memory: Memory, before: Settings, after: Settings, moment: float) -> Memory:
    """The memory under other settings: all of it where only what is drawn and written over the picture is another."""
    if (before.preset, before.viewer) == (after.preset, after.viewer):
        return memory
    aspects = {preset and preset.aspect for preset in (before.preset, after.preset)}
    return another_use(memory, moment, same_view=len(aspects) == 1)
