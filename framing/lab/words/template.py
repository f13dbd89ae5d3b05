"""The template of all messages, and a language's file brought up to date with it."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from framing.lab.words.said import Said, everything
from framing.say.catalogue import FOLDER, forms, usable
from framing.writing import save


class State(NamedTuple):
    """How far a language's file is translated."""

    code: str
    missing: tuple[str, ...]  # English messages without a translation that can be used
    unused: tuple[str, ...]  # translated once, and no longer said
    text: bytes  # the file as it ought to be


def template(said: Iterable[Said]) -> Catalog:
    """All messages once, each with the files in which it stands."""
    catalog = Catalog(charset="utf-8", fuzzy=False)
    for one in said:
        words = (one.one, one.text) if one.one else one.text
        catalog.add(words, locations=[(one.place, 0)], auto_comments=[one.note] if one.note else [])
    return catalog


def state(code: str, written: bytes, now: Catalog) -> State:
    """A language's file held against the template: translations are kept, and what is no longer said is set aside."""
    known = read_po(BytesIO(written), locale=code)
    # Not fuzzy: a cue to the left is one letter from a cue to the right, and its translation the wrong one.
    known.update(now, no_fuzzy_matching=True, update_creation_date=False)
    for key in [key for key, entry in known.obsolete.items() if not any(forms(entry.string))]:
        del known.obsolete[key]  # it was never translated: nothing is lost with it
    for entry in known:
        entry.flags.discard("python-format")  # Babel's guess from a per cent sign: the blanks are Python's other kind
    out = BytesIO()
    write_po(out, known, include_lineno=False, width=120)
    missing = [_english(m.id) for m in known if m.id and not usable(m)]
    return State(code, tuple(missing), tuple(_english(key) for key in known.obsolete), out.getvalue())


def bring_up_to_date(folder: Path = FOLDER) -> list[State]:
    """Write every language's file as it ought to be, and say what is missing in it. Raises WriteError."""
    now = template(everything())
    states = [state(path.stem, path.read_bytes(), now) for path in sorted(folder.glob("*.po"))]
    for one in states:
        save(folder / f"{one.code}.po", one.text)
    return states


def _english(key: object) -> str:
    return str(key[-1] if isinstance(key, tuple | list) else key)
