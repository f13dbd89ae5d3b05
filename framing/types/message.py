"""What is meant, in a sentence that can be translated: the English one, with blanks for its numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with blanks and what belongs into them; a translator sees the sentence whole."""

    text: str  # in English, with named blanks in Python's format syntax: "face {share:.0%} of the height"
    values: tuple[tuple[str, float | int | str | Message], ...]
    one: str = ""  # the English sentence where the first value, a count, is 1: "{people:d} person"

    def __str__(self) -> str:
        """Return the sentence in English."""
        values = {name: str(value) if isinstance(value, Filled) else value for name, value in self.values}
        single = self.one and self.values[0][1] == 1
        return (self.one if single else self.text).format(**values)


Message = str | Filled
"""A sentence without blanks is its own message."""


def filled(text: str, **values: float | str | Message) -> Filled:
    """The sentence with its blanks filled in; the blanks' formats say how its numbers are rounded."""
    return Filled(text, tuple(values.items()))


def counted(one: str, many: str, **values: float | str | Message) -> Filled:
    """The sentence for a number of things, which is the first value; other languages have other plurals than two."""
    return Filled(many, tuple(values.items()), one)
