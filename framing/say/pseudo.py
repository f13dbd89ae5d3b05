"""A language that nobody speaks: every message bracketed, accented and longer, so that what is not translated shows.

Blanks, markup and line breaks stay as they are. Longer by two fifths, as German is than English in short texts.
"""

from __future__ import annotations

import re

CODE = "qps"  # set aside for private use by ISO 639-2; "ploc" pseudo-locales are named so elsewhere too
NAME = "⟦Þšéüðö⟧"
_LONGER = 0.4
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")
_ACCENTS = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")


def pseudo(text: str) -> str:
    """The message as the pseudo-language says it: "⟦Mövé båçk ~~~~⟧"; an empty one stays empty."""
    if not text:
        return text
    parts = _KEPT.split(text)  # what is kept stands at the odd places
    accented = "".join(part if at % 2 else part.translate(_ACCENTS) for at, part in enumerate(parts))
    letters = sum(map(len, parts[::2]))
    return f"⟦{accented} {'~' * max(1, round(_LONGER * letters))}⟧"
