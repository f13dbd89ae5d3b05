"""One preset as it is written in a file, checked at the door: every mistake is named by file and line."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr as short
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.types import Band

Stances = Mapping[str, tuple[str, Band | None]]  # measure -> where it stands (musts, style, shown) and its band
_Words = Annotated[str, Field(min_length=1)]
_Side = Annotated[float, Field(ge=0.001, le=100_000.0)]  # bounded, so that no ratio of two leaves the numbers there are
_Pixels = Annotated[int, Field(ge=1, le=100_000)]
_Bands = dict[str, tuple[float, float]]


def _ratio(value: object) -> object:
    return value.split(":") if isinstance(value, str) else value


class Keys(BaseModel):
    """The keys of one file: what it leaves out must come from the preset it extends."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    extends: _Words | None = Field(None, description="the name of another preset")
    title: _Words | None = Field(None, description="a title for the page")
    aspect: Annotated[tuple[_Side, _Side], BeforeValidator(_ratio)] | None = Field(
        None, description='a ratio of width to height such as "4:5" or [4, 5]'
    )
    pixels: tuple[_Pixels, _Pixels] | None = Field(None, description="[width, height] in whole pixels")
    reads_as: Literal["headshot", "portrait", "either"] | None = Field(None, description="headshot, portrait or either")
    shape: Literal["rectangle", "circle"] | None = Field(None, description="rectangle or circle")
    source: _Words | None = Field(None, description="who says so")
    dpi: _Pixels | None = Field(None, description="the print's pixels per inch, a whole number")
    document: bool | None = Field(None, description="true or false: whether an authority will look at it")
    musts: _Bands = Field({}, description="a measure = [low, high] on each line")
    style: _Bands = Field({}, description="a measure = [low, high] on each line")
    shown: list[str] = Field([], description="a list of measures")


@dataclass(frozen=True, slots=True)
class PresetFile:
    """A file whose keys and measures make sense; whether they make a whole preset shows with those it extends."""

    name: str  # badge.toml
    text: str
    keys: Keys
    stances: Stances

    def at(self, *keys: str) -> str:
        """The file's name with the line on which these nested keys stand."""
        return _at(self.name, self.text, keys)


def parse(path: Path) -> PresetFile:
    """The preset file at that path. Raises PresetError, naming file, line and reason, when it makes no sense."""
    name, text = path.name, _text(path)
    try:
        keys = Keys.model_validate(_toml(name, text))
    except ValidationError as error:
        raise _misfit(name, text, error) from error
    return PresetFile(name, text, keys, _stances(name, text, keys))


def near(word: str, choices: Iterable[str]) -> str:
    """What was probably meant, as a remedy; empty where nothing comes near."""
    found = difflib.get_close_matches(word, choices)
    return f"write {' or '.join(found)}" if found else ""


def _text(path: Path) -> str:
    try:
        written = path.read_bytes()
    except OSError as error:
        raise PresetError(f"a file at {path.name}", error.strerror or str(error), "correct or remove it") from error
    try:
        # Windows editors begin a file with a byte order mark, which tomllib takes for a part of the first key.
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        expected = f"text in UTF-8 in {path.name}, line {line}"
        raise PresetError(expected, error.reason, "save it anew as UTF-8 text") from error


def _toml(name: str, text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # too many digits or brackets are no TOMLDecodeError
        last = text.rstrip().count("\n") + 1
        mistake = str(error).replace("at end of document", f"at line {last}, its end")
        raise PresetError(f"TOML in {name}", f"a mistake: {mistake}", "correct that line") from error


def _misfit(name: str, text: str, error: ValidationError) -> PresetError:
    first = error.errors(include_url=False)[0]
    keys = [part for part in first["loc"][:2] if isinstance(part, str)]
    file, where = _at(name, text, keys), ".".join(keys)
    if first["type"] == "extra_forbidden":
        known = list(Keys.model_fields)
        remedy = near(where, known) or "remove it"
        return PresetError(f"only the keys {', '.join(known)} in {file}", repr(where), remedy)
    shape = "[low, high]" if len(keys) > 1 else Keys.model_fields[where].description
    return PresetError(f"{shape} at {where} in {file}", short(first["input"]), f"correct {where}")


def _stances(name: str, text: str, written: Keys) -> Stances:
    stances: dict[str, tuple[str, Band | None]] = {}
    for place, bands in (("musts", written.musts), ("style", written.style), ("shown", dict.fromkeys(written.shown))):
        for measure, band in bands.items():
            mistake = _mistake(measure, band, stances)
            if mistake is not None:
                expected, found, remedy = mistake
                where = f"{place}.{measure} in {_at(name, text, (place, measure))}"
                raise PresetError(f"{expected} at {where}", found, remedy)
            stances[measure] = (place, None if band is None else Band(*band))
    return stances


def _mistake(measure: str, band: tuple[float, float] | None, stances: Stances) -> tuple[str, str, str] | None:
    """What is expected of a measure's place and band, what was found instead and what to do; None if all is well."""
    if measure not in MEASURES:
        remedy = near(measure, MEASURES) or f"choose one of {', '.join(MEASURES)}"
        return "the name of a measure", repr(measure), remedy
    if measure in stances:
        return "the only mention of it", f"it in {stances[measure][0]} too", "keep one of the two"
    if band is not None and not band[0] <= band[1]:  # so put that a NaN is caught too
        remedy = "write the smaller number first" if band[0] > band[1] else "write a number"
        return "low ≤ high", str(list(band)), remedy
    return None


def _at(name: str, text: str, keys: Sequence[str]) -> str:
    """The file's name with the line on which these nested keys stand, the last perhaps being an item of a list.

    That is in the statement which must be read, with all before it, for the keys to be there: so dotted keys, tables
    within a line and lists over several need no parser of their own.
    """
    lines, start = text.split("\n"), 0
    for end in range(1, len(lines) + 1):
        try:
            read = tomllib.loads("\n".join(lines[:end]))
        except ValueError:  # in the middle of a statement
            continue
        if _holds(read, keys):
            line = next((n for n in range(start, end) if keys[-1] in lines[n]), start)
            return f"{name}, line {line + 1}"
        start = end
    return name


def _holds(read: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(read, dict | list) or key not in read:
            return False
        read = read[key] if isinstance(read, dict) else None
    return True
