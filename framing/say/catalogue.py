"""The translations of one language, read from its .po file: assets/words/<code>.po."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from framing.types.message import Filled

FOLDER = Path(__file__).parents[2] / "assets" / "words"


def _two(count: int) -> int:
    return int(count != 1)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations by their English message; what is not in it is said in English."""

    messages: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by the English sentence for many
    form: Callable[[int], int] = _two  # which of the plurals a count takes

    def pattern(self, message: str | Filled) -> str:
        """The translated sentence with its blanks still in it."""
        if isinstance(message, str):
            return self.messages.get(message, message)
        if not message.one:
            return self.messages.get(message.text, message.text)
        count = message.values[0][1]
        whole = int(count) if isinstance(count, int | float) else 2
        forms = self.plurals.get(message.text)
        if forms is None:
            return message.one if whole == 1 else message.text
        return forms[self.form(whole)]


@cache
def catalogue(code: str) -> Catalogue:
    """The catalogue of a language that has a file, without the entries that cannot be used."""
    with (FOLDER / f"{code}.po").open("rb") as file:
        read = read_po(file, locale=code)
    entries = [(forms(entry.id), forms(entry.string)) for entry in read if entry.id and usable(entry)]
    return Catalogue(
        {ids[0]: strings[0] for ids, strings in entries if len(ids) == 1},
        {ids[1]: strings for ids, strings in entries if len(ids) > 1},
        gettext.c2py(read.plural_expr),  # what gettext itself reads plurals with
    )


def usable(entry: Entry) -> bool:
    """Whether an entry is translated in all its forms, not fuzzy, and fills the blanks that the English one fills."""
    ids, strings = forms(entry.id), forms(entry.string)
    wanted = blanks(ids[-1])
    # "one person" needs no number; the plurals of some languages leave it out as well.
    fits = all(wanted == blanks(s) if len(ids) == 1 else wanted >= blanks(s) for s in strings)
    return not entry.fuzzy and all(strings) and fits


def forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """The one form of an entry, or all forms of one that counts; "" for each that is missing."""
    return (words or "",) if isinstance(words, str | None) else tuple(one or "" for one in words)


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[tuple[str, str | None, str], ...]:
    """The pattern cut at its blanks: (text before, blank's name, its format); the name is None after the last one.

    Raises ValueError for one that is not in Python's format syntax.
    """
    return tuple((before, name, spec or "") for before, name, spec, _ in Formatter().parse(text))


def blanks(text: str) -> frozenset[tuple[str, str]]:
    """The blanks of a pattern as (name, format); of a broken one an impossible blank."""
    try:
        return frozenset((name, spec) for _, name, spec in pieces(text) if name is not None)
    except ValueError:
        return frozenset({("", text)})
