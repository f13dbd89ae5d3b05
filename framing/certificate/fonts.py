"""The fonts that a PDF takes along: DejaVu Sans, and IPAex Gothic for what Japanese needs besides.

Both come with packages, so that a report reads the same on every machine: matplotlib has DejaVu, and matplotlib-fontja,
which is never imported, carries IPAex Gothic. A PDF holds only the letters that it needs of them.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from framing.say import ENGLISH, Language

_DEJAVU = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}


def dejavu(*, bold: bool) -> Path:
    """Latin, Greek, Cyrillic, Hebrew and Arabic."""
    return _package("matplotlib") / "mpl-data" / "fonts" / "ttf" / _DEJAVU[bold]


def japanese() -> Path | None:
    """Kana and kanji, whose one weight stands for bold too; None where the package that carries them is missing."""
    try:
        return _package("matplotlib_fontja") / "fonts" / "ipaexg.ttf"
    except ModuleNotFoundError:
        return None


def printed_in(language: Language) -> Language:
    """The language in which a PDF is written here: that one, or English where no font has its letters."""
    return ENGLISH if language.code == "ja" and japanese() is None else language


def _package(name: str) -> Path:
    """Where a package lies; importing it takes long and changes settings, so it is only looked for."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
