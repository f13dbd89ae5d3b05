"""What a command prints: how far it is, lines and tables, and a JSON array that is whole whenever it ends."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from textwrap import indent
from typing import Any, Self

from rich import progress
from rich.console import Console
from rich.table import Table
from rich.text import Text

_UNFOLDED = 1000  # columns of an output that is no terminal: its lines are as long as they are


class _Output(Console):
    """Standard output: names are printed as they are, and colours only on a terminal, unless NO_COLOR is set."""

    def __init__(self) -> None:
        width = None if sys.stdout is not None and sys.stdout.isatty() else _UNFOLDED
        super().__init__(width=width, markup=False, highlight=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Raise what came: the command line has a sentence for it, where rich would end without one."""
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))


def show(parts: Iterable[str | Text | Table]) -> None:
    """Print lines and tables; raises OSError where the output takes none."""
    output = _Output()
    for part in parts:
        output.print(part, soft_wrap=not isinstance(part, Table))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], words: Collection[int] = (0,)) -> Table:
    """Columns as wide as what stands in them: those of `words` begin at the left, the others, of numbers, end right."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for number, heading in enumerate(headings):
        made.add_column(heading, justify="left" if number in words else "right")
    for row in rows:
        made.add_row(*row)
    return made


class Progress:
    """One line on a terminal's stderr that says how far a command is; nothing elsewhere, and nothing afterwards."""

    def __init__(self, total: int) -> None:
        errors = Console(stderr=True)
        self._line = progress.Progress(
            progress.TextColumn("{task.description}", markup=False),
            progress.BarColumn(bar_width=20),
            progress.TimeRemainingColumn(),
            console=errors,
            auto_refresh=False,  # no thread of its own: a signal may end the command at any moment
            transient=True,
            redirect_stdout=False,  # results go where the output goes, not where the line is
            redirect_stderr=False,
            disable=sys.stderr is None or not (sys.stderr.isatty() and errors.is_interactive),
        )
        self._task = self._line.add_task("", total=total)

    def __enter__(self) -> Self:
        """Show the line."""
        self._line.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        self._line.stop()

    def at(self, done: int, what: str) -> None:
        """Say how many are done, and what is being done or was done last."""
        self._line.update(self._task, completed=done, description=what, refresh=True)

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Make room for something else on the terminal."""
        self._line.stop()
        try:
            yield
        finally:
            self._line.start()


class JsonArray:
    """Printed entry by entry, and each at once: what reads it need not wait for the last."""

    def __init__(self) -> None:
        self._begun = False

    def add(self, entry: Mapping[str, Any]) -> None:
        """One more entry."""
        print(",\n" if self._begun else "[\n", end="")
        self._begun = True
        print(indent(json.dumps(entry, indent=2, allow_nan=False), "  "), end="", flush=True)

    def close(self) -> None:
        """The end of the array, which may be empty."""
        print("\n]" if self._begun else "[]", flush=True)
