"""Many photographs, each with all its copies, on every core of the machine; what fails is named, the rest go on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from matplotlib import get_data_path

from framing.errors import FramingError, unforeseen
from framing.lab.prove.base import framed
from framing.lab.prove.kinds import KINDS
from framing.lab.prove.trial import Trial, tried, unfair
from framing.perceive.still_eyes import StillEyes
from framing.photo import open_photo
from framing.types import Absent

PACKAGED = (
    Path(__file__).parents[3] / "assets" / "sample.jpg",
    Path(get_data_path()) / "sample_data" / "grace_hopper.jpg",
)
"""The photographs in the public domain that are there after installing."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What one photograph showed."""

    file: str
    unfit: str = ""  # why it cannot be framed for the use, and so proves nothing
    trials: tuple[Trial, ...] = ()
    unfair: tuple[str, ...] | Absent = ()  # what darker skin changes


def prove(files: Sequence[Path]) -> Iterator[Proof | tuple[str, FramingError]]:
    """Each file's proof, or the error that kept it from one, in order, as soon as it is there."""
    # Spawned, since the models' own threads do not survive a fork.
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(_proved, files)


def proof(file: Path, eyes: StillEyes) -> Proof:
    """All that one photograph can show; raises PhotoError where there is none."""
    base = framed(open_photo(file).frame.pixels, eyes)
    if isinstance(base, Absent):
        return Proof(str(file), unfit=str(base.why))
    trials = (tried(kind, base, eyes) for kind in KINDS)
    return Proof(str(file), trials=tuple(t for t in trials if isinstance(t, Trial)), unfair=unfair(base, eyes))


def _proved(file: Path) -> Proof | tuple[str, FramingError]:
    try:
        return proof(file, _eyes())
    except Exception as error:  # noqa: BLE001 - one unexpected photograph must not lose the others
        return str(file), unforeseen(error, str(file))


@cache  # one a process: loading the models takes a second
def _eyes() -> StillEyes:
    return StillEyes()
