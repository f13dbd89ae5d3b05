"""Many starts, two at a time: each sees with eyes of its own, so that none depends on another."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from framing import sample
from framing.errors import PresetError
from framing.lab.sitter.room import Room, best
from framing.lab.sitter.run import LOOK, Run, lead
from framing.lab.sitter.stance import Stance
from framing.pan import Pan, aim, pursue
from framing.perceive.live_eyes import LiveEyes
from framing.photo import open_photo
from framing.presets.catalogue import find
from framing.types import Frame, Preset, Scene, Viewfinder

_SEED = 4
_PROCESSES = 2
_room: Room | None = None  # of this process: a cache, for a photograph is opened once for all its starts


def furnished(photo: Path | None) -> Room:
    """The room round that photograph, or round the packaged one; raises PhotoError as `open_photo` and Room do."""
    if photo is not None:
        return Room(open_photo(photo).frame, str(photo))
    pixels = sample.photograph()
    return Room(Frame(pixels, Viewfinder.whole(pixels)), "the packaged photograph")


def check(room: Room, preset: Preset) -> None:
    """Raise PresetError, saying what is missed, where no stance in this room meets all that the use asks for."""
    _, missed = best(room, preset)
    if missed:
        raise PresetError(
            f"a use that somebody in this photograph can meet by moving, with {preset.title}",
            "; ".join(f"{m.label.lower()}: {m.because}" for m in missed),
            "choose another use, or another photograph",
        )


def one(room: Room, preset: Preset, number: int) -> Run:
    """The start of that number: always the same."""
    pan = Pan()
    with closing(LiveEyes()) as eyes:

        def see(stance: Stance, now: float) -> Scene:
            nonlocal pan
            frame = aim(pan, room.shown(stance, round(now / LOOK)), preset, now)
            pan, scene = pursue(pan, frame, eyes.see(frame), preset)
            return scene

        return lead(see, preset, np.random.default_rng((_SEED, number)))


def runs(photo: Path | None, use: str, starts: int) -> Iterator[Run]:
    """Every start's run, in order, as they end."""
    # Spawned, not forked: the models' threads would not come along.
    with ProcessPoolExecutor(
        _PROCESSES, mp_context=get_context("spawn"), initializer=_enter, initargs=(photo,)
    ) as pool:
        yield from pool.map(_lead, [use] * starts, range(starts))


def _enter(photo: Path | None) -> None:
    global _room
    _room = furnished(photo)


def _lead(use: str, number: int) -> Run:
    assert _room is not None  # noqa: S101 - the pool enters before it leads
    return one(_room, find(use, os.environ), number)
