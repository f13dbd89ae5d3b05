"""What raters, here vision models, said of photographs: one row of a CSV file each."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from framing.errors import LabelsError
from framing.measures.crop.heads_shown import SPOKEN
from framing.types import ReadsAs

_NEEDED = ("id", "file", "reads_as", "crop")
_KNOWN = {"reads_as": get_args(ReadsAs), "crop": tuple(SPOKEN), "clear": ("yes", "no")}


@dataclass(frozen=True, slots=True)
class Label:
    """One photograph: what both raters read it as and call its crop, whether it is a clear case, and its defects.

    Where a second rater says nothing, the first speaks for both; a photograph not said to be clear is not.
    """

    id: str
    file: str
    reads_as: tuple[str, str]
    crop: tuple[str, str]
    clear: bool
    defects: frozenset[str]
    source: str  # where the photograph came from; the photographs of one source are much alike
    subjects: str = ""  # how many people are its subjects, or "3+" for at least that many; empty where nobody said

    @property
    def headshot(self) -> float:
        """The share of the raters who read it as a headshot: 0, 0.5 or 1."""
        return self.reads_as.count("headshot") / len(self.reads_as)


def read_labels(path: Path) -> tuple[Label, ...]:
    """The labels in the file's order. Raises LabelsError, naming the line, at the first that makes no sense."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            labels = tuple(_labels(csv.DictReader(file), path.name))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelsError("a CSV file of labels in UTF-8", f"{path} ({error})", "check its name and form") from error
    if not labels:
        raise LabelsError("at least one labelled photograph", f"none in {path}", "name another file")
    return labels


def photograph(label: Label, folder: Path) -> Path:
    """The labelled file: relative to the folder, or by its base name in it."""
    there = folder / label.file
    return there if there.exists() else folder / Path(label.file).name


def _labels(reader: csv.DictReader[str], name: str) -> Iterator[Label]:
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise LabelsError(f"the columns {', '.join(_NEEDED)} in {name}", f"no {', '.join(missing)}", "add them")
    for row in reader:
        yield _label(row, f"line {reader.line_num} of {name}")


def _label(row: Mapping[str, str | None], where: str) -> Label:
    def one(column: str, otherwise: str = "") -> str:
        value = (row.get(column) or "").strip() or otherwise
        known = _KNOWN.get(column.removesuffix("_2"))
        if known is not None and value not in known:
            raise LabelsError(f"{', '.join(known)} as {column} in {where}", repr(value), "correct it")
        return value

    subjects = one("subjects")
    if subjects and not re.fullmatch(r"\d+\+?", subjects):
        raise LabelsError(f"a number, or like 3+, as subjects in {where}", repr(subjects), "correct it")
    return Label(
        id=one("id"),
        file=one("file"),
        reads_as=(one("reads_as"), one("reads_as_2", one("reads_as"))),
        crop=(one("crop"), one("crop_2", one("crop"))),
        clear=one("clear", "no") == "yes",
        defects=frozenset(filter(None, one("defects").split(";"))),
        source=one("source") or one("id"),
        subjects=subjects,
    )
