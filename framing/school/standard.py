"""What the studio's standard says to the school: drills, and a rubric that all drills are scored by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from framing import presets
from framing.errors import FramingError, StandardError
from framing.measures import MEASURES
from framing.presets.catalogue import of_standard
from framing.presets.standard import HouseKeys, Id, StandardFile, read_standard, standard_file
from framing.presets.written import near
from framing.say.language import OFFERED
from framing.school import catalogue
from framing.school.axes import axis
from framing.school.catalogue import Catalogue
from framing.school.file import DrillKeys, RubricKeys, drill, rubric
from framing.school.values import Drill, Rubric
from framing.types import Preset
from framing.verdict.chosen import read_weights


class SchoolKeys(HouseKeys):
    """The keys of the file with its drills and rubric as the school reads them."""

    drills: dict[Id, DrillKeys] = Field({}, description="tables, each with a small name, such as [drills.house_key],")
    rubric: RubricKeys | None = Field(None, description="weights and levels")


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """A studio's standard as a whole."""

    file: StandardFile
    drills: Mapping[str, Drill]
    rubric: Rubric | None

    def scored(self, drill: Drill) -> Drill:
        """The drill with the studio's levels, and its axes weighed by the studio as well, but for the studio's own.

        A drill that asks only for axes which the studio gives no weight keeps its own weights: nothing would be left.
        """
        if self.rubric is None or drill.id in self.drills:
            return drill
        asked = {axis(MEASURES[name]) for step in drill.steps for name in step.counts if name in step.preset.musts}
        asked |= {"light" for step in drill.steps if step.pattern}
        weights = {of: weight * self.rubric.weights[of] for of, weight in drill.rubric.weights.items()}
        if not any(weights[of] for of in asked):
            weights = dict(drill.rubric.weights)
        return replace(drill, rubric=replace(self.rubric, weights=weights))


def standard(environment: Mapping[str, str]) -> Standard | None:
    """The standard that FRAMING_STANDARD names; None without one.

    Raises StandardError or PresetError, naming file, line and reason, for one that makes no sense.
    """
    file = standard_file(environment)
    return None if file is None else _whole(file)


def drills(environment: Mapping[str, str]) -> Catalogue:
    """All drills, scored as the studio wants it; never raises: a broken standard is the first of the problems."""
    try:
        house = standard(environment)
    except FramingError as error:
        found = catalogue.drills(environment)
        return replace(found, problems=(error, *found.problems))
    if house is None:
        return catalogue.drills(environment)
    found = catalogue.drills(environment, house.drills)
    return replace(found, drills=MappingProxyType({name: house.scored(one) for name, one in found.drills.items()}))


def checked(path: Path) -> Standard:
    """The standard in that file once all of it makes sense, its weights and languages too.

    Raises StandardError, PresetError or WeightsError, naming file, line and reason.
    """
    whole = _whole(read_standard(path))
    for code in whole.file.keys.languages:
        if code not in OFFERED:
            where = f"languages in {whole.file.written.at('languages', code)}"
            remedy = near(code, OFFERED) or f"choose of {', '.join(OFFERED)}"
            raise StandardError(f"the codes of languages that the guide speaks at {where}", repr(code), remedy)
    if whole.file.weights is not None:
        read_weights(whole.file.weights)
    return whole


@lru_cache(maxsize=4)
def _whole(file: StandardFile) -> Standard:
    keys = file.written.keys(SchoolKeys)
    own = of_standard(file)

    def find(name: str) -> Preset:
        return own[name] if name in own else presets.find(name)

    drills = {name: drill(name, one, file.written, find, ("drills", name)) for name, one in keys.drills.items()}
    rule = None if keys.rubric is None else rubric(keys.rubric, file.written, find)
    return Standard(file, MappingProxyType(drills), rule)
