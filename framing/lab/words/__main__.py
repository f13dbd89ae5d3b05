"""`make words`: exit status 1 where a language lacks a message or keeps one that is no longer said."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from framing.errors import FramingError
from framing.lab.words.template import State, bring_up_to_date


def main() -> int:
    """The exit status: 0 where all languages are whole, 1 where one is not, 2 where a file cannot be written."""
    try:
        states = bring_up_to_date()
    except FramingError as error:
        print(error, file=sys.stderr)
        return 2
    print(*as_lines(states), sep="\n")
    return int(any(one.missing or one.unused for one in states))


def as_lines(states: Iterable[State]) -> Iterator[str]:
    """What is missing in each language and what is no longer used."""
    for one in states:
        yield f"{one.code}: {len(one.missing)} missing, {len(one.unused)} no longer used"
        yield from (f"  missing: {message}" for message in one.missing)
        yield from (f"  no longer used: {message}" for message in one.unused)


if __name__ == "__main__":
    sys.exit(main())
