"""The simulated sitter's room, seen by the live eyes as the page has it: one photograph for all runs of a process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

from framing.lab.school.trainee import See
from framing.lab.sitter.many import furnished
from framing.lab.sitter.room import Room
from framing.lab.sitter.run import LOOK
from framing.lab.sitter.stance import Stance
from framing.pan import Pan, aim, pursue
from framing.perceive.live_eyes import LiveEyes
from framing.types import Preset, Scene


@cache
def packaged() -> Room:
    """The room round the packaged photograph."""
    return furnished(None)


@contextmanager
def seeing(noise: int = 0) -> Iterator[See]:
    """What the live eyes see of a stance in the packaged room; `noise` begins its grain elsewhere."""
    pan = Pan()
    with closing(LiveEyes()) as eyes:

        def see(stance: Stance, now: float, preset: Preset) -> Scene:
            nonlocal pan
            frame = aim(pan, packaged().shown(stance, round(now / LOOK) + noise), preset, now)
            pan, scene = pursue(pan, frame, eyes.see(frame), preset)
            return scene

        yield see
