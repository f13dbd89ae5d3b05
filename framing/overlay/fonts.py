"""Which font has the letters of a text: DejaVu, which every installation brings, or one of the system for the rest.

DejaVu Sans has Latin, Greek, Cyrillic, Hebrew and Arabic. Letters that join or run right to left also need raqm, by
which Pillow sets them, and fribidi, which raqm loads from the system.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont, features

from framing.say import ENGLISH, Language

DEBIAN = {"cjk": "fonts-noto-cjk", "joined": "libfribidi0"}
"""The Debian package that brings what is missing for a script."""

_CJK = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
_JOINED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# By the names of their files, regular and bold, which Pillow looks for in the system's own folders: Debian's, Windows's
# and macOS's. The first face of each has Japanese forms.
_CJK_FONTS = (
    ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("YuGothR.ttc", "YuGothB.ttc"),
    ("ヒラギノ角ゴシック W3.ttc", "ヒラギノ角ゴシック W6.ttc"),
)


def font(text: str, em: int, bold: bool) -> ImageFont.FreeTypeFont:
    """The letters of a font that has those of the text, `em` pixels large; DejaVu's boxes where none has them."""
    return _cjk(em, bold) or _dejavu(em, bold) if _CJK.search(text) else _dejavu(em, bold)


def leftward(text: str) -> bool:
    """Whether the text runs from right to left: whether it has a letter of a script that does."""
    return _JOINED.search(text) is not None


def unbroken(text: str) -> bool:
    """Whether the text may go on in the next line between any two letters, as Chinese and Japanese do."""
    return _CJK.search(text) is not None


def lacking(text: str) -> str:
    """The Debian package without which the text cannot be painted here; "" where it can."""
    if _CJK.search(text) and _cjk(16, False) is None:
        return DEBIAN["cjk"]
    if leftward(text) and not (features.check("raqm") and features.check("fribidi")):
        return DEBIAN["joined"]
    return ""


def painted_in(language: Language) -> Language:
    """The language in which words are painted here: that one, or English where no font has its letters."""
    return ENGLISH if lacking(language.name) else language


@lru_cache(maxsize=32)
def _dejavu(em: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONTS / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")), em)


@lru_cache(maxsize=32)
def _cjk(em: int, bold: bool) -> ImageFont.FreeTypeFont | None:
    for names in _CJK_FONTS:
        try:
            return ImageFont.truetype(names[bold], em)
        except OSError:
            continue
    return None


def _fonts() -> Path:
    """Where matplotlib keeps its fonts; importing it takes a fifth of a second, so it is only looked for."""
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("matplotlib")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"


_FONTS = _fonts()
