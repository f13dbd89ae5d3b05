"""How steady the guide's hand is in a stream: what changes on screen, and how far each reading trembles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

import numpy as np

from framing.guide import Memory, follow
from framing.pan import Pan, aim, pursue
from framing.perceive.live_eyes import LiveEyes
from framing.say import ENGLISH
from framing.say.cues import in_words
from framing.types import Absent, Guidance, Image, Preset, Viewer

SETTLING = 1.0  # seconds at the start in which every beat comes for the first time
ARRIVING = 3.0  # seconds at the start in which a sitter reads the first cue, and its changes do not count as unrest
_AROUND = 1.0  # seconds round a moment whose mean is what the sitter themselves do


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood on screen from that moment on, in seconds."""

    since: float
    text: str  # "" where nothing stood


@dataclass(frozen=True, slots=True)
class Steadiness:
    """What stood on screen in a stream, one after the other, and how far each reading trembled."""

    cues: Sequence[Stood]  # the top cue's words
    names: Sequence[Stood]  # the verdict's name
    jitter: Mapping[str, float] = field(default_factory=dict)  # of every band with two ends, in widths of that band

    @property
    def cue_changes(self) -> int:
        """How often the top cue's words changed, to and from none, after the first 3 s."""
        return sum(cue.since >= ARRIVING for cue in self.cues[1:])

    @property
    def verdict_changes(self) -> int:
        """How often the verdict's name changed."""
        return len(self.names) - 1


def steadiness(frames: Iterable[tuple[Image, float]], preset: Preset) -> Steadiness:
    """How steadily the guide speaks of a stream of RGB pictures, one or more, each with its moment in seconds.

    A reading's jitter is the standard deviation of its steadied value from its own mean over the second round it.
    """
    told = list(_told(frames, preset))
    return Steadiness(
        cues=_stood((g.time, in_words(g.cues[0], Viewer.FRONT, ENGLISH) if g.cues else "") for g in told),
        names=_stood((g.time, g.verdict.reads_as) for g in told),
        jitter=_jitter([g for g in told if g.time >= told[0].time + SETTLING]),
    )


def _told(frames: Iterable[tuple[Image, float]], preset: Preset) -> Iterator[Guidance]:
    memory, pan = Memory(), Pan()
    with closing(LiveEyes()) as eyes:
        for pixels, now in frames:
            frame = aim(pan, pixels, preset, now)
            pan, scene = pursue(pan, frame, eyes.see(frame), preset)
            memory, guidance = follow(memory, scene, preset)
            yield guidance


def _stood(shown: Iterable[tuple[float, str]]) -> tuple[Stood, ...]:
    return tuple(Stood(*next(same)) for _, same in groupby(shown, key=itemgetter(1)))


def _jitter(told: list[Guidance]) -> dict[str, float]:
    looks: dict[str, list[tuple[float, float]]] = {}
    for guidance in told:
        for judgement in guidance.judgements:
            width = judgement.band.high - judgement.band.low if judgement.band else np.inf
            if 0.0 < width < np.inf and not isinstance(judgement.value, Absent):
                looks.setdefault(judgement.measure.name, []).append((guidance.time, judgement.value / width))
    return {name: _tremble(np.array(values)) for name, values in looks.items()}


def _tremble(looks: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> float:
    times, values = looks.T
    near = np.abs(times[:, None] - times[None, :]) <= _AROUND / 2.0
    return float(np.std(values - near @ values / near.sum(axis=1)))
