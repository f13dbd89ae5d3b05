"""How a language writes numbers: its decimal separator, its signs and its digits, from Unicode's CLDR data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

_MINUS = "\N{MINUS SIGN}"
_ARABIC = "0123456789"


@dataclass(frozen=True, slots=True)
class Symbols:
    """What stands for the characters with which Python writes a number."""

    table: dict[int, str]  # for str.translate
    percent: str  # a pattern such as "{} %"
    comma: str  # between the phrases of a list: ", "


@cache
def symbols(locale: str) -> Symbols:
    """The symbols of a locale that Babel knows, such as "de" or "ar_EG", in its usual digits."""
    known = Locale.parse(locale)
    system = known.default_numbering_system
    signs = known.number_symbols[system]
    digits = _DIGITS.get(system, _ARABIC)
    table = dict(zip(map(ord, _ARABIC), digits, strict=True))
    # CLDR keeps the hyphen of the keyboard as the minus sign of most languages; in print it is a sign of its own.
    table |= {ord("."): signs["decimal"], ord(","): signs["group"], ord("-"): signs["minusSign"].replace("-", _MINUS)}
    pattern = known.percent_formats[None].pattern  # "#,##0 %"
    percent = pattern.replace("#,##0", "{}").replace("%", signs["percentSign"])
    comma = known.list_patterns["standard"]["middle"].removeprefix("{0}").removesuffix("{1}")  # "{0}, {1}"
    return Symbols(table, percent, comma)


# The decimal digits of the numbering systems in which a language is written by default; all others use 0 to 9.
_DIGITS = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}


def number(signs: Symbols, value: float, spec: str) -> str:
    """The number as the language writes it, rounded as Python's format `spec` says; no sign where it rounds to 0.

    Called some hundred times a look: one `format` and one `translate`, never one of Babel's formatters.
    """
    share = spec.endswith("%")
    written = format(value * 100 if share else value, f"{spec[:-1]}f" if share else spec)
    if written.startswith("-") and not written.strip("-0.,"):
        written = written[1:]
    told = written.translate(signs.table)
    return signs.percent.format(told) if share else told
