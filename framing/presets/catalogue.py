"""The intended uses: those that are shipped, in assets/presets, those of the studio's standard, and the user's own.

A preset has its file's name and may extend another. What the child says of a measure then replaces all that its
parent says of it, so a measure stands in one place only: a must, a style, or shown without being judged. What the
standard says of a measure is locked: a preset of the user's own may extend one of the standard, but says nothing else
of that measure, and the standard's presets extend none of the user's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from framing.errors import FramingError, PresetError, StandardError
from framing.presets.file import PresetFile, Stances, parse
from framing.presets.stamp import Stamp, stamp
from framing.presets.standard import StandardFile, standard_file
from framing.presets.written import near, own_files
from framing.types import Band, Preset

FOLDER = "FRAMING_PRESETS"
_SHIPPED = Path(__file__).parents[2] / "assets" / "presets"
_NONE: Mapping[str, PresetFile] = MappingProxyType({})
_REQUIRED = ("title", "aspect", "pixels", "reads_as", "shape", "source")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All uses that can be chosen by name, and what is wrong with those that cannot."""

    presets: Mapping[str, Preset]
    problems: tuple[FramingError, ...] = ()
    broken: Mapping[str, PresetError] = field(default_factory=dict)  # the problems with one file, by its preset's name


def catalogue(environment: Mapping[str, str]) -> Catalogue:
    """The standard's presets, the shipped ones, and those in the folder that FRAMING_PRESETS names; never raises.

    Each of the three by title. A user's file may extend a shipped preset, one of the standard or one beside it. A
    broken one becomes a problem with its file, line and reason, and the others still work; so does a broken standard.
    Files are read again when they change.
    """
    try:
        presets = of_standard(standard := standard_file(environment))
        problem: tuple[FramingError, ...] = ()
    except (StandardError, PresetError) as error:
        presets, standard, problem = MappingProxyType({}), None, (error,)
    found = _beside(environment, standard)
    return Catalogue(MappingProxyType({**presets, **found.presets}), problem + found.problems, found.broken)


def of_standard(standard: StandardFile | None) -> Mapping[str, Preset]:
    """The presets of the standard by title; none without one. Raises PresetError for one that makes no whole."""
    return MappingProxyType({}) if standard is None else _locked(standard)


def _beside(environment: Mapping[str, str], standard: StandardFile | None) -> Catalogue:
    """The shipped ones and the user's own."""
    name = environment.get(FOLDER)
    if not name:
        return Catalogue(_shipped())
    try:
        files = own_files(name, f"a folder of presets in {FOLDER}", PresetError)
    except PresetError as error:
        return Catalogue(_shipped(), (error,))
    return _with_own(tuple(stamp(path) for path in files), standard)


def load(folder: Path | None = None) -> Mapping[str, Preset]:
    """All presets of a folder by name, sorted by title; without a folder, the shipped ones.

    Raises PresetError, naming the file, at the first one that does not make sense.
    """
    return _shipped() if folder is None else _loaded(folder)


def find(name: str, environment: Mapping[str, str] = MappingProxyType({})) -> Preset:
    """The preset of that name, shipped or the user's own.

    Raises PresetError: what is wrong with its file or the user's folder, or else the choices there are; and, of a
    standard that is broken, StandardError or PresetError, for then nothing is as the studio wants it.
    """
    of_standard(standard_file(environment))
    found = catalogue(environment)
    if name in found.presets:
        return found.presets[name]
    if name in found.broken:
        raise found.broken[name]
    if found.problems and not found.broken:  # the folder itself, which may well hold it
        raise found.problems[0]
    choices = ", ".join(found.presets)
    raise PresetError(f"one of the presets {choices}", repr(name), near(name, found.presets) or "choose one")


@cache
def _shipped() -> Mapping[str, Preset]:
    return _loaded(_SHIPPED)


def _loaded(folder: Path) -> Mapping[str, Preset]:
    files = {path.stem: parse(path) for path in sorted(folder.glob("*.toml"))}
    if not files:
        raise PresetError(f"presets (*.toml) in {folder}", "none", "name a folder that holds some")
    return _by_title(_preset(name, files) for name in files)


def _by_title(presets: Iterable[Preset]) -> Mapping[str, Preset]:
    return MappingProxyType({preset.name: preset for preset in sorted(presets, key=lambda preset: preset.title)})


@lru_cache(maxsize=8)  # the page asks several times a second
def _with_own(stamps: tuple[Stamp, ...], standard: StandardFile | None) -> Catalogue:
    locked = _NONE if standard is None else standard.presets
    files = {**_shipped_files(), **locked}
    own, broken = [], {}
    for path, _, _ in stamps:
        try:
            files[path.stem] = _parse_own(path, locked)
        except PresetError as problem:
            broken[path.stem] = problem
    for name in [path.stem for path, _, _ in stamps if path.stem not in broken]:
        try:
            own.append(_preset(name, files, locked, broken))
        except PresetError as problem:
            broken[name] = problem
    presets = MappingProxyType({**_shipped(), **_by_title(own)})
    # What is wrong with a parent is told once, not for each of its children.
    return Catalogue(presets, tuple({str(problem): problem for problem in broken.values()}.values()), broken)


@lru_cache(maxsize=4)
def _locked(standard: StandardFile) -> Mapping[str, Preset]:
    for name, file in standard.presets.items():
        if name in _shipped():
            remedy = "give it another name; it may extend the shipped one"
            where = f"presets.{name} in {file.at()}"
            raise PresetError(f"a new name for {where}", "that of a shipped preset", remedy)
    files = {**_shipped_files(), **standard.presets}
    return _by_title(_preset(name, files, standard.presets) for name in standard.presets)


@cache
def _shipped_files() -> Mapping[str, PresetFile]:
    return {path.stem: parse(path) for path in sorted(_SHIPPED.glob("*.toml"))}


def _parse_own(path: Path, locked: Collection[str]) -> PresetFile:
    if path.stem in _shipped() or path.stem in locked:
        whose = "the studio's standard" if path.stem in locked else "a shipped preset"
        remedy = "give the file another name; it may extend the one that is there"
        raise PresetError(f"a new name for {path.name}", f"that of {whose}", remedy)
    return parse(path)


def _preset(
    name: str, files: Mapping[str, PresetFile], locked: Mapping[str, PresetFile] = _NONE, broken: Collection[str] = ()
) -> Preset:
    keys: dict[str, Any] = {}
    stances: dict[str, tuple[str, Band | None]] = {}
    line = _lineage(name, files, broken)
    held: Stances = {}  # what the standard says, which nothing after it changes
    for ancestor in line:
        of_standard = ancestor in locked.values()
        own = ancestor.keys.model_dump(
            exclude_unset=True, include={*_REQUIRED, "dpi", "most_pixels", "document"}
        )
        if "pixels" in own and "most_pixels" in keys:  # of a document: exactly these, unless it says more itself
            keys["most_pixels"] = own["pixels"]
        keys |= own
        if name not in locked:
            _keep(held, ancestor)
        stances |= ancestor.stances
        held = dict(stances) if of_standard else held
    missing = [key for key in _REQUIRED if key not in keys]
    if missing:
        remedy = "add it, or extend a preset that has it"
        raise PresetError(f"{missing[0]} = ... in {files[name].written.name}", "no such key", remedy)
    keys["aspect"] = _aspect(line, keys)
    bands = {
        place: {measure: band for measure, (stood, band) in stances.items() if stood == place and band is not None}
        for place in ("musts", "style")
    }
    shown = frozenset(measure for measure, (stood, _) in stances.items() if stood == "shown")
    return Preset(**keys | {"name": name, "shown": shown} | bands)


def _keep(held: Stances, file: PresetFile) -> None:
    """Raise PresetError where a file says something else of a measure that the standard it extends has locked."""
    for measure, (place, band) in file.stances.items():
        if measure in held and held[measure] != (place, band):
            where = file.at(place, measure)
            raise PresetError(f"{measure} as the studio's standard has it in {where}", "something else", "remove it")


def _aspect(line: Sequence[PresetFile], keys: Mapping[str, Any]) -> float:
    """Width over height, once all pixels agree with it to less than one and the most are no fewer than the least."""
    across, down = keys["aspect"]
    for name in [name for name in ("pixels", "most_pixels") if name in keys]:
        width, height = keys[name]
        said = ((f, k) for f in reversed(line) for k in (name, "pixels", "aspect") if k in f.keys.model_fields_set)
        last, key = next(said)
        if abs(width - height * across / down) >= 1.0:
            expected = f"{name} in the aspect {across:g}:{down:g} in {last.at(key)}"
            remedy = f"write {name} = [{round(height * across / down)}, {height}] or change the aspect"
            raise PresetError(expected, f"[{width}, {height}]", remedy)
        if height < keys["pixels"][1]:
            raise PresetError(f"{name} no smaller than pixels in {last.at(key)}", f"[{width}, {height}]", "correct it")
    return float(across / down)


def _lineage(name: str, files: Mapping[str, PresetFile], broken: Collection[str]) -> list[PresetFile]:
    """From the eldest ancestor down to the preset itself."""
    line = [name]
    while (parent := files[line[-1]].keys.extends) is not None:
        if parent in line:
            circle = " → ".join([*line, parent])
            expected = f"an end to extends in {files[name].at('extends')}"
            raise PresetError(expected, circle, "remove extends from one of them")
        if parent not in files:
            expected = f"the name of a preset at extends in {files[line[-1]].at('extends')}"
            remedy = near(parent, files) or f"choose one of {', '.join(files)}"
            raise PresetError(expected, repr(parent), f"correct {parent}.toml first" if parent in broken else remedy)
        line.append(parent)
    return [files[ancestor] for ancestor in reversed(line)]
