"""What a command prints while it works: how far it is, and a JSON array that is whole whenever it ends."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from textwrap import indent
from typing import Any

_CLEAR = "\r\033[K"  # back to the beginning of the terminal's line, and the rest of it empty


class Progress:
    """One line on a terminal's stderr that says which of how many files is being looked at; nothing elsewhere."""

    def __init__(self, files: Sequence[str]) -> None:
        self._numbered = enumerate(files, start=1)
        self._count = len(files)
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def next(self) -> None:
        """Say that the next file's turn has come, if there is one."""
        for number, file in self._numbered:
            self._print(f"{_CLEAR}[{number}/{self._count}] {file}")
            break

    def clear(self) -> None:
        """Make room for something else."""
        self._print(_CLEAR)

    def _print(self, text: str) -> None:
        if self._shown:
            print(text, end="", file=sys.stderr, flush=True)


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
