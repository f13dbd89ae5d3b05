"""The record's one file: made when something is first kept, checked before it is read, and really smaller after.

SQLite without a write-ahead log, so that it stays one file; what is deleted is overwritten (`secure_delete`) and given
back (`VACUUM`, without a copy on the disk). Two processes wait for each other.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from framing.errors import RecordError

MARK = 0x46474453  # says in the file's head whose it is: "FGDS"
VERSION = 1
PATIENCE = 10.0  # seconds for another process to be done
MOST_BYTES = 2_000_000_000
_PAGE = 4096
_SCHEMA = """
CREATE TABLE trainees (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, since REAL NOT NULL, pictures INTEGER NOT NULL,
    key BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, trainee INTEGER NOT NULL REFERENCES trainees ON DELETE CASCADE,
    name TEXT NOT NULL UNIQUE, drill TEXT NOT NULL, title TEXT NOT NULL, at REAL NOT NULL, score TEXT NOT NULL,
    standard TEXT NOT NULL, hash TEXT NOT NULL, guide TEXT NOT NULL, before BLOB, after BLOB
) STRICT;
CREATE INDEX attempts_of ON attempts (trainee, drill, at);
CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, trainee INTEGER REFERENCES trainees ON DELETE CASCADE,
    at REAL NOT NULL, picture TEXT NOT NULL, question TEXT NOT NULL, guides TEXT NOT NULL, own TEXT NOT NULL,
    readings TEXT NOT NULL, source TEXT NOT NULL, trainer INTEGER NOT NULL
) STRICT;
CREATE TABLE otherwise (
    id INTEGER PRIMARY KEY AUTOINCREMENT, trainee INTEGER REFERENCES trainees ON DELETE CASCADE,
    at REAL NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, guides TEXT NOT NULL, own TEXT NOT NULL,
    readings TEXT NOT NULL, source TEXT NOT NULL, standard TEXT NOT NULL, hash TEXT NOT NULL, guide TEXT NOT NULL,
    picture BLOB, trainer INTEGER NOT NULL
) STRICT;
"""


class RecordFile:
    """Opens the file for as long as one thing is done; nothing holds it in between."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def there(self) -> bool:
        """Whether anything was ever kept."""
        return self.path.exists()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """The open file, or None where there is none. Raises RecordError for one that cannot be read."""
        if not self.there:
            yield None
            return
        with self._opened() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The open file in a transaction that is kept whole or not at all; it is made where there is none.

        Raises RecordError for a file that cannot be read or written; it is then as it was.
        """
        self._make()
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                self._prepare(connection)
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def shrink(self) -> None:
        """Give back what was deleted."""
        if self.there:
            with self._opened() as connection:
                connection.execute("VACUUM")

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        # mode=rw never makes a file: who only reads leaves nothing behind.
        where = f"{self.path.resolve().as_uri()}?mode=rw"
        try:
            with closing(
                sqlite3.connect(where, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            ) as connection:
                connection.row_factory = sqlite3.Row
                self._settle(connection)
                yield connection
        # A damaged file may also hold no text where one should be, no such column, or a number of nobody.
        except (sqlite3.DatabaseError, UnicodeDecodeError, LookupError) as error:
            raise self._damaged(error) from error

    def _settle(self, connection: sqlite3.Connection) -> None:
        for setting in ("foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY", "journal_mode = DELETE"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute(f"PRAGMA max_page_count = {MOST_BYTES // _PAGE}")
        if _said(connection, "schema_version") and _said(connection, "application_id") != MARK:
            raise RecordError(
                "a record of the school", f"another program's file at {self.path}", "move it elsewhere; it is as it was"
            )
        if _said(connection, "user_version") > VERSION:
            remedy = "update the guide, or move the file elsewhere; it is as it was"
            raise RecordError(f"a record of this guide at {self.path}", "one of a newer guide", remedy)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        if not _said(connection, "schema_version"):
            for statement in filter(str.strip, _SCHEMA.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {MARK}")
            connection.execute(f"PRAGMA user_version = {VERSION}")

    def _make(self) -> None:
        """An empty file that nobody else may read, in a folder that nobody else may open."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except OSError as error:
            raise RecordError(
                "a place for the school's record", f"{self.path}: {error.strerror}", "name another in FRAMING_DATA"
            ) from error

    def _damaged(self, error: Exception) -> RecordError:
        if isinstance(error, sqlite3.OperationalError):  # locked, full, read-only
            remedy = "make room or let the other program finish, and try again; nothing was changed"
            return RecordError(f"a record that can be read and written at {self.path}", str(error), remedy)
        remedy = "move the file elsewhere, or put back a copy; it is as it was"
        return RecordError(f"a record of the school at {self.path}", f"a damaged file ({error})", remedy)


def _said(connection: sqlite3.Connection, name: str) -> int:
    """A number of the file's head; `schema_version` is 0 while it is empty."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
