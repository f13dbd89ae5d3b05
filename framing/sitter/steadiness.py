"""How steady the guide's hand is while nothing changes before the camera."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from framing.guide import Memory, follow
from framing.pan import Pan, aim, pursue
from framing.perceive.live_eyes import LiveEyes
from framing.types import Absent, Guidance, Image, Preset, Viewer

SETTLING = 1.0  # seconds at the start in which every beat comes for the first time
_AROUND = 1.0  # seconds round a moment whose mean is what the sitter themselves do


@dataclass(frozen=True, slots=True)
class Steadiness:
    """What changed on screen in a stream, and how far each reading trembled."""

    changes: int  # of the top cue's words, to and from none
    flips: int  # of the verdict's label
    jitter: Mapping[str, float]  # of every reading with a band closed at both ends, in widths of that band


def steadiness(frames: Iterable[tuple[Image, float]], preset: Preset) -> Steadiness:
    """How steadily the guide speaks of a stream of RGB pictures, each with its moment in seconds.

    A reading's jitter is the standard deviation of its steadied value from its own mean over the second round it.
    """
    told = list(_told(frames, preset))
    tops = [g.cues[0].text if g.cues else "" for g in told]
    return Steadiness(
        changes=sum(a != b for a, b in pairwise(tops)),
        flips=sum(a.verdict.reads_as != b.verdict.reads_as for a, b in pairwise(told)),
        jitter=_jitter([g for g in told if g.time >= told[0].time + SETTLING]),
    )


def _told(frames: Iterable[tuple[Image, float]], preset: Preset) -> Iterable[Guidance]:
    memory, pan = Memory(), Pan()
    with closing(LiveEyes()) as eyes:
        for pixels, now in frames:
            frame = aim(pan, pixels, preset, now)
            pan, scene = pursue(pan, frame, eyes.see(frame), preset)
            memory, guidance = follow(memory, scene, preset, Viewer.FRONT)
            yield guidance


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
