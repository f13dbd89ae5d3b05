"""Readings of a scene, and judgements of readings: absence and bands are dealt with here, once for all measures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from framing.measures import MEASURES
from framing.parts import looked_at
from framing.types import (
    Absent,
    Band,
    Judgement,
    Judgements,
    Measure,
    Preset,
    Reading,
    Readings,
    Scene,
    Severity,
    State,
)

# Once missed, a band must be met by a tenth of its width, the most that a steady reading jitters, before it counts as
# met again: no cue flickers, and what counts as met always lies inside what the use asks for.
ENTER = 0.1
# Of a must's limit, by which it may be missed and is still a matter of taste, where the use takes either: 26% of the
# height is no error against 24%. A count is never missed by so little.
LEEWAY = 0.25
NOTHING_READ: Readings = MappingProxyType({})
_AFRESH: Mapping[str, State] = MappingProxyType({})


def read(scene: Scene, before: Readings = NOTHING_READ, measures: Mapping[str, Measure] = MEASURES) -> Readings:
    """One reading of every measure, in the order of their cues; each part is worked out once.

    A reading in `before` of a part that was not looked at since is taken over: pixels come on a slower beat than faces.
    """
    parts = {of: (of(scene), looked_at(of, scene)) for of in {m.of: None for m in measures.values()}}
    return {name: _reading(m, *parts[m.of], before.get(name)) for name, m in measures.items()}


def _reading(measure: Measure, part: Any, time: float, before: Reading | None) -> Reading:
    if isinstance(part, Absent):
        return Reading(measure, part, time=time)
    if before is not None and before.time == time and not isinstance(before.value, Absent):
        return before
    return Reading(measure, measure.take(part), part, time)


def judge(readings: Readings, preset: Preset | None, before: Mapping[str, State] = _AFRESH) -> Judgements:
    """Each reading against the band its use asks for, or the measure's own; `before` holds the last states by name."""
    return tuple(_judged(r, preset, before.get(name)) for name, r in readings.items())


def _judged(reading: Reading, preset: Preset | None, before: State | None) -> Judgement:
    measure, value = reading.measure, reading.value
    band, severity = asked(measure, preset)
    if isinstance(value, Absent):
        needed = preset is not None and preset.document and measure.name in preset.musts
        return Judgement(measure, value, band, State.ABSENT, severity, needed=needed)
    if band is None:
        return Judgement(measure, value, None, State.OK, severity)
    state = (band.inner(before, ENTER, measure.inside) if before else band).state(value)
    if state is not State.OK and _takes_either(preset, measure) and _nearly(value, band):
        severity = Severity.STYLE
    return Judgement(measure, value, band, state, severity)


def _takes_either(preset: Preset | None, measure: Measure) -> bool:
    return preset is not None and preset.reads_as == "either" and measure.name in preset.musts


def _nearly(value: float, band: Band) -> bool:
    """Whether a value lies within a quarter of the nearer limit from its band, or in it."""
    return band.low - LEEWAY * abs(band.low) <= value <= band.high + LEEWAY * abs(band.high)


def in_force(preset: Preset | None) -> Mapping[str, Band]:
    """Every band in force for a use, by its measure's name."""
    bands = {name: asked(measure, preset)[0] for name, measure in MEASURES.items()}
    return {name: band for name, band in bands.items() if band is not None}


def asked(measure: Measure, preset: Preset | None) -> tuple[Band | None, Severity]:
    """The band in force for a use and how grave it is to miss it; None where the use only wants the reading shown."""
    if preset is not None:
        if measure.name in preset.musts:
            return preset.musts[measure.name], Severity.ERROR
        if measure.name in preset.style:
            return preset.style[measure.name], Severity.STYLE
        if measure.name in preset.shown:
            return None, Severity.STYLE
    return measure.band, measure.severity
