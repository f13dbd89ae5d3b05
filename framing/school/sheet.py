"""A trainer's answers from a file beside the pictures: one row each, by the file's name."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import PurePath
from typing import get_args

from framing.errors import LabelsError
from framing.school.eye import Answer
from framing.types import ReadsAs, filled
from framing.verdict.terms import DIFFERENCES

_NEEDED = ("file", "reads_as")
_KNOWN: Mapping[str, tuple[str, ...]] = {"reads_as": get_args(ReadsAs), "why": ("", *DIFFERENCES)}


def read_sheet(text: str, name: str) -> Mapping[str, Answer]:
    """The answers by file name, without its folders. Raises LabelsError, naming the line, at the first mistake.

    The columns are those of `framing evaluate`, file and reads_as; `why` is one of the five differences and `first` a
    cue by its id, both may be missing. What other columns hold is not looked at.
    """
    try:
        return dict(_answers(csv.DictReader(StringIO(text.removeprefix("\ufeff"))), name))
    except csv.Error as error:
        found = filled("{name} ({reason})", name=name, reason=str(error))
        raise LabelsError("a CSV file of answers", found, "save it as CSV in UTF-8") from error


def _answers(reader: csv.DictReader[str], name: str) -> Iterator[tuple[str, Answer]]:
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        expected = filled("the columns {columns} in {name}", columns=", ".join(_NEEDED), name=name)
        raise LabelsError(expected, filled("no {columns}", columns=", ".join(missing)), "add them")
    for row in reader:
        said = {column: (row.get(column) or "").strip() for column in ("file", "reads_as", "why", "first")}
        for column, known in _KNOWN.items():
            if said[column] not in known:
                expected = filled(
                    "{known} as {column} in line {line} of {name}",
                    known=", ".join(filter(None, known)), column=column, line=reader.line_num, name=name,
                )  # fmt: skip
                raise LabelsError(expected, repr(said[column]), "correct it")
        yield PurePath(said["file"].replace("\\", "/")).name, Answer(said["reads_as"], said["why"], said["first"])
