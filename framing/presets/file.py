"""One preset as it is written in a file, checked on reading: every mistake is named by file and line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr as short
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from framing.errors import PresetError
from framing.measures import MEASURES
from framing.types import Band

Stances = Mapping[str, tuple[str, Band | None]]  # measure -> where it stands (musts, style, shown) and its band
MOST_BYTES = 64_000  # of a file: twenty times the longest that is shipped
MOST_DOTS = 100  # in a line: tomllib takes 20 s for a dotted key of 30,000 parts
MOST_PIXELS = 100_000_000  # of a picture, which is held in memory whole and more than once

# What a statement of TOML can hide its end behind: strings, comments, and what stands in brackets.
_TOKENS = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n""", re.DOTALL
)


def _no_truth(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("true and false are no numbers")  # noqa: TRY004 - pydantic takes a ValueError for a misfit
    return value


def _ratio(value: object) -> object:
    return value.split(":") if isinstance(value, str) else value


def _in_memory(size: tuple[int, int]) -> tuple[int, int]:
    if size[0] * size[1] > MOST_PIXELS:
        raise ValueError("too many pixels")
    return size


_Words = Annotated[str, Field(min_length=1, max_length=500)]
_Name = Annotated[str, Field(min_length=1, max_length=100)]
_Title = Annotated[str, Field(min_length=1, max_length=80)]  # it must find room in one line of the page
_Number = Annotated[float, BeforeValidator(_no_truth)]
# Bounded, so that no ratio of two leaves the numbers there are.
_Side = Annotated[_Number, Field(ge=0.001, le=100_000.0)]
_Pixels = Annotated[int, BeforeValidator(_no_truth), Field(ge=1, le=12_000)]
_Dpi = Annotated[int, BeforeValidator(_no_truth), Field(ge=1, le=2_400)]
_Bands = dict[str, tuple[_Number, _Number]]


class Keys(BaseModel):
    """The keys of one file: what it leaves out must come from the preset it extends."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    extends: _Name | None = Field(None, description="the name of another preset")
    title: _Title | None = Field(None, description="a title for the page, 80 characters at most")
    aspect: Annotated[tuple[_Side, _Side], BeforeValidator(_ratio)] | None = Field(
        None, description='a ratio of width to height such as "4:5" or [4, 5]'
    )
    pixels: Annotated[tuple[_Pixels, _Pixels], AfterValidator(_in_memory)] | None = Field(
        None, description="[width, height] in whole pixels, at most 12,000 a side and 100 million together,"
    )
    most_pixels: Annotated[tuple[_Pixels, _Pixels], AfterValidator(_in_memory)] | None = Field(
        None, description="[width, height] in whole pixels, no smaller than pixels"
    )
    reads_as: Literal["headshot", "portrait", "either"] | None = Field(None, description="headshot, portrait or either")
    shape: Literal["rectangle", "circle"] | None = Field(None, description="rectangle or circle")
    source: _Words | None = Field(None, description="who says so, in 500 characters at most")
    dpi: _Dpi | None = Field(None, description="the print's pixels per inch, a whole number up to 2,400")
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
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would keep the reader waiting for good
            raise PresetError(f"a file at {path.name}", "something else", "remove it")
        with path.open("rb") as file:
            written = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise PresetError(f"a file at {path.name}", error.strerror or str(error), "correct or remove it") from error
    if len(written) > MOST_BYTES:
        raise PresetError(f"at most {MOST_BYTES // 1000} kB in {path.name}", "a longer file", "shorten it")
    try:
        # Windows editors begin a file with a byte order mark, which tomllib takes for a part of the first key.
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = written.count(b"\n", 0, error.start) + 1
        expected = f"text in UTF-8 in {path.name}, line {line}"
        raise PresetError(expected, error.reason, "save it as UTF-8 text") from error


def _toml(name: str, text: str) -> Mapping[str, object]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
            raise PresetError(f"at most {MOST_DOTS} dots in {name}, line {number}", "more", "correct that line")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # too many digits or brackets are no TOMLDecodeError
        last = text.rstrip().count("\n") + 1
        mistake = str(error).replace("at end of document", f"at line {last}, its end")
        raise PresetError(f"TOML in {name}", f"a mistake: {mistake}", "correct that line") from error


def _misfit(name: str, text: str, error: ValidationError) -> PresetError:
    first = error.errors(include_url=False)[0]
    keys = [part for part in first["loc"][:2] if isinstance(part, str)]
    file, where = _at(name, text, keys), ".".join(_cut(key) for key in keys)
    if first["type"] == "extra_forbidden":
        known = list(Keys.model_fields)
        remedy = near(keys[0], known) or "remove it"
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
                where = f"{place}.{_cut(measure)} in {_at(name, text, (place, measure))}"
                raise PresetError(f"{expected} at {where}", found, remedy)
            stances[measure] = (place, None if band is None else Band(*band))
    return stances


def _mistake(measure: str, band: tuple[float, float] | None, stances: Stances) -> tuple[str, str, str] | None:
    """What is expected of a measure's place and band, what was found instead and what to do; None if all is well."""
    if measure not in MEASURES:
        remedy = near(measure, MEASURES) or f"choose one of {', '.join(MEASURES)}"
        return "the name of a measure", repr(_cut(measure)), remedy
    if measure in stances:
        return "the only mention of it", f"it in {stances[measure][0]} too", "keep one of the two"
    if band is not None and not band[0] <= band[1]:  # so put that a NaN is caught too
        remedy = "write the smaller number first" if band[0] > band[1] else "write a number"
        return "low ≤ high", str(list(band)), remedy
    return None


def _cut(word: str) -> str:
    """A word of somebody's file, short enough for a sentence."""
    return word if len(word) <= 40 else f"{word[:39]}…"


def _at(name: str, text: str, keys: Sequence[str]) -> str:
    """The file's name with the line on which these nested keys stand, the last perhaps being an item of a list.

    `text` is TOML that could be read. Its statements are read one by one, each with the table it stands in: so dotted
    keys, tables within a line and lists over several need no parser of their own, and no line is read twice.
    """
    table: list[str] = []
    for start, statement in _statements(text):
        read = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _path(read)
            inside = _holds(read, keys)
        else:
            inside = list(keys[: len(table)]) == table and _holds(read, keys[len(table) :])
        if inside and read:
            lines = statement.split("\n")
            return f"{name}, line {start + next((n for n, line in enumerate(lines) if keys[-1] in line), 0)}"
    return name


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement, comment or empty line with the number of its first line, counted from 1."""
    depth, begins, line, first = 0, 0, 1, 1
    for token in _TOKENS.finditer(f"{text}\n"):
        found = token.group()
        line += found.count("\n")
        depth += (found in ("[", "{")) - (found in ("]", "}"))
        if found == "\n" and depth == 0:
            yield first, text[begins : token.start()]
            begins, first = token.end(), line


def _path(read: object) -> list[str]:
    """The keys down to the table that a header opens."""
    keys = []
    while isinstance(read, dict) and read:
        ((key, read),) = read.items()
        keys.append(key)
    return keys


def _holds(read: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(read, dict | list) or key not in read:
            return False
        read = read[key] if isinstance(read, dict) else None
    return True
