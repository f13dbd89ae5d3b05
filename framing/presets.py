"""The intended uses, read from assets/presets/*.toml and checked at the door: the file's name is the preset's name.

A preset may extend another. What the child says of a measure then replaces all that its parent says of it, so a measure
stands in one place only: a must, a style, or shown without being judged.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PositiveInt, ValidationError

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.types import Band, Preset

FOLDER = "FRAMING_PRESETS"
_SHIPPED = Path(__file__).parents[1] / "assets" / "presets"
_REQUIRED = ("title", "aspect", "pixels", "reads_as", "shape", "source")
_Words = Annotated[str, Field(min_length=1)]
_Side = Annotated[float, Field(gt=0.0, allow_inf_nan=False)]
_Bands = dict[str, tuple[float, float]]
_Stances = dict[str, tuple[str, Band | None]]  # measure -> where it stands (musts, style, shown) and its band


def _ratio(value: object) -> object:
    return value.split(":") if isinstance(value, str) else value


class _File(BaseModel):
    """One file as written: what it leaves out must come from the preset it extends."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    extends: _Words | None = Field(None, description="the name of another preset")
    title: _Words | None = Field(None, description="a title for the page")
    aspect: Annotated[tuple[_Side, _Side], BeforeValidator(_ratio)] | None = Field(
        None, description='a ratio of width to height such as "4:5" or [4, 5]'
    )
    pixels: tuple[PositiveInt, PositiveInt] | None = Field(None, description="[width, height] in whole pixels")
    reads_as: Literal["headshot", "portrait", "either"] | None = Field(None, description="headshot, portrait or either")
    shape: Literal["rectangle", "circle"] | None = Field(None, description="rectangle or circle")
    source: _Words | None = Field(None, description="who says so")
    dpi: PositiveInt | None = Field(None, description="the print's pixels per inch")
    musts: _Bands = Field({}, description="a measure = [low, high] on each line")
    style: _Bands = Field({}, description="a measure = [low, high] on each line")
    shown: list[str] = Field([], description="a list of measures")


@dataclass(frozen=True, slots=True)
class Shelf:
    """All uses that can be chosen, and what is wrong with those that cannot."""

    presets: Mapping[str, Preset]
    problems: tuple[PresetError, ...] = ()


def shelf(environment: Mapping[str, str]) -> Shelf:
    """The shipped presets and, after them, those in the folder that FRAMING_PRESETS names; never raises.

    A file of one's own may extend a shipped preset or one beside it. A broken one becomes a problem with its file, line
    and reason, and the others still work.
    """
    name = environment.get(FOLDER)
    if not name:
        return Shelf(_shipped())
    folder = Path(name).expanduser()
    try:
        files = tuple(sorted((path, path.stat().st_mtime_ns) for path in folder.iterdir() if path.suffix == ".toml"))
    except OSError as error:
        why = error.strerror or str(error)
        return Shelf(_shipped(), (PresetError(f"a folder of presets in {FOLDER}", f"{name} ({why})", "correct it"),))
    return _own(files)


def _parse_own(path: Path) -> _File:
    if path.stem in _shipped():
        remedy = "give the file another name; it may extend the shipped one"
        raise PresetError(f"a new name for {path.name}", "that of a shipped preset", remedy)
    return _parse(path)


def load(folder: Path | None = None) -> Mapping[str, Preset]:
    """All presets of a folder by name, sorted by title; without a folder, the shipped ones.

    Raises PresetError, naming the file, at the first one that does not make sense.
    """
    return _shipped() if folder is None else _read(folder)


def find(name: str, environment: Mapping[str, str] = MappingProxyType({})) -> Preset:
    """The preset of that name. Raises PresetError, listing the choices, when there is none or its file is broken."""
    found = shelf(environment)
    presets = found.presets
    if name not in presets:
        for problem in found.problems:
            if f"{name}.toml" in problem.expected:
                raise problem
        raise PresetError(f"one of the presets {', '.join(presets)}", repr(name), _near(name, presets) or "choose one")
    return presets[name]


@cache
def _shipped() -> Mapping[str, Preset]:
    return _read(_SHIPPED)


@lru_cache(maxsize=8)  # the page asks at every run; a changed file has another time and so is read anew
def _own(files: tuple[tuple[Path, int], ...]) -> Shelf:
    known = {path.stem: _parse(path) for path in sorted(_SHIPPED.glob("*.toml"))}
    presets, problems = dict(_shipped()), []
    for path, _ in files:
        try:
            known[path.stem] = _parse_own(path)
        except PresetError as problem:
            problems.append(problem)
    for name in [path.stem for path, _ in files if path.stem in known and path.stem not in presets]:
        try:
            presets[name] = _preset(name, known)
        except PresetError as problem:
            problems.append(problem)
    return Shelf(presets, tuple(problems))


def _read(folder: Path) -> Mapping[str, Preset]:
    files = {path.stem: _parse(path) for path in sorted(folder.glob("*.toml"))}
    if not files:
        raise PresetError(f"presets (*.toml) in {folder}", "none", "name a folder that holds some")
    presets = [_preset(name, files) for name in files]
    return {preset.name: preset for preset in sorted(presets, key=lambda preset: preset.title)}


def _parse(path: Path) -> _File:
    try:
        # Windows editors begin a file with a byte order mark, which tomllib takes for a part of the first key.
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise PresetError(f"TOML in {path.name}", f"a mistake: {error}", "correct that line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PresetError(f"a text file in UTF-8 at {path.name}", str(error), "save it anew as UTF-8 text") from error
    try:
        return _File.model_validate(written)
    except ValidationError as error:
        raise _misfit(path, error) from error


def _misfit(path: Path, error: ValidationError) -> PresetError:
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0])
    file = _at_line(path, [part for part in first["loc"] if isinstance(part, str)])
    where = ".".join(str(part) for part in first["loc"][:2] if isinstance(part, str))
    if first["type"] == "extra_forbidden":
        known = list(_File.model_fields)
        return PresetError(f"only the keys {', '.join(known)} in {file}", repr(key), _near(key, known) or "remove it")
    shape = "[low, high]" if where != key else _File.model_fields[key].description
    return PresetError(f"{shape} at {where} in {file}", repr(first["input"]), f"correct {where}")


def _at_line(path: Path, keys: Iterable[str]) -> str:
    """The file's name with the line on which the last of these nested keys is written, as far as it can be found."""
    lines, at = path.read_text("utf-8-sig").splitlines(), None
    for key in keys:
        mention = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[]=]""")
        at = next((n for n in range(at or 0, len(lines)) if mention.match(lines[n])), at)
    return path.name if at is None else f"{path.name}, line {at + 1}"


def _preset(name: str, files: Mapping[str, _File]) -> Preset:
    keys: dict[str, Any] = {}
    stances: _Stances = {}
    for ancestor in _lineage(name, files):
        keys |= files[ancestor].model_dump(exclude_unset=True, include={*_REQUIRED, "dpi"})
        stances |= _stances(f"{ancestor}.toml", files[ancestor])
    missing = [key for key in _REQUIRED if key not in keys]
    if missing:
        remedy = "add it, or extend a preset that has it"
        raise PresetError(f"{missing[0]} = ... in {name}.toml", "no such key", remedy)
    (across, down), (width, height) = keys["aspect"], keys["pixels"]
    aspect = across / down
    if abs(width - height * aspect) >= 1.0:
        remedy = f"write pixels = [{round(height * aspect)}, {height}] or change the aspect"
        raise PresetError(f"pixels in the aspect {across:g}:{down:g} in {name}.toml", f"[{width}, {height}]", remedy)
    bands = {
        place: {measure: band for measure, (stood, band) in stances.items() if stood == place and band is not None}
        for place in ("musts", "style")
    }
    shown = frozenset(measure for measure, (stood, _) in stances.items() if stood == "shown")
    return Preset(**keys | {"name": name, "aspect": aspect, "shown": shown} | bands)


def _lineage(name: str, files: Mapping[str, _File]) -> list[str]:
    """From the eldest ancestor down to the preset itself."""
    line = [name]
    while (parent := files[line[-1]].extends) is not None:
        if parent in line:
            circle = " → ".join([*line, parent])
            raise PresetError(f"extends in {name}.toml to come to an end", circle, "remove extends from one of them")
        if parent not in files:
            expected = f"extends in {line[-1]}.toml to name a preset beside it"
            raise PresetError(expected, repr(parent), _near(parent, files) or f"choose one of {', '.join(files)}")
        line.append(parent)
    return line[::-1]


def _stances(file: str, written: _File) -> _Stances:
    stances: _Stances = {}
    for place, bands in (("musts", written.musts), ("style", written.style), ("shown", dict.fromkeys(written.shown))):
        for measure, band in bands.items():
            where = f"{place}.{measure} in {file}"
            if measure not in MEASURES:
                remedy = _near(measure, MEASURES) or f"choose one of {', '.join(MEASURES)}"
                raise PresetError(f"the name of a measure at {where}", repr(measure), remedy)
            if measure in stances:
                found = f"it in {stances[measure][0]} too"
                raise PresetError(f"{where} to be its only place", found, "keep one of the two")
            if band is not None and not band[0] <= band[1]:  # so put that a NaN is caught too
                remedy = "write the smaller number first" if band[0] > band[1] else "write a number"
                raise PresetError(f"low ≤ high at {where}", str(list(band)), remedy)
            stances[measure] = (place, None if band is None else Band(*band))
    return stances


def _near(word: str, choices: Iterable[str]) -> str:
    """What was probably meant, as a remedy; empty where nothing comes near."""
    near = difflib.get_close_matches(word, choices)
    return f"write {' or '.join(near)}" if near else ""
