"""What is kept of the school, and how it is found and forgotten; every call opens the file and leaves it closed."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from framing.data import data_folder
from framing.errors import RecordError
from framing.records.file import RecordFile
from framing.records.values import Answer, Attempt, Kept, Otherwise, Readings, Trainee
from framing.school.values import Score

NAME = "school.db"
LONGEST = 60  # characters of a trainee's name
MOST = 2000  # trainees: a server that many can reach is not to be filled by one
_SCORE = TypeAdapter(Score)


class Records:
    """The record of one machine. All raise RecordError where its file cannot be read or written."""

    def __init__(self, path: Path) -> None:
        self._file = RecordFile(path)

    @property
    def there(self) -> bool:
        """Whether anything was ever kept."""
        return self._file.there

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self._file.path

    def enrol(self, name: str, since: float, *, pictures: bool) -> tuple[Trainee, str]:
        """Somebody opts in: the new trainee, and the secret token by which alone they find what is theirs.

        Raises RecordError for a name that is empty or too long.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST or not name.isprintable():
            raise RecordError(f"a name or number of 1 to {LONGEST} letters", repr(name[:80]), "write another")
        token = secrets.token_urlsafe(24)
        with self._file.writing() as file:
            if file.execute("SELECT count(*) FROM trainees").fetchone()[0] >= MOST:
                raise RecordError(f"at most {MOST} trainees", "as many", "erase some that have left")
            made = file.execute(
                "INSERT INTO trainees (name, since, pictures, key) VALUES (?, ?, ?, ?)",
                (name, since, int(pictures), _key(token)),
            )
            number = made.lastrowid or 0
        return Trainee(number, name, since, pictures), token

    def trainee(self, token: str) -> Trainee | None:
        """Whose secret token that is; None for nobody's."""
        with self._file.reading() as file:
            row = file and _rows(file, "SELECT * FROM trainees WHERE key = ?", (_key(token),))
        return _trainee(row[0]) if row else None

    def trainees(self) -> tuple[Trainee, ...]:
        """Everybody, by name."""
        with self._file.reading() as file:
            rows = _rows(file, "SELECT * FROM trainees ORDER BY name COLLATE NOCASE, id") if file else ()
        return tuple(map(_trainee, rows))

    def keep(self, token: str, attempt: Attempt) -> int | None:
        """The number under which an attempt is kept; None where the token is nobody's, or it is kept for another.

        Pictures are kept only where the trainee wants it; one that is kept already is left as it is.
        """
        if not self.there:
            return None
        with self._file.writing() as file:
            found = _rows(file, "SELECT * FROM trainees WHERE key = ?", (_key(token),))
            if not found:
                return None
            whose = _trainee(found[0])
            before, after = (attempt.before, attempt.after) if whose.pictures else (None, None)
            there = _rows(file, "SELECT id, trainee FROM attempts WHERE name = ?", (attempt.id,))
            if there:
                return there[0]["id"] if there[0]["trainee"] == whose.id else None
            made = file.execute(
                "INSERT INTO attempts (trainee, name, drill, title, at, score, standard, hash, guide, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    whose.id, attempt.id, attempt.drill, attempt.title, attempt.at, _score(attempt.score),
                    attempt.standard, attempt.hash, attempt.guide, before, after,
                ),
            )  # fmt: skip
            return made.lastrowid

    def attempt(self, name: str) -> Kept | None:
        """The attempt of that id; None where none is kept."""
        with self._file.reading() as file:
            rows = _rows(file, "SELECT * FROM attempts WHERE name = ?", (name,)) if file else ()
            if not (file and rows):
                return None
            [whose] = _rows(file, "SELECT * FROM trainees WHERE id = ?", (rows[0]["trainee"],))
        return Kept(rows[0]["id"], _trainee(whose), self._attempt(rows[0]))

    def attempts(self, trainee: int | None = None, *, pictures: bool = False) -> tuple[Kept, ...]:
        """What was handed in, the oldest first, of all or of one trainee; without the pictures unless they are wanted.

        They are most of the file, and a list of runs shows none.
        """
        shots = "before, after" if pictures else "NULL AS before, NULL AS after"
        asked = f"SELECT id, name, trainee, drill, title, at, score, standard, hash, guide, {shots} FROM attempts"  # noqa: S608
        with self._file.reading() as file:
            if file is None:
                return ()
            people = {one.id: one for one in map(_trainee, _rows(file, "SELECT * FROM trainees"))}
            rows = _rows(file, f"{asked} WHERE ?1 IS NULL OR trainee = ?1 ORDER BY at, id", (trainee,))
            return tuple(Kept(row["id"], people[row["trainee"]], self._attempt(row)) for row in rows)

    def answer(self, answer: Answer, token: str = "") -> None:
        """Keep an answer of the quiz: a trainee's, or a trainer's, who needs no token."""
        whose = None if answer.trainer else self.trainee(token)
        if whose is None and not answer.trainer:
            return
        with self._file.writing() as file:
            file.execute(
                "INSERT INTO answers (trainee, at, picture, question, guides, own, readings, source, trainer)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    None if whose is None else whose.id, answer.at, answer.picture, answer.question, answer.guides,
                    answer.own, _json(answer.readings), answer.source, int(answer.trainer),
                ),
            )  # fmt: skip

    def answers(self, picture: str | None = None) -> tuple[tuple[int | None, Answer], ...]:
        """The answers to all pictures, or to one, the oldest first, each with its trainee's number."""
        with self._file.reading() as file:
            asked = "SELECT * FROM answers WHERE ?1 IS NULL OR picture = ?1 ORDER BY at, id"
            rows = _rows(file, asked, (picture,)) if file else ()
        return tuple((row["trainee"], self._answer(row)) for row in rows)

    def see_otherwise(self, seen: Otherwise, token: str = "") -> None:
        """Keep what somebody sees otherwise; the click is their word that it may be kept."""
        whose = self.trainee(token) if token else None
        with self._file.writing() as file:
            file.execute(
                "INSERT INTO otherwise (trainee, at, kind, what, guides, own, readings, source, standard, hash, guide,"
                " picture, trainer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    None if whose is None else whose.id, seen.at, seen.kind, seen.what, seen.guides, seen.own,
                    _json(seen.readings), seen.source, seen.standard, seen.hash, seen.guide, seen.picture,
                    int(seen.trainer),
                ),
            )  # fmt: skip

    def otherwise(self) -> tuple[tuple[int | None, Otherwise], ...]:
        """All that was seen otherwise, the oldest first, each with its trainee's number if it is a trainee's."""
        with self._file.reading() as file:
            rows = _rows(file, "SELECT * FROM otherwise ORDER BY at, id") if file else ()
        return tuple((row["trainee"], self._otherwise(row)) for row in rows)

    def forget(self, trainee: int) -> bool:
        """Erase one trainee with all that is theirs; whether there was one."""
        if not self.there:
            return False
        with self._file.writing() as file:
            gone = file.execute("DELETE FROM trainees WHERE id = ?", (trainee,)).rowcount
        self._file.shrink()
        return gone > 0

    def forget_all(self) -> bool:
        """Erase everything; whether there was a record. The file stays, empty: another process may have it open."""
        if not self.there:
            return False
        with self._file.writing() as file:
            for table in ("otherwise", "answers", "attempts", "trainees"):
                file.execute(f"DELETE FROM {table}")  # noqa: S608 - the names are these four
        self._file.shrink()
        return True

    def _attempt(self, row: sqlite3.Row) -> Attempt:
        try:
            score = _SCORE.validate_python(json.loads(row["score"]))
        except ValueError as error:
            raise self._unread(row) from error
        return Attempt(
            row["drill"], row["title"], row["at"], score, row["standard"], row["hash"], row["guide"], row["before"],
            row["after"], row["name"],
        )  # fmt: skip

    def _answer(self, row: sqlite3.Row) -> Answer:
        return Answer(
            row["at"], row["picture"], row["question"], row["guides"], row["own"], self._readings(row), row["source"],
            bool(row["trainer"]),
        )  # fmt: skip

    def _otherwise(self, row: sqlite3.Row) -> Otherwise:
        return Otherwise(
            row["at"], row["kind"], row["what"], row["guides"], row["own"], self._readings(row), row["source"],
            row["standard"], row["hash"], row["guide"], row["picture"], bool(row["trainer"]),
        )  # fmt: skip

    def _readings(self, row: sqlite3.Row) -> Readings:
        try:
            return _READINGS.validate_json(row["readings"])
        except ValueError as error:
            raise self._unread(row) from error

    def _unread(self, row: sqlite3.Row) -> RecordError:
        remedy = "move the file elsewhere, or put back a copy; it is as it was"
        return RecordError(f"a record of the school at {self.path}", f"a damaged entry ({row['id']})", remedy)


_READINGS: TypeAdapter[dict[str, float | None]] = TypeAdapter(dict[str, float | None])


def records(environment: Mapping[str, str]) -> Records:
    """The record in the guide's folder of data; nothing is made before something is kept."""
    return Records(data_folder(environment) / NAME)


def _score(score: Score) -> str:
    """As JSON in Python's own way, which knows the endless ends of bands."""
    return json.dumps(_SCORE.dump_python(score))


def _json(readings: Readings) -> str:
    return json.dumps(dict(readings), allow_nan=False)


def _key(token: str) -> bytes:
    """What is kept of a token: who reads the file learns none."""
    return sha256(token.encode("utf-8", "surrogatepass")).digest()


def _rows(file: sqlite3.Connection, asked: str, values: Iterable[object] = ()) -> list[sqlite3.Row]:
    return file.execute(asked, tuple(values)).fetchall()


def _trainee(row: sqlite3.Row) -> Trainee:
    return Trainee(row["id"], row["name"], row["since"], bool(row["pictures"]))
