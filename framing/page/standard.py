"""The studio's standard as the page names it: quiet, and always there."""

from __future__ import annotations

import os

from framing.errors import FramingError
from framing.presets.standard import standard_file
from framing.say import Language, translate
from framing.types import filled


def standard_line(language: Language) -> str:
    """Its name and signature in a line, "Standard: House light · 3fa9c1d2ab01"; "" where there is none."""
    try:
        standard = standard_file(os.environ)
    except FramingError:  # told with the presets
        return ""
    if standard is None:
        return ""
    return translate(language, filled("Standard: {name} · {hash}", name=standard.name, hash=standard.signed))
