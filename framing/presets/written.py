"""A TOML file as somebody wrote it, or a part of one: every mistake in it is named by file and line."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from reprlib import repr as short
from typing import Any

from pydantic import BaseModel, ValidationError

from framing.errors import FramingError

MOST_BYTES = 64_000  # of a file: twenty times the longest preset that is shipped
MOST_DOTS = 100  # in a line: tomllib takes 20 s for a dotted key of 30,000 parts

# What a statement of TOML can hide its end behind: strings, comments, and what stands in brackets.
_TOKENS = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|\#[^\n]*|[\[{]|[\]}]|\n""", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file, or a table in it; `error` is what its mistakes are raised as."""

    name: str  # badge.toml
    text: str
    error: type[FramingError]
    within: tuple[str, ...] = ()  # the keys down to the table

    def part(self, *keys: str) -> Written:
        """The table under these keys."""
        return replace(self, within=(*self.within, *keys))

    def at(self, *keys: str) -> str:
        """The file's name with the line on which these nested keys stand, the last perhaps being an item of a list.

        The text is TOML that could be read. Its statements are read one by one, each with the table it stands in: so
        dotted keys, tables within a line and lists over several need no parser of their own, and no line is read twice.
        """
        keys = (*self.within, *keys)
        if not keys:
            return self.name
        table: list[str] = []
        for start, statement in _statements(self.text):
            read = tomllib.loads(statement)
            if statement.lstrip().startswith("["):
                table = _path(read)
                inside = _holds(read, keys)
            else:
                inside = list(keys[: len(table)]) == table and _holds(read, keys[len(table) :])
            if inside and read:
                lines = statement.split("\n")
                return f"{self.name}, line {start + next((n for n, line in enumerate(lines) if keys[-1] in line), 0)}"
        return self.name

    def values(self) -> Mapping[str, Any]:
        """What the whole file says. Raises `error`, naming the line, for what is no TOML."""
        for number, line in enumerate(self.text.split("\n"), start=1):
            if line.count(".") > MOST_DOTS and not line.lstrip().startswith("#"):
                raise self.error(f"at most {MOST_DOTS} dots in {self.name}, line {number}", "more", "correct that line")
        try:
            return tomllib.loads(self.text)
        except (ValueError, RecursionError) as error:  # too many digits or brackets are no TOMLDecodeError
            last = self.text.rstrip().count("\n") + 1
            mistake = str(error).replace("at end of document", f"at line {last}, its end")
            raise self.error(f"TOML in {self.name}", f"a mistake: {mistake}", "correct that line") from error

    def misfit(self, model: type[BaseModel], error: ValidationError) -> FramingError:
        """The first thing in which this part is not as the model wants it; the model's descriptions say what it wants.

        A key that holds bands by measure is described by one of them.
        """
        first = error.errors(include_url=False)[0]
        keys = [part for part in first["loc"][:2] if isinstance(part, str)]
        file, where = self.at(*keys), ".".join(cut(key) for key in keys)
        if first["type"] == "extra_forbidden":
            known = list(model.model_fields)
            remedy = near(keys[0], known) or "remove it"
            return self.error(f"only the keys {', '.join(known)} in {file}", repr(where), remedy)
        shape = "[low, high]" if len(keys) > 1 else model.model_fields[where].description
        return self.error(f"{shape} at {where} in {file}", short(first["input"]), f"correct {where}")


def written(path: Path, error: type[FramingError]) -> Written:
    """The file at that path. Raises `error`, naming file and reason, for one that is no text of a sensible length."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would keep the reader waiting for good
            raise error(f"a file at {path.name}", "something else", "remove it")
        with path.open("rb") as file:
            read = file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise error(f"a file at {path.name}", trouble.strerror or str(trouble), "correct or remove it") from trouble
    if len(read) > MOST_BYTES:
        raise error(f"at most {MOST_BYTES // 1000} kB in {path.name}", "a longer file", "shorten it")
    try:
        # Windows editors begin a file with a byte order mark, which tomllib takes for a part of the first key.
        return Written(path.name, read.decode("utf-8-sig").replace("\r\n", "\n"), error)
    except UnicodeDecodeError as trouble:
        line = read.count(b"\n", 0, trouble.start) + 1
        raise error(f"text in UTF-8 in {path.name}, line {line}", trouble.reason, "save it as UTF-8 text") from trouble


def near(word: str, choices: Iterable[str]) -> str:
    """What was probably meant, as a remedy; empty where nothing comes near."""
    found = difflib.get_close_matches(word, choices)
    return f"write {' or '.join(found)}" if found else ""


def cut(word: str) -> str:
    """A word of somebody's file, short enough for a sentence."""
    return word if len(word) <= 40 else f"{word[:39]}…"


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
    while isinstance(read, dict | list) and read:
        if isinstance(read, list):  # of a list of tables
            read = read[0]
            continue
        ((key, read),) = read.items()
        keys.append(key)
    return keys


def _holds(read: object, keys: Sequence[str]) -> bool:
    for key in keys:
        if not isinstance(read, dict | list) or key not in read:
            return False
        read = read[key] if isinstance(read, dict) else None
    return True
