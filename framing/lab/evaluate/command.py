"""`python -m framing evaluate` and `fit`: how far they are, on stderr, and what they came to."""

from __future__ import annotations

import json as text
import sys
from importlib.util import find_spec
from pathlib import Path

from framing.errors import LabelsError, SettingsError
from framing.lab.evaluate.labels import read_labels
from framing.lab.evaluate.photographs import Seen, looks
from framing.lab.evaluate.summary import as_lines, in_short, photo, summary
from framing.verdict.terms import LEAD, TERMS
from framing.writing import save


def evaluate(labels: Path, folder: Path, json: Path | None) -> int:
    """The exit status: 0 every photograph was read, 1 one was not. Raises LabelsError for labels that make no sense."""
    seen, failed = _seen(labels, folder)
    told = summary(seen)
    print("\n".join(as_lines(told)))
    if json is not None:
        content = text.dumps({"photos": [photo(s) for s in seen], "summary": told}, indent=2, allow_nan=False)
        save(json, content.encode())
    return failed


def fit(labels: Path, folder: Path) -> int:
    """The exit status, as of `evaluate`; prints the points fitted on all, and how well they do cross-validated."""
    if find_spec("scipy") is None:
        raise SettingsError("scipy to fit with", "none installed", "run make check once, which brings it")
    from framing.lab.evaluate.fit import APART, cross_validated, fitted

    seen, failed = _seen(labels, folder)
    print("Cross-validated by source, the figures of weights like these:")
    print("\n".join(as_lines(summary(cross_validated(seen)))))
    print(f"With all sources in {APART} groups, each judged without all of its group:")
    print("\n".join(in_short(summary(cross_validated(seen, APART)))))
    weights = fitted(seen)
    print(f"Lead {weights.lead:g} points (now {sum(LEAD.values()):g}), and of each term of framing/verdict/terms.py:")
    for term, points in zip(TERMS, weights.points, strict=True):
        print(f"  {term.difference:<12}{points:+.2f} (now {term.points:+.2f})  {term.undone}")
    return failed


def _seen(labels: Path, folder: Path) -> tuple[list[Seen], int]:
    rows = read_labels(labels)
    seen: list[Seen] = []
    failed = 0
    for number, outcome in enumerate(looks(rows, folder), start=1):
        if isinstance(outcome, Seen):
            seen.append(outcome)
            said = outcome.label.id
        else:
            failed = 1
            said = f"{outcome[0].id}: {outcome[1]}\n"
        print(f"\r[{number}/{len(rows)}] {said}\033[K", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if not seen:
        raise LabelsError(f"the photographs of {labels} in {folder}", "none that can be read", "name their folder")
    return seen, failed
