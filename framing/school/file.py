"""One drill as it is written in a file, checked on reading: every mistake is named by file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic.config import JsonDict

from framing.errors import DrillError, PresetError
from framing.judge import in_force
from framing.measures import MEASURES
from framing.presets.file import banded
from framing.presets.written import (
    BAND,
    Bands,
    Key,
    Keys,
    Name,
    Number,
    Title,
    Words,
    Written,
    cut,
    near,
    no_truth,
    read,
)
from framing.school.axes import axis
from framing.school.values import AXES, Asked, Axis, Before, Drill, NamedLight, Rubric, Shown, Step
from framing.types import Band, Preset

Find = Callable[[str], Preset]  # the preset of a name; raises PresetError
ALWAYS = ("subjects", "face_in_view")  # without them nothing else is read: asked for, and scored only if they count
_SEEN = frozenset({*ALWAYS, "eyes_open"})  # what has to be read wherever it counts

_Points = Annotated[Number, Field(ge=0.0, le=100.0)]
_Weight = Annotated[Number, Field(ge=0.0, le=10.0)]
_Seconds = Annotated[int, no_truth, Field(ge=10, le=3600)]
_WEIGHT: JsonDict = {"each": "a number from 0 to 10 for one of crop, light, background, pose and technical"}
_APART: JsonDict = {"each": "by how much it may differ"}


class AskedKeys(Keys):
    """One line of what is asked for."""

    what: Title = Field(description="a word or two, 80 characters at most")
    how: Words = Field(description="what that means, in 500 characters at most")


class StepKeys(Keys):
    """One step: what it leaves out is the drill's."""

    goal: Words | None = Field(None, description="what to hand in, in a sentence")
    preset: Name | None = Field(None, description="the name of a preset")
    counts: list[str] | None = Field(None, description="a list of measures and axes")
    shown: list[str] = Field([], description="a list of measures")
    pattern: NamedLight | None = Field(None, description="flat, loop, Rembrandt, butterfly or split")
    bands: Bands = Field({}, description="a measure = [low, high] on each line", json_schema_extra=BAND)
    asked: list[AskedKeys] = Field([], description="tables of what and how")
    before: list[Before] = Field([], description="a list of self, sitter, mannequin and lamp")


class RubricKeys(Keys):
    """How much each axis counts, and from how many points on a level is reached."""

    weights: dict[Axis, _Weight] = Field({}, description="an axis = a number", json_schema_extra=_WEIGHT)
    fair: _Points = Field(50.0, description="points from 0 to 100")
    good: _Points = Field(70.0, description="points from 0 to 100")
    sure: _Points = Field(90.0, description="points from 0 to 100")


class DrillKeys(StepKeys):
    """The keys of one drill; without steps it is a single step itself."""

    title: Title = Field(description="a title for the page, 80 characters at most")
    goal: Words = Field(description="what to do, in a sentence")
    order: Annotated[int, no_truth, Field(ge=1, le=1000)] = Field(description="its place, from 1 for the easiest")
    teaches: Annotated[list[Axis], Field(min_length=1)] = Field(
        description="a list of crop, light, background, pose and technical"
    )
    tells: Shown = Field("cues", description="cues, wrong or nothing")
    seconds: _Seconds = Field(description="the time limit, from 10 to 3,600 seconds")
    before: Annotated[list[Before], Field(min_length=1)] = Field(
        ["self", "sitter", "mannequin"], description="a list of self, sitter, mannequin and lamp"
    )
    short: bool = Field(False, description="true or false: whether it is one of the loop's short drills")
    alike: dict[str, Annotated[Number, Field(gt=0.0)]] = Field(
        {}, description="a measure = by how much it may differ", json_schema_extra=_APART
    )
    rubric: RubricKeys = Field(RubricKeys(), description="weights and levels")
    steps: Annotated[list[StepKeys], Field(max_length=20)] = Field([], description="tables of steps, 20 at most")


def parse(path: Path, find: Find) -> Drill:
    """The drill in that file. Raises DrillError, naming file, line, reason and remedy, when it makes no sense."""
    written = read(path, DrillError)
    return drill(path.stem, written.keys(DrillKeys), written, find)


def drill(name: str, keys: DrillKeys, written: Written, find: Find, within: Sequence[Key] = ()) -> Drill:
    """The drill with these keys; `within` are those that lead to it in a file that holds more than one.

    Raises the file's error where its measures, bands or presets make no sense.
    """
    reader = _Reader(written, find, tuple(within))
    steps = [reader.step(keys, one, ("steps", number)) for number, one in enumerate(keys.steps)]
    for measure in keys.alike:
        banded(written, (*within, "alike", measure))
    reader.everybody(keys)
    return Drill(
        id=name,
        title=keys.title,
        goal=keys.goal,
        order=keys.order,
        teaches=tuple(dict.fromkeys(keys.teaches)),
        shown=keys.tells,
        seconds=keys.seconds,
        before=tuple(dict.fromkeys(keys.before)),
        steps=tuple(steps) or (reader.step(keys, StepKeys(), ()),),
        alike=dict(keys.alike),
        short=keys.short,
        rubric=reader.rubric(keys.rubric),
    )


def rubric(keys: RubricKeys, written: Written, find: Find) -> Rubric:
    """The rubric that a standard has for all drills; raises the file's error where it makes no sense."""
    return _Reader(written, find, ()).rubric(keys)


class _Reader:
    """Turns keys into values; every mistake is raised as the file's error, with its line."""

    def __init__(self, written: Written, find: Find, within: tuple[Key, ...]) -> None:
        self._file, self._find, self._within = written, find, within

    def rubric(self, keys: RubricKeys) -> Rubric:
        if not keys.fair < keys.good < keys.sure:
            found = f"{keys.fair:g}, {keys.good:g}, {keys.sure:g}"
            raise self._mistake("fair < good < sure at rubric", ("rubric",), found, "write them in that order")
        weights = {one: keys.weights.get(one, 1.0) for one in AXES}
        if not any(weights.values()):
            raise self._mistake("a weight above 0 at rubric.weights", ("rubric", "weights"), "none", "add one")
        return Rubric(weights, keys.fair, keys.good, keys.sure)

    def everybody(self, keys: DrillKeys) -> None:
        """Raise where somebody who may be before the camera has nothing to do."""
        for who in keys.before:
            if keys.steps and not any(who in (one.before or keys.before) for one in keys.steps):
                raise self._mistake(f"a step for {who}", ("before", who), "none", "add one, or leave them out")

    def step(self, whole: DrillKeys, own: StepKeys, at: tuple[Key, ...]) -> Step:
        given = (own, at) if own.preset is not None else (whole, ())
        base = self._preset(given[0].preset, (*given[1], "preset"))
        bands = {**self._bands(whole.bands, ()), **(self._bands(own.bands, at) if at else {})}
        for keys, where in ((whole, ()), (own, at)):
            self._measures(keys.shown, (*where, "shown"))
        asked = {**in_force(base), **bands}
        wanted = (own.counts, (*at, "counts")) if own.counts is not None else (whole.counts, ("counts",))
        counts = frozenset(self._counting(asked, *wanted)) | bands.keys()
        counts -= {*whole.shown, *own.shown} - bands.keys()
        if not counts:
            raise self._mistake("bands that count", wanted[1][:-1] or ("preset",), "none", "add some under bands")
        musts = {name: asked[name] for name in MEASURES if name in asked and (name in counts or name in ALWAYS)}
        return Step(
            goal=own.goal or whole.goal,
            preset=replace(base, musts=musts, style={}, shown=frozenset(MEASURES) - musts.keys()),
            counts=counts,
            needs=frozenset(bands) | (counts & (_SEEN | base.musts.keys() if base.document else _SEEN)),
            pattern=own.pattern or whole.pattern or "",
            asked=tuple(Asked(one.what, one.how) for one in own.asked or whole.asked),
            before=tuple(own.before),
        )

    def _preset(self, name: str | None, keys: tuple[Key, ...]) -> Preset:
        if name is None:
            raise self._mistake("the name of a preset at preset", (), "no such key", 'add preset = "headshot", say')
        try:
            return self._find(name)
        except PresetError as error:
            raise self._mistake(f"{error.expected} at preset", keys, str(error.found), str(error.remedy)) from error

    def _bands(self, bands: Mapping[str, tuple[float, float]], at: tuple[Key, ...]) -> dict[str, Band]:
        found = {name: banded(self._file, (*self._within, *at, "bands", name), band) for name, band in bands.items()}
        return {name: band for name, band in found.items() if band is not None}

    def _measures(self, names: Iterable[str], at: tuple[Key, ...]) -> None:
        for name in names:
            banded(self._file, (*self._within, *at, name))

    def _counting(self, asked: Mapping[str, Band], names: Sequence[str] | None, at: tuple[Key, ...]) -> Iterable[str]:
        """The measures that these names of measures and axes stand for; all that have a band where none are given."""
        for name in AXES if names is None else names:
            if name in AXES:
                yield from (one for one in asked if axis(MEASURES[one]) == name)
            elif name in asked:
                yield name
            else:
                keys = (*at, name)
                if name in MEASURES:
                    remedy = f"give {cut(name)} a band under bands"
                    raise self._mistake(f"a measure that has a band at {at[-1]}", keys, repr(cut(name)), remedy)
                remedy = near(name, [*AXES, *MEASURES]) or f"choose of {', '.join([*AXES, *asked])}"
                raise self._mistake(f"an axis or a measure at {at[-1]}", keys, repr(cut(name)), remedy)

    def _mistake(self, expected: str, keys: tuple[Key, ...], found: str, remedy: str) -> Exception:
        place = self._file.at(*self._within, *keys) if (*self._within, *keys) else self._file.name
        return self._file.error(f"{expected} in {place}", found, remedy)
