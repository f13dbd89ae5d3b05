"""`evaluate` and `fit`: the labelled photographs looked at, and what they came to."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from json import dumps
from pathlib import Path

from framing.console import Progress, show, table
from framing.errors import LabelsError, SettingsError
from framing.lab.evaluate.labels import read_labels
from framing.lab.evaluate.photographs import Seen, looks
from framing.lab.evaluate.summary import for_people, in_short, photo, summary
from framing.verdict.terms import LEAD, TERMS
from framing.writing import save


def evaluate(labels: Path, folder: Path, json: Path | None) -> int:
    """The exit status: 0 every photograph was read, 1 one was not. Raises LabelsError for labels that make no sense."""
    seen, failed = _seen(labels, folder)
    told = summary(seen)
    show(for_people(told))
    if json is not None:
        content = dumps({"photos": [photo(s) for s in seen], "summary": told}, indent=2, allow_nan=False)
        save(json, content.encode())
    return failed


def fit(labels: Path, folder: Path) -> int:
    """The exit status, as of `evaluate`; prints the points fitted on all, and how well they do cross-validated."""
    needs_scipy()
    from framing.lab.evaluate.fit import APART, cross_validated, fitted

    seen, failed = _seen(labels, folder)
    show(["Cross-validated by source, the figures of weights like these:", *for_people(summary(cross_validated(seen)))])
    grouped = summary(cross_validated(seen, APART))
    show([f"With all sources in {APART} groups, each judged without all of its group:", *in_short(grouped)])
    weights = fitted(seen)
    points = zip(TERMS, weights.points, strict=True)
    rows = [("lead", f"{weights.lead:g}", f"(now {sum(LEAD.values()):g})", "")]
    rows += [(term.difference, f"{new:+.2f}", f"(now {term.points:+.2f})", term.undone) for term, new in points]
    show(["The points of framing/verdict/terms.py:", table(("term", "points", "", "without it"), rows, words=(0, 3))])
    return failed


def needs_scipy() -> None:
    """Raise SettingsError where it is not installed: the guide itself needs none."""
    if find_spec("scipy") is None:
        raise SettingsError("scipy to fit with", "none installed", "run make check once, which brings it")


def _seen(labels: Path, folder: Path) -> tuple[list[Seen], int]:
    rows = read_labels(labels)
    seen: list[Seen] = []
    with Progress(len(rows)) as progress:
        for number, outcome in enumerate(looks(rows, folder), start=1):
            if isinstance(outcome, Seen):
                seen.append(outcome)
                progress.at(number, f"[{number}/{len(rows)}] {outcome.label.id}")
            else:
                with progress.aside():
                    print(f"{outcome[0].id}: {outcome[1]}", file=sys.stderr)
    if not seen:
        raise LabelsError(f"the photographs of {labels} in {folder}", "none that can be read", "name their folder")
    return seen, int(len(seen) < len(rows))
