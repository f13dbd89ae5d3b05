"""The learning cards: what a measure or a difference is, what to do about it, and drawn examples.

One file each in assets/cards/: <measure>.toml, difference_<difference>.toml. An end that a measure
does not have is absent.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from framing.errors import CardError
from framing.measures import MEASURES
from framing.page.drawing import Drawing, Standing, parse, svg
from framing.say.language import SOURCE, Language, language, translate
from framing.types.message import filled
from framing.verdict.terms import DIFFERENCES

Kind = Literal["low", "right", "high"]

_SHIPPED = Path(__file__).parents[2] / "assets" / "cards"
_DIFFERENCE = "difference_"
_KINDS: tuple[Kind, ...] = ("low", "right", "high")
_JUDGED = (Standing.OFF, Standing.RIGHT, Standing.OFF)
_SHOWN = (Standing.LITTLE, Standing.SOME, Standing.MUCH)
_VERDICT = (Standing.PORTRAIT, Standing.BETWEEN, Standing.HEADSHOT)


@dataclass(frozen=True, slots=True)
class Example:
    """One drawn example: its place (too little, right, too much), its caption and what is drawn."""

    kind: Kind
    says: str
    drawing: Drawing
    standing: Standing


@dataclass(frozen=True, slots=True)
class Card:
    """One card in a photographer's words."""

    title: str
    what: str
    do: str
    examples: tuple[Example, ...]


class _File(BaseModel):
    """One file as written; the examples hold `says` beside the drawing's own keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)

    title: str = Field(min_length=1, max_length=32)
    what: str = Field(min_length=1, max_length=220)
    do: str = Field(min_length=1, max_length=220)
    low: dict[str, Any] = Field({})
    right: dict[str, Any] = Field({})
    high: dict[str, Any] = Field({})


def card(name: str, code: str = SOURCE) -> dict[str, object]:
    """The card of a measure or of `difference_<difference>`, for JSON: title, what, do, examples with their SVG.

    Its words are those of the language with that code. Raises CardError when there is no card of that name, which never
    becomes a path, and LanguageError when there is no such language.
    """
    spoken = language(code)
    cards = load_cards()
    if name not in cards:
        near = difflib.get_close_matches(name, cards, n=1)
        remedy = f"did you mean {near[0]}" if near else "use the name of a measure or of a difference"
        raise CardError("the name of a learning card", repr(name), remedy)
    found = cards[name]
    examples = [
        {"kind": e.kind, "says": translate(spoken, e.says), "svg": svg(e.drawing, _alt(found, e, spoken), e.standing)}
        for e in found.examples
    ]
    title, what, do = (translate(spoken, words) for words in (found.title, found.what, found.do))
    return {"title": title, "what": what, "do": do, "examples": examples}


def _alt(card: Card, example: Example, spoken: Language) -> str:
    return translate(spoken, filled("{title}: {example}", title=card.title, example=example.says))


@cache
def load_cards() -> Mapping[str, Card]:
    """All shipped cards by name, read once. Raises CardError, naming the file, at the first that makes no sense."""
    return MappingProxyType(read_cards(_SHIPPED))


def read_cards(folder: Path) -> dict[str, Card]:
    """The cards of a folder by name. Raises CardError, naming the file, at the first that makes no sense."""
    return {path.stem: _card(path) for path in sorted(folder.glob("*.toml"))}


def _card(path: Path) -> Card:
    standings = _standings(path)
    try:
        written = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(f"TOML in UTF-8 in {path.name}", f"a mistake: {error}", "correct it") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(map(str, first["loc"]))
        raise CardError(f"a fitting {key} in {path.name}", first["msg"], f"correct {key}") from error
    tables = {"low": written.low, "right": written.right, "high": written.high}
    examples = tuple(
        _example(kind, standing, tables[kind], f"{kind} of {path.name}")
        for kind, standing in zip(_KINDS, standings, strict=True)
        if tables[kind]
    )
    return Card(written.title, written.what, written.do, examples)


def _standings(path: Path) -> tuple[Standing, ...]:
    if path.stem in MEASURES:
        measure = MEASURES[path.stem]
        return _JUDGED if measure.when_low or measure.when_high else _SHOWN
    if path.stem in {_DIFFERENCE + difference for difference in DIFFERENCES}:
        return _VERDICT
    raise CardError(f"a measure or {_DIFFERENCE}... as the name of a card", path.name, "rename or remove it")


def _example(kind: Kind, standing: Standing, table: Mapping[str, object], where: str) -> Example:
    says = table.get("says")
    if not isinstance(says, str) or not 0 < len(says) <= 32:
        raise CardError(f"says = a caption of 1 to 32 characters in {where}", repr(says), "write a short one")
    return Example(kind, says, parse({key: value for key, value in table.items() if key != "says"}, where), standing)
