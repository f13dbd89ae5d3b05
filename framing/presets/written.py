"""A TOML file that somebody wrote, read with care: whatever is wrong with it is named by file and line.

Uses, drills and a studio's standard are such files. Each has an error of its own in the tree, which is handed in.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from reprlib import repr as short
from typing import Annotated, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

from framing.errors import FramingError

MOST_BYTES = 64_000  # of a file: twenty times the longest that is shipped
MOST_DOTS = 100  # in a line: tomllib takes 20 s for a dotted key of 30,000 parts

# What a statement of TOML can hide its end behind: strings, comments, and what stands in brackets.
_TOKENS = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n""", re.DOTALL
)
_Model = TypeVar("_Model", bound=BaseModel)
Key = str | int  # of a table, or the place in a list, from 0


def _no_truth(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("true and false are no numbers")  # noqa: TRY004 - pydantic takes a ValueError for a misfit
    return value


no_truth = BeforeValidator(_no_truth)
Number = Annotated[float, no_truth]
Words = Annotated[str, Field(min_length=1, max_length=500)]
Name = Annotated[str, Field(min_length=1, max_length=100)]
Title = Annotated[str, Field(min_length=1, max_length=80)]  # it must find room in one line of the page
Bands = dict[str, tuple[Number, Number]]
BAND: JsonDict = {"each": "[low, high]"}  # what each line of a table of bands has to be


class Keys(BaseModel):
    """The keys of a file or of one of its tables; each field's description completes "Expected … at …"."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Written:
    """A file's name and text, and the error that its mistakes are raised as."""

    name: str  # badge.toml
    text: str
    error: type[FramingError]

    def values(self) -> Mapping[str, object]:
        """What it says; raises the file's error where it is no TOML."""
        return _toml(self)

    def keys(self, model: type[_Model]) -> _Model:
        """What it says, as that model has it; raises the file's error at the first mistake."""
        try:
            return model.model_validate(self.values())
        except ValidationError as error:
            raise self._misfit(model, error) from error

    def at(self, *keys: Key) -> str:
        """The file's name with the line on which these nested keys stand."""
        return _at(self.name, self.text, keys)

    def _misfit(self, model: type[BaseModel], error: ValidationError) -> FramingError:
        first = error.errors(include_url=False)[0]
        keys, fields, shape = _named(model, first["loc"])
        where = ".".join(_told(key) for key in keys)
        if first["type"] == "extra_forbidden":
            known = list(fields)
            remedy = near(str(keys[-1]), known) or "remove it"
            return self.error(f"only the keys {', '.join(known)} in {self.at(*keys)}", repr(where), remedy)
        if first["type"] == "missing":
            expected = f"{shape} at {where} in {self.at(*keys[:-1])}" if keys[:-1] else f"{where} = … in {self.name}"
            return self.error(expected, "no such key", f"add {where}: {shape}")
        return self.error(f"{shape} at {where} in {self.at(*keys)}", short(first["input"]), f"correct {where}")


def read(path: Path, error: type[FramingError]) -> Written:
    """The file at that path; raises `error` where it cannot be read as text."""
    return Written(path.name, _text(path, error), error)


def own_files(folder: str, expected: str, error: type[FramingError]) -> tuple[Path, ...]:
    """The TOML files of a folder that somebody named, in order; raises `error` where it cannot be read."""
    try:
        there = Path(folder).expanduser().iterdir()
        return tuple(sorted(path for path in there if path.suffix == ".toml" and not path.name.startswith(".")))
    except (OSError, RuntimeError) as trouble:  # RuntimeError: ~name of a user that does not exist
        raise error(expected, f"{folder} ({getattr(trouble, 'strerror', None) or trouble})", "correct it") from trouble


def near(word: str, choices: Iterable[str]) -> str:
    """What was probably meant, as a remedy; empty where nothing comes near."""
    found = difflib.get_close_matches(word, choices)
    return f"write {' or '.join(found)}" if found else ""


def cut(word: str) -> str:
    """A word of somebody's file, short enough for a sentence."""
    return word if len(word) <= 40 else f"{word[:39]}…"


def _told(key: Key) -> str:
    return f"{key + 1}" if isinstance(key, int) else cut(key)


def _named(model: type[BaseModel], loc: Sequence[Key]) -> tuple[list[Key], Mapping[str, FieldInfo], str]:
    """The keys down to what is wrong, the keys that may stand there, and what it has to be."""
    fields: Mapping[str, FieldInfo] = model.model_fields
    keys: list[Key] = []
    shape, each, inner, named = "", "", None, False
    for key in loc:
        if (isinstance(key, int) and inner is None) or key == "[key]":  # an item is told by its list, a key by itself
            break
        keys.append(key)
        if isinstance(key, int) and inner is not None:
            fields, each, inner = inner.model_fields, "", None
        elif key in fields:
            field = fields[str(key)]
            shape, each, inner = field.description or "", _each(field), _inner(field)
            fields = {} if inner is None else inner.model_fields
            named = inner is not None and get_origin(field.annotation) is dict
        elif named and isinstance(key, str):  # the name of one of many tables
            named = False
        elif each:
            return keys, fields, each
        else:
            break
    return keys, fields, shape


def _each(field: FieldInfo) -> str:
    extra = field.json_schema_extra
    return str(extra["each"]) if isinstance(extra, dict) and "each" in extra else ""


def _inner(field: FieldInfo) -> type[BaseModel] | None:
    """The model of a field's table, or of each table in its list; None where it holds none."""
    kinds = [field.annotation]
    while kinds:
        kind = kinds.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return kind
        kinds += get_args(kind)
    return None


def _text(path: Path, error: type[FramingError]) -> str:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would keep the reader waiting for good
            raise error(f"a file at {path.name}", "something else", "remove it")
        with path.open("rb") as file:
            written = file.read(MOST_BYTES + 1)
    except OSError as failed:
        raise error(f"a file at {path.name}", failed.strerror or str(failed), "correct or remove it") from failed
    if len(written) > MOST_BYTES:
        raise error(f"at most {MOST_BYTES // 1000} kB in {path.name}", "a longer file", "shorten it")
    try:
        # Windows editors begin a file with a byte order mark, which tomllib takes for a part of the first key.
        return written.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as failed:
        line = written.count(b"\n", 0, failed.start) + 1
        expected = f"text in UTF-8 in {path.name}, line {line}"
        raise error(expected, failed.reason, "save it as UTF-8 text") from failed


def _toml(file: Written) -> Mapping[str, object]:
    for number, line in enumerate(file.text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
            raise file.error(f"at most {MOST_DOTS} dots in {file.name}, line {number}", "more", "correct that line")
    try:
        return tomllib.loads(file.text)
    except (ValueError, RecursionError) as error:  # too many digits or brackets are no TOMLDecodeError
        last = file.text.rstrip().count("\n") + 1
        mistake = str(error).replace("at end of document", f"at line {last}, its end")
        raise file.error(f"TOML in {file.name}", f"a mistake: {mistake}", "correct that line") from error


def _at(name: str, text: str, keys: Sequence[Key]) -> str:
    """The file's name with the line on which these nested keys stand, the last perhaps being an item of a list.

    `text` is TOML that could be read. Its statements are read one by one, each with the table it stands in: so dotted
    keys, tables within a line and lists over several need no parser of their own, and no line is read twice.
    """
    table: list[Key] = []
    lists: dict[str, int] = {}  # how many tables each [[list]] has so far
    for start, statement in _statements(text):
        read = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            table = _path(read, lists, statement.lstrip().startswith("[["))
            inside = table[: len(keys)] == list(keys)
        else:
            inside = list(keys[: len(table)]) == table and _holds(read, keys[len(table) :])
        if inside and read:
            lines = statement.split("\n")
            return f"{name}, line {start + next((n for n, line in enumerate(lines) if str(keys[-1]) in line), 0)}"
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


def _path(read: object, lists: dict[str, int], another: bool) -> list[Key]:
    """The keys down to the table that a header opens; a list of tables is followed by the place in it."""
    keys: list[Key] = []
    while read:
        if isinstance(read, list):  # the new table of a [[list]]
            break
        assert isinstance(read, dict)  # noqa: S101 - a header is tables and lists alone
        ((key, read),) = read.items()
        keys.append(key)
        name = ".".join(map(str, keys))
        if another and isinstance(read, list):
            lists[name] = lists.get(name, -1) + 1
        if name in lists:
            keys.append(lists[name])
    return keys


def _holds(read: object, keys: Sequence[Key]) -> bool:
    for key in keys:
        if isinstance(read, list) and isinstance(key, int) and key < len(read):
            read = read[key]
        elif isinstance(read, dict | list) and key in read:
            read = read[key] if isinstance(read, dict) else None
        else:
            return False
    return True
