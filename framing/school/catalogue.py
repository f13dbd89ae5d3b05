"""The drills: those that are shipped, in assets/drills, those in the trainer's own folder, and the standard's.

A drill has its file's name. Its presets are the shipped ones and those in the folder that FRAMING_PRESETS names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from framing import presets
from framing.errors import DrillError, FramingError
from framing.presets.written import near, own_files
from framing.school.file import Find, parse
from framing.school.values import Drill

FOLDER = "FRAMING_DRILLS"
SHIPPED = Path(__file__).parents[2] / "assets" / "drills"
_NONE: Mapping[str, Drill] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All drills that can be chosen by name, and what is wrong with those that cannot."""

    drills: Mapping[str, Drill]
    problems: tuple[FramingError, ...] = ()
    broken: Mapping[str, DrillError] = field(default_factory=dict)  # by the drill's name


def drills(environment: Mapping[str, str], standard: Mapping[str, Drill] = _NONE) -> Catalogue:
    """The shipped drills, those of the folder that FRAMING_DRILLS names and those of a standard; never raises.

    A later one takes the place of an earlier one of the same name: a studio may have its own headroom drill. A broken
    file becomes a problem with its file, line and reason, and the others still work.
    """
    own, broken, problems = _own(environment)
    found = {**_shipped(), **own, **standard}
    return Catalogue(_in_order(found.values()), problems, broken)


def find(name: str, environment: Mapping[str, str], standard: Mapping[str, Drill] = _NONE) -> Drill:
    """The drill of that name; raises DrillError, with what is wrong with its file or folder, or the choices."""
    found = drills(environment, standard)
    if name in found.broken:
        raise found.broken[name]
    if name in found.drills:
        return found.drills[name]
    if found.problems and not found.broken:  # the folder itself, which may well hold it
        raise found.problems[0]
    choices = ", ".join(found.drills)
    raise DrillError(f"one of the drills {choices}", repr(name), near(name, found.drills) or "choose one")


def load(folder: Path = SHIPPED) -> Mapping[str, Drill]:
    """All drills of a folder, in their order; raises DrillError at the first one that does not make sense."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise DrillError(f"drills (*.toml) in {folder}", "none", "name a folder that holds some")
    return _in_order(parse(path, presets.find) for path in files)


@cache
def _shipped() -> Mapping[str, Drill]:
    return load()


def _in_order(found: Iterable[Drill]) -> Mapping[str, Drill]:
    ordered = sorted(found, key=lambda drill: (drill.short, drill.order, drill.title))
    return MappingProxyType({drill.id: drill for drill in ordered})


def _own(
    environment: Mapping[str, str],
) -> tuple[Mapping[str, Drill], Mapping[str, DrillError], tuple[DrillError, ...]]:
    name = environment.get(FOLDER)
    if not name:
        return {}, {}, ()
    try:
        files = own_files(name, f"a folder of drills in {FOLDER}", DrillError)
    except DrillError as error:
        return {}, {}, (error,)
    own: dict[str, Drill] = {}
    broken: dict[str, DrillError] = {}
    preset: Find = lambda wanted: presets.find(wanted, environment)  # noqa: E731 - named for its type
    for path in files:
        try:
            own[path.stem] = parse(path, preset)
        except DrillError as problem:
            broken[path.stem] = problem
    return own, broken, tuple(broken.values())
