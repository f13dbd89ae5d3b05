"""What is meant, in a sentence that can be translated: the English one, with blanks for its numbers.

What is annotated as a Message, and what `filled`, `counted`, `Absent`, `Remedy` and `translate` are given, is found by
`make words` (framing/lab/words.py) and goes into the catalogues.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filled:
    """A sentence with blanks and what belongs into them; a translator sees the sentence whole."""

    text: str  # in English, with named blanks in Python's format syntax: "face {share:.0%} of the height"
    values: tuple[tuple[str, Value], ...]
    one: str = ""  # the English sentence where the first value, a count, is 1: "{people:d} person"

    def __str__(self) -> str:
        """Return the sentence in English."""
        values = {name: _in_english(value) for name, value in self.values}
        single = self.one and self.values[0][1] == 1
        return (self.one if single else self.text).format(**values)


Message = str | Filled
"""A sentence without blanks is its own message."""
Value = float | Message | tuple[Message, ...]
"""What fills a blank: a number, another message, or a list of them."""


def _in_english(value: Value) -> float | str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) if isinstance(value, Filled) else value


def filled(text: str, **values: Value) -> Filled:
    """The sentence with its blanks filled in; the blanks' formats say how its numbers are rounded."""
    return Filled(text, tuple(values.items()))


def counted(one: str, many: str, **values: Value) -> Filled:
    """The sentence for a number of things, which is the first value; other languages have other plurals than two."""
    return Filled(many, tuple(values.items()), one)
