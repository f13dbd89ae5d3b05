"""`python -m framing prove`: how far it is, on stderr, and the report."""

from __future__ import annotations

import json as text
import sys
from collections.abc import Sequence
from pathlib import Path

from framing.lab.prove.report import Report, progress
from framing.lab.prove.run import PACKAGED, Proof, prove


def run(files: Sequence[Path], *, json: bool) -> int:
    """The exit status: 0 every photograph was read, 1 one was not; without files, the packaged ones."""
    files = files or PACKAGED
    proofs, errors = [], []
    for number, outcome in enumerate(prove(files), start=1):
        if isinstance(outcome, Proof):
            proofs.append(outcome)
            print(progress(number, len(files), outcome), file=sys.stderr, flush=True)
        else:
            errors.append(outcome)
            print(f"[{number}/{len(files)}] {outcome[0]}: {outcome[1]}", file=sys.stderr, flush=True)
    report = Report(proofs, errors)
    print(text.dumps(report.as_json(), indent=2) if json else "\n".join(report.as_lines()))
    return int(bool(errors))
