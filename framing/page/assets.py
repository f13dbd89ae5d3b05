"""The page's own HTML, style sheets and scripts, plain files that need no build step."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "assets" / "guide"


def read(*names: str) -> str:
    """These files of assets/guide one after the other as one text: a component's script cannot import another."""
    return "\n".join((FOLDER / name).read_text("utf-8") for name in names)
