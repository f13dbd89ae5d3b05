"""A stream of hand-made scenes, followed by a clock of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from framing.guide import Memory, follow
from framing.perceive.fixed import sitter
from framing.presets.catalogue import find
from framing.types import Guidance, Preset, Scene

STEP = 0.1
HEADSHOT = find("headshot")
TALKING = {"browInnerUp": 0.9, "mouthFrownLeft": 0.6, "mouthFrownRight": 0.6}


def followed(
    scenes: Iterable[Scene], *, start: float = 0.0, memory: Memory | None = None, use: Preset = HEADSHOT
) -> tuple[Memory, list[Guidance]]:
    """Every guidance at 10 looks a second, and the memory at the end."""
    memory, told = memory or Memory(), []
    for look, scene in enumerate(scenes):
        memory, guidance = follow(memory, replace(scene, time=start + look * STEP), use)
        told.append(guidance)
    return memory, told


def lasting(seconds: float, **how: Any) -> list[Scene]:
    """The same sitter for so long."""
    return [sitter(**how)] * round(seconds / STEP)


def talking(seconds: float, syllable: float = 0.3, **how: Any) -> list[Scene]:
    """Somebody calm whose face speaks with every other syllable."""
    spoken, calm = sitter(expression=TALKING, **how), sitter(**how)
    return [spoken if int(look * STEP / syllable) % 2 else calm for look in range(round(seconds / STEP))]


def names(told: Iterable[Guidance]) -> list[str]:
    """What the picture was called, each name once for as long as it stood."""
    seen = [g.verdict.reads_as for g in told]
    return [name for before, name in zip(["", *seen], seen, strict=False) if name != before]
