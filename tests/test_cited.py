"""What the code, the tests and the pages cite is there: the page, and the heading where one is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [
    ROOT / "app.py",
    *(p for folder in ("framing", "tests") for p in (ROOT / folder).rglob("*.*")),
    *(p for p in (ROOT / "assets").rglob("*.*") if "node_modules" not in p.parts),
    *ROOT.glob("*.md"),
    *ROOT.glob("docs/*.md"),
]
# A page by its name, and its headings where they follow: docs/measures.md, "Key and fill" and "Catchlights".
CITATION = re.compile(r'((?:docs/)?\b[\w-]+\.md)\b((?:(?:,| and) "[^"]+")*)')
WRAPPED = re.compile(r"\s*\n\s*(?:#|//|\*)?\s*")


def citations() -> list[tuple[str, str, str]]:
    """Every citation: the file that cites, the page, and the heading or nothing."""
    found = []
    for file in FILES:
        if file.suffix in {".py", ".toml", ".js", ".css", ".html", ".md"} and file != Path(__file__):
            text = WRAPPED.sub(" ", file.read_text("utf-8"))
            for page, headings in CITATION.findall(text):
                found += [(str(file.relative_to(ROOT)), page, h) for h in re.findall('"([^"]+)"', headings) or [""]]
    return found


@pytest.mark.parametrize(("file", "page", "heading"), sorted(set(citations())))
def test_what_is_cited_is_there(file: str, page: str, heading: str) -> None:
    places = [ROOT / page, ROOT / "docs" / page]
    there = next((p for p in places if p.is_file()), None)
    assert there, f"{file} cites {page}, which is not in the repository"
    headings = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.MULTILINE)
    assert not heading or heading in headings, f'{file} cites the heading "{heading}", which {page} does not have'
