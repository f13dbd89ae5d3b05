"""`school export` and `school erase`: what is kept is taken along, or gone."""

from __future__ import annotations

import os
from pathlib import Path

from framing.console import show
from framing.errors import RecordError
from framing.records.export import as_csv, as_json
from framing.records.records import Records, records
from framing.records.values import Trainee
from framing.writing import save


def export(out: Path) -> int:
    """The exit status, 0. Raises RecordError for a damaged record, WriteError where the file cannot be written."""
    kept = records(os.environ)
    text = as_csv(kept) if out.suffix.lower() == ".csv" else as_json(kept)
    # A spreadsheet takes a file without the mark for one in the system's own encoding.
    save(out, text.encode("utf-8-sig" if out.suffix.lower() == ".csv" else "utf-8"))
    show([f"{len(kept.trainees())} trainees, {len(kept.attempts())} runs: {out}"])
    return 0


def erase(trainee: str | None) -> int:
    """The exit status, 0; without a trainee all is erased. Raises RecordError where there is no such trainee."""
    kept = records(os.environ)
    if trainee is None:
        show(["All is erased." if kept.forget_all() else "There was nothing to erase."])
        return 0
    one = _found(kept, trainee)
    kept.forget(one.id)
    show([f"{one.name} ({one.id}) is erased."])
    return 0


def _found(kept: Records, asked: str) -> Trainee:
    """The one of that name, or else of that number: a name may be a number too."""
    people = kept.trainees()
    named = [one for one in people if one.name.casefold() == asked.strip().casefold()]
    found = named or [one for one in people if str(one.id) == asked.strip()]
    if len(found) == 1:
        return found[0]
    told = ", ".join(f"{one.name} ({one.id})" for one in found or people) or "nobody"
    remedy = "name one by the number in brackets" if people else "nothing is kept here"
    raise RecordError(f"one trainee called {asked}", f"{len(found)} of {told}", remedy)
