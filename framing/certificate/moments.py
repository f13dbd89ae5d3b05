"""Days as a language writes them, by this machine's own clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

from babel.dates import format_date

from framing.say import Language
from framing.say.language import SOURCE, number
from framing.say.pseudo import CODE


def day(at: float) -> date:
    """The local day of a moment in seconds since 1970."""
    return datetime.fromtimestamp(at, UTC).astimezone().date()


def said(at: float, language: Language, *, year: bool = True) -> str:
    """That day in words, such as "28 November 2026", or without its year."""
    code = "en_GB" if language.code in (SOURCE, CODE) else language.code
    pattern = "long" if year else {"ja": "M月d日"}.get(code, "d MMMM")
    written = str(format_date(day(at), format=pattern, locale=code))
    mark = "\u200f" if language.direction == "rtl" else ""  # its words come first even where digits do
    return mark + "".join(number(language, int(c), ".0f") if c in "0123456789" else c for c in written)
