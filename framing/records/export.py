"""All that is kept, for its owner to take along: as JSON with everything, or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from framing.records.records import Records
from framing.records.values import Answer, Kept, Otherwise
from framing.school.values import AXES

COLUMNS = (
    "record", "trainee", "name", "at", "drill", "points", *AXES, "seconds", "corrections", "usual", "question",
    "guides", "own", "picture", "standard", "hash", "guide",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def as_json(records: Records) -> str:
    """Trainees with all that is theirs, and what was seen otherwise; pictures in Base64. Tokens are not in it."""
    answers, otherwise = records.answers(), records.otherwise()
    people = [
        {
            "number": one.id,
            "name": one.name,
            "since": moment(one.since),
            "attempts": [_attempt(kept) for kept in records.attempts(one.id, pictures=True)],
            "answers": [_answer(answer) for whose, answer in answers if whose == one.id],
            "otherwise": [_otherwise(seen) for whose, seen in otherwise if whose == one.id],
        }
        for one in records.trainees()
    ]
    nobodys = {
        "answers": [_answer(answer) for whose, answer in answers if whose is None],
        "otherwise": [_otherwise(seen) for whose, seen in otherwise if whose is None],
    }
    return json.dumps({"trainees": people, **nobodys}, indent=1, ensure_ascii=False, allow_nan=False)


def as_csv(records: Records) -> str:
    """One line for each attempt, answer and thing seen otherwise; without pictures and readings."""
    written = StringIO()
    table = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for row in _rows(records):
        table.writerow({key: _plain(value) for key, value in row.items()})
    return written.getvalue()


def moment(seconds: float) -> str:
    """A moment as ISO 8601 in UTC, to the second."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _rows(records: Records) -> Iterator[dict[str, object]]:
    names = {one.id: one.name for one in records.trainees()}
    for kept in records.attempts():
        one, score = kept.attempt, kept.attempt.score
        yield {
            "record": "attempt", "trainee": kept.trainee.id, "name": kept.trainee.name, "at": moment(one.at),
            "drill": one.drill, "points": round(score.points, 1), "seconds": round(score.seconds),
            "corrections": score.corrections, "usual": score.usual, "standard": one.standard, "hash": one.hash,
            "guide": one.guide, **{a.axis: "" if a.points is None else round(a.points, 1) for a in score.axes},
        }  # fmt: skip
    for whose, answer in records.answers():
        yield {
            "record": "answer", "trainee": whose, "name": names.get(whose or 0, ""), "at": moment(answer.at),
            "question": answer.question, "guides": answer.guides, "own": answer.own, "picture": answer.picture,
        }  # fmt: skip
    for whose, seen in records.otherwise():
        yield {
            "record": "otherwise", "trainee": whose, "name": names.get(whose or 0, ""), "at": moment(seen.at),
            "question": f"{seen.kind} {seen.what}", "guides": seen.guides, "own": seen.own, "standard": seen.standard,
            "hash": seen.hash, "guide": seen.guide,
        }  # fmt: skip


def _plain(value: object) -> object:
    """The value; a text that a spreadsheet would take for a formula is marked as a text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _attempt(kept: Kept) -> Mapping[str, Any]:
    one, score = kept.attempt, kept.attempt.score
    return {
        "number": kept.number, "drill": one.drill, "title": one.title, "at": moment(one.at), "points": score.points,
        "seconds": score.seconds, "corrections": score.corrections, "usual": score.usual,
        "axes": [
            {
                "axis": axis.axis, "points": axis.points, "level": axis.level, "weight": axis.weight,
                "marks": [{"measure": m.measure, "points": m.points, "because": str(m.because)} for m in axis.marks],
            }
            for axis in score.axes
        ],
        "standard": one.standard, "hash": one.hash, "guide": one.guide,
        "before": _picture(one.before), "after": _picture(one.after),
    }  # fmt: skip


def _answer(answer: Answer) -> Mapping[str, Any]:
    return {
        "at": moment(answer.at), "picture": answer.picture, "question": answer.question, "guides": answer.guides,
        "own": answer.own, "trainer": answer.trainer, "readings": dict(answer.readings),
    }  # fmt: skip


def _otherwise(seen: Otherwise) -> Mapping[str, Any]:
    return {
        "at": moment(seen.at), "kind": seen.kind, "what": seen.what, "guides": seen.guides, "own": seen.own,
        "readings": dict(seen.readings), "standard": seen.standard, "hash": seen.hash, "guide": seen.guide,
        "picture": _picture(seen.picture),
    }  # fmt: skip


def _picture(data: bytes | None) -> str | None:
    return None if data is None else b64encode(data).decode("ascii")
