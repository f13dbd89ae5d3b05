"""The languages that the guide speaks, and how a message is said in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale

from framing.errors import LanguageError
from framing.say import pseudo
from framing.say.catalogue import FOLDER, Catalogue, catalogue, pieces
from framing.say.symbols import Symbols, symbols
from framing.say.symbols import number as written
from framing.types.message import Filled, Message, Value

Direction = Literal["ltr", "rtl"]
SOURCE = "en"  # in which the messages are written
OFFERED = (SOURCE, *sorted(path.stem for path in FOLDER.glob("*.po")))
"""The codes of the languages to choose from: English, and one file a language."""
LANGUAGES = (*OFFERED, pseudo.CODE)
"""All of them: the pseudo-language too, which nobody is offered."""
_UNTRANSLATED = Catalogue()  # one for all: a look has some seven hundred messages


@dataclass(frozen=True, slots=True)
class Language:
    """One language: how it calls itself, which way it runs, and how it writes numbers."""

    code: str  # "de", for the page's lang attribute
    name: str  # "Deutsch"
    direction: Direction
    symbols: Symbols

    @property
    def catalogue(self) -> Catalogue:
        """Its translations, read at first use."""
        return _UNTRANSLATED if self.code in (SOURCE, pseudo.CODE) else catalogue(self.code)


@cache
def language(code: str) -> Language:
    """The language of that code. Raises LanguageError, naming those that exist, for any other."""
    if code not in LANGUAGES:
        raise LanguageError(f"one of the languages {', '.join(LANGUAGES)}", repr(code), "choose one of them")
    if code == pseudo.CODE:
        return Language(code, pseudo.NAME, "ltr", symbols(SOURCE))
    locale = Locale.parse(code)
    name = locale.get_display_name(code) or code
    direction: Direction = "rtl" if locale.text_direction == "rtl" else "ltr"
    return Language(code, f"{name[0].upper()}{name[1:]}", direction, symbols(code))


ENGLISH = language(SOURCE)


def translate(language: Language, message: Message) -> str:
    """The message in that language, its blanks filled; in English where it has no translation."""
    pattern = language.catalogue.pattern(message)
    if language.code == pseudo.CODE:
        pattern = pseudo.pseudo(pattern)
    if isinstance(message, str):
        return pattern
    values, said = dict(message.values), []
    for before, name, spec in pieces(pattern):
        said.append(before)
        if name is not None:
            said.append(_value(language, values[name], spec))
    return "".join(said)


def _value(language: Language, value: Value, spec: str) -> str:
    if isinstance(value, tuple):
        return listed(language, value)
    return translate(language, value) if isinstance(value, str | Filled) else number(language, value, spec)


def number(language: Language, value: float, spec: str) -> str:
    """The number as the language writes it, rounded as Python's format `spec` says: "66 %", "−1,5"."""
    return written(language.symbols, value, spec)


def per_cent(language: Language, written: str) -> str:
    """A number, or two ends of a range, with the sign for hundredths: "20–30 %"."""
    return language.symbols.percent.format(written)


def listed(language: Language, phrases: Iterable[Message]) -> str:
    """Phrases one after the other, with the comma of the language."""
    return language.symbols.comma.join(translate(language, phrase) for phrase in phrases)


def best(wishes: str, among: Sequence[str] = OFFERED) -> str:
    """The code of the language that a browser's Accept-Language asks for first among those; else the first of them."""
    ranked = sorted(map(_wish, wishes.split(",")), key=lambda wish: -wish[1])
    return next((code for tag, weight in ranked if weight > 0 and (code := _spoken(tag, among))), among[0])


def _wish(told: str) -> tuple[str, float]:
    """A tag and its weight 0..1, of "de-CH;q=0.9"; what makes no sense weighs nothing."""
    tag, _, weight = told.partition(";")
    try:
        return tag.strip(), float(weight.strip().removeprefix("q=")) if weight.strip() else 1.0
    except ValueError:
        return tag.strip(), 0.0


def _spoken(tag: str, among: Sequence[str]) -> str:
    """The language of a tag such as "de-CH": of that very place if there is one, else of all who speak it; or ""."""
    whole = tag.replace("-", "_").lower()
    known = {code.lower(): code for code in among}
    return known.get(whole) or known.get(whole.partition("_")[0], "")
